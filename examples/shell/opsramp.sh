#!/bin/sh
# A conversation with OpsRamp in curl: token, search, read, window, dead token.
# Usage: opsramp.sh [base [incident]]    Prints every answer on a line of its own; CURL_CA_BUNDLE names an authority to trust.
set -eu
base=${1:-http://127.0.0.1:4010}
tenant=$base/api/v2/tenants/client_4

log_in() {
  curl -sS --fail-with-body -d grant_type=client_credentials -d client_id=opsramp-demo-client \
    -d client_secret=opsramp-demo-secret "$base/auth/oauth/token" | sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}
get() {
  curl -sS --fail-with-body -G -H "Authorization: Bearer $access" "$@"
}

echo "a dead token gets $(curl -s -o /dev/null -w '%{http_code}' -H 'Authorization: Bearer expired' "$tenant/incidents/search")" >&2
access=$(log_in)
echo "the same token is handed out while it lives: $([ "$(log_in)" = "$access" ] && echo yes || echo no)" >&2

# Without a date, only what was created in the last month is found.
incidents=${2:-$(get "$tenant/incidents/search" -d pageNo=1 -d pageSize=100 \
  --data-urlencode queryString=startCreationDate:2015-01-01T00:00:00+0000 | grep -o '"id":"[^"]*"' | sed 's/.*:"//; s/"//')}
for incident in $incidents; do
  echo "incident $incident" >&2
  get "$tenant/incidents/$incident/activitylog" -d isDescendingOrder=false
  echo
  echo "only one second of it; the plus is encoded by curl" >&2
  get "$tenant/incidents/$incident/activitylog" \
    --data-urlencode startTs=2018-10-29T07:17:12+0000 --data-urlencode endTs=2018-10-29T07:17:12+0000 >/dev/null
done
