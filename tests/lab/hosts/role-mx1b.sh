# SPDX-License-Identifier: GPL-3.0-or-later
# What popular write-ups call an open relay. Since Postfix 2.10 the relay list's default closes it.
main_cf mx1b.main.cf
cool_down
services postfix
