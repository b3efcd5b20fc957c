#!/bin/sh
# Lets auditrig judge a client that is made of curl and jq; put your own where `read_audit` is.
#   auditrig check client --once --vendor motadata -- sh examples/adapters/shell.sh
set -u
answer=$(mktemp) head=$(mktemp)
trap 'rm -f "$answer" "$head"' EXIT

asked=$(head -n 1)
of() { printf '%s' "$asked" | jq -r "$1 // empty"; }
id=$(of .id)

failed() {
  jq -cn --arg id "$id" --arg code "$1" --arg message "$2" '{type: "error", $id, $code, $message}'
  exit
}

# The header that proves who asks; curl reads it from stdin, as arguments can be seen by others.
authorization() {
  if [ -n "$(of .credentials.api_key)" ]; then
    # Some keys are given as they are sent: percent-encoded.
    printf 'Authorization: Apikey %s' "$(of '.credentials.api_key | if test("%[0-9A-Fa-f]{2}") then . else @uri end')"
  else
    printf 'Authorization: Bearer %s' "$(of .credentials.token)"
  fi
}

read_audit() {
  url="$(of .base_url)/api/v1/request/$(of '.target.request_id | @uri')/audit/search/byqual"
  authorization | curl --silent --show-error --max-time 10 --header @- --header 'Content-Type: application/json' \
    --data '{}' --output "$answer" --dump-header "$head" --write-out '%{http_code}' "$url"
}

tries=0
while :; do
  tries=$((tries + 1))
  status=$(read_audit 2>&1) && broken=no || broken=yes
  case "$broken $status" in
  'no 200') break ;;
  'no 400') failed invalid_request "status 400" ;;
  'no 401') failed unauthorized "status 401" ;;
  'no 403') failed forbidden "status 403" ;;
  'no 404') failed not_found "status 404" ;;
  'no 3'*) failed other "status $status" ;;
  esac
  if [ "$tries" -ge 4 ]; then
    [ "$status" = 429 ] && failed rate_limited "status 429"
    failed unavailable "$status"
  fi
  # So many milliseconds from now on; or an instant in milliseconds.
  wait=$(sed -n 's/^x-ratelimit-reset: *\([0-9]*\).*/\1/Ip' "$head")
  sleep "$(jq -n "${wait:-100} | if . > 1e12 then [. / 1000 - now, 0] | max else . / 1000 end")"
done

# What is no list of records, is none of the vendor's answers.
jq -c --arg id "$id" --argjson order "$(printf '%s' "$asked" | jq '.query.order')" \
  'if type != "array" then error("no list") else {type: "records", $id, records: (if $order == "asc" then reverse else . end)} end' \
  "$answer" 2>/dev/null || failed malformed_response "no list of records"
jq -cn --arg id "$id" '{type: "result", $id, complete: true}'
