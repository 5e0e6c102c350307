# SPDX-License-Identifier: GPL-3.0-or-later
# An open relay as they really occur.
main_cf mx1.main.cf
cool_down
services postfix
