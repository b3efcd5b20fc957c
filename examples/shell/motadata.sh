#!/bin/sh
# A conversation with Motadata ServiceOps in curl: token, list, read, dead token, refresh, rate limit.
# Usage: motadata.sh [base [rounds]]    Prints every answer on a line of its own; CURL_CA_BUNDLE names an authority to trust.
# Reads everything as often as rounds says. With ASK set, prints 'wait SECONDS' and goes on at the next line of stdin.
set -eu
base=${1:-http://127.0.0.1:4010}
rounds=${2:-1}
client=motadata-demo-client:motadata-demo-secret

wait_for() {
  echo "too many requests, waiting $1 s" >&2
  if [ -n "${ASK:-}" ]; then echo "wait $1"; read -r go_on; else sleep "$1"; fi
}
# Sets $status and $answer. 429 is waited out by the vendor's own header, the milliseconds until the next request.
ask() {
  while :; do
    reply=$(curl -sSi "$@")
    head=$(printf '%s\n' "$reply" | tr -d '\r' | sed '/^$/,$d')
    answer=$(printf '%s\n' "$reply" | tr -d '\r' | sed '1,/^$/d')
    status=$(printf '%s\n' "$head" | sed -n '1s/[^ ]* \([0-9]*\).*/\1/p')
    [ "$status" = 429 ] || return 0
    seconds=$((($(printf '%s\n' "$head" | grep -i '^X-RateLimit-Reset:' | sed 's/[^0-9]*//') + 999) / 1000))
    wait_for $((seconds > 0 ? seconds : 1))
  done
}
expect_200() {
  [ "$status" = 200 ] || { echo "$status $answer" >&2; exit 1; }
}
part() {
  printf '%s' "$answer" | sed "s/.*\"$1\":\"\\{0,1\\}\\([^\",}]*\\).*/\\1/"
}
log_in() {
  ask -u "$client" "$@" "$base/api/oauth/token"
  expect_200
  access=$(part access_token) refresh=$(part refresh_token)
  echo "a token for $(part expires_in) s" >&2
}
send() {
  ask -H "Authorization: Bearer $access" -H 'Content-Type: application/json' -d '{}' "$base$1"
}
# A token that is dead is refreshed once.
post() {
  send "$1"
  if [ "$status" = 401 ]; then
    echo "the token is dead, refreshing it" >&2
    log_in -d grant_type=refresh_token -d "refresh_token=$refresh"
    send "$1"
  fi
  expect_200
}

echo "a token, asked for in a multipart form" >&2
log_in -F grant_type=password -F username=demo@example.com -F password=motadata-demo-password
access=expired

round=0
while [ "$((round += 1))" -le "$rounds" ]; do
  offset=0 total=1
  while [ "$offset" -lt "$total" ]; do
    post "/api/v1/request/search/byqual?offset=$offset&size=25"
    total=$(part totalCount) offset=$((offset + 25))
    for request in $(printf '%s' "$answer" | grep -o '"id":[0-9]*' | sed 's/.*://'); do
      echo "request $request" >&2
      post "/api/v1/request/$request/audit/search/byqual"
      printf '%s\n' "$answer"
    done
  done
done
