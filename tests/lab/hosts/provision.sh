#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Turns a release's root into one host: runs on it before any service starts, once. From the lab:
# LAB_HOST LAB_DOMAIN LAB_ROLE LAB_ADDRESS4 LAB_ADDRESS6 LAB_ROOT (a release or local) LAB_INIT.
set -eu
cd /run/lab

. ./machine.sh
. ./people.sh
. ./services.sh
. ./postfix.sh

name_the_host
[ "$LAB_ROOT" != local ] || forget_this_machine
add_people
if [ "$LAB_ROLE" = outside ] || [ "$LAB_ROLE" = jump ]; then
  services none
else
  # shellcheck source=/dev/null
  . "./role-$LAB_ROLE.sh"
fi
accept_ssh
start_with "$LAB_INIT"
times # so that a slow start can be explained
