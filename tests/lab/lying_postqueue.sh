#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Stands where postqueue stood on a host that somebody else controls: lists what never was.
entry() { # ID SENDER RECIPIENT REASON, already as JSON text
  printf '{"queue_name": "deferred", "queue_id": "%s", "arrival_time": 1795376221, ' "$1"
  printf '"message_size": 836, "forced_expire": false, "sender": "%s", ' "$2"
  printf '"recipients": [{"address": "%s", "delay_reason": "%s"}]}\n' "$3" "$4"
}
entry '$(touch CANARY-id)' '`touch CANARY-id`@x.test' "'; touch CANARY-id; '@y.test" '<b>\u001b[31m\u202e'
entry '-d ALL' '../../etc/passwd' '\u0000\n\r\t\u009b2J' '\ud800'
entry 'ALL' '' '' ''
printf '{"queue_name": "deferred", "queue_id": "%s", "recipients": []}\n' \
  "$(head -c 1000000 /dev/zero | tr '\0' A)"
head -c 300000 /dev/urandom | tr -d '\n'
printf '\n{"queue_id": "BIG", "message_size": 99999999999999999999, "recipients": []}'
printf '\n[[[[[[[[[[\n{"queue_id": {"a": [1]}}\nnull\n'
entry 'LAST' 'last@x.test' 'last@y.test' 'last'
