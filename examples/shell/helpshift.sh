#!/bin/sh
# A conversation with Helpshift in curl: list, read, page, filter, wrong key, rate limit.
# Usage: helpshift.sh [base [rounds]]    Prints every answer on a line of its own; CURL_CA_BUNDLE names an authority to trust.
# Reads everything as often as rounds says. With ASK set, prints 'wait SECONDS' and goes on at the next line of stdin.
set -eu
base=${1:-http://127.0.0.1:4010}
rounds=${2:-1}
key=hs-demo-key

wait_for() {
  echo "too many requests, waiting $1 s" >&2
  if [ -n "${ASK:-}" ]; then echo "wait $1"; read -r go_on; else sleep "$1"; fi
}
header() {
  printf '%s\n' "$head" | grep -i "^$1:" | sed 's/^[^:]*: *//'
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
# Sets $status and $answer. 429 is waited out by the vendor's own header, an instant in milliseconds on the server's clock.
ask() {
  while :; do
    reply=$(curl -sSi "$@")
    head=$(printf '%s\n' "$reply" | tr -d '\r' | sed '/^$/,$d')
    answer=$(printf '%s\n' "$reply" | tr -d '\r' | sed '1,/^$/d')
    status=$(printf '%s\n' "$head" | sed -n '1s/[^ ]* \([0-9]*\).*/\1/p')
    [ "$status" = 429 ] || return 0
    seconds=$((($(header X-Rate-Limit-Reset) + 999) / 1000 - $(seconds_of "$(header Date)")))
    wait_for $((seconds > 0 ? seconds : 1))
  done
}
get() {
  ask -G -u "$key:" "$@"
  [ "$status" = 200 ] || { echo "$status $answer" >&2; exit 1; }
}
total_pages() {
  printf '%s' "$answer" | sed 's/.*"total-pages":\([0-9]*\).*/\1/'
}
# Oldest first, so that what is added meanwhile comes last and moves nothing.
read_issue() {
  logs="$base/v2/amazon/issues/$1/_audit_logs"
  page=1 pages=1
  while [ "$page" -le "$pages" ]; do
    echo "issue $1, page $page" >&2
    get "$logs" -d sort_order=asc -d page_size=2 -d "page=$page"
    printf '%s\n' "$answer"
    pages=$(total_pages) page=$((page + 1))
  done
  echo "only what was tagged" >&2
  get "$logs" --data-urlencode 'actions=["add-tags"]'
}

ask -u wrong: "$base/v1/amazon/issues"
echo "a wrong key gets $status" >&2

round=0
while [ "$((round += 1))" -le "$rounds" ]; do
  list=1 lists=1
  while [ "$list" -le "$lists" ]; do
    get "$base/v1/amazon/issues" -d "page=$list" -d page-size=100
    lists=$(total_pages) list=$((list + 1))
    for issue in $(printf '%s' "$answer" | grep -o '"id":"\{0,1\}[^,"}]*' | sed 's/.*:"\{0,1\}//'); do
      read_issue "$issue"
    done
  done
done
