#!/bin/sh
# A conversation with OpsRamp in curl: token, search, read, window, dead token, rate limit.
# Usage: opsramp.sh [base [incident [rounds]]]    Prints every answer on a line of its own; CURL_CA_BUNDLE names an authority to trust.
# Reads everything, or one incident unless it is '', as often as rounds says.
# With ASK set, prints 'wait SECONDS' and goes on at the next line of stdin.
set -eu
base=${1:-http://127.0.0.1:4010}
rounds=${3:-1}
tenant=$base/api/v2/tenants/client_4

wait_for() {
  echo "too many requests, waiting $1 s" >&2
  if [ -n "${ASK:-}" ]; then echo "wait $1"; read -r go_on; else sleep "$1"; fi
}
header() {
  printf '%s\n' "$head" | grep -i "^$1:" | sed 's/^[^:]*: *//; s/"//g'
}
# An HTTP date, such as Mon, 03 Nov 2025 09:00:00 GMT, in seconds since 1970: date -d is not in every system.
seconds_of() {
  set -- $(printf '%s' "$1" | tr ':' ' ')
  months=JanFebMarAprMayJunJulAugSepOctNovDec
  before=${months%%"$3"*}
  month=$((${#before} / 3 + 1)) year=$4
  # The year begins in March, so that a leap day is its last.
  [ "$month" -gt 2 ] || { month=$((month + 12)) year=$((year - 1)); }
  days=$((365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + ${2#0} - 719469))
  echo $((86400 * days + 3600 * ${5#0} + 60 * ${6#0} + ${7#0}))
}
# Sets $status and $answer. 429 is waited out by the vendor's own header, an instant in seconds on the server's clock.
ask() {
  while :; do
    reply=$(curl -sSi "$@")
    head=$(printf '%s\n' "$reply" | tr -d '\r' | sed '/^$/,$d')
    answer=$(printf '%s\n' "$reply" | tr -d '\r' | sed '1,/^$/d')
    status=$(printf '%s\n' "$head" | sed -n '1s/[^ ]* \([0-9]*\).*/\1/p')
    [ "$status" = 429 ] || return 0
    seconds=$(($(header X-RateLimit-Reset) - $(seconds_of "$(header Date)")))
    wait_for $((seconds > 0 ? seconds : 1))
  done
}
expect_200() { [ "$status" = 200 ] || { echo "$status $answer" >&2; exit 1; }; }
part() {
  printf '%s' "$answer" | sed -n "s/.*\"$1\":\"\\{0,1\\}\\([^\",}]*\\).*/\\1/p"
}
log_in() {
  ask -d grant_type=client_credentials -d client_id=opsramp-demo-client -d client_secret=opsramp-demo-secret "$base/auth/oauth/token"
  expect_200
  access=$(part access_token)
  echo "a token for $(part expires_in) s" >&2
}
# A token that is dead, which OpsRamp says with 407, is replaced once.
get() {
  ask -G -H "Authorization: Bearer $access" "$@"
  if [ "$status" = 407 ]; then
    echo "the token is dead, getting a new one" >&2
    log_in
    ask -G -H "Authorization: Bearer $access" "$@"
  fi
  expect_200
}
read_incident() {
  echo "incident $1" >&2
  get "$tenant/incidents/$1/activitylog" -d isDescendingOrder=false
  printf '%s\n' "$answer"
  last=$(part createdTime)
  [ -n "$last" ] || return 0
  echo "only what was at $last; the plus is encoded by curl" >&2
  get "$tenant/incidents/$1/activitylog" --data-urlencode "startTs=$last" --data-urlencode "endTs=$last"
}
# Without a date, only what was created in the last month is found.
read_all() {
  page=0 more=true
  while [ "$more" = true ]; do
    get "$tenant/incidents/search" -d pageNo=$((page += 1)) -d pageSize=100 \
      --data-urlencode queryString=startCreationDate:2015-01-01T00:00:00+0000
    more=$(part nextPage)
    for incident in $(printf '%s' "$answer" | grep -o '"id":"[^"]*"' | sed 's/.*:"//; s/"//'); do
      read_incident "$incident"
    done
  done
}

log_in
first=$access; log_in
echo "the same token is handed out while it lives: $([ "$access" = "$first" ] && echo yes || echo no)" >&2
access=expired

round=0
while [ "$((round += 1))" -le "$rounds" ]; do
  if [ -n "${2:-}" ]; then read_incident "$2"; else read_all; fi
done
