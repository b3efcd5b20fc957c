#!/bin/sh
# A conversation with Motadata ServiceOps in curl: token, list, read, dead token, refresh.
# Usage: motadata.sh [base]    Prints every answer on a line of its own; CURL_CA_BUNDLE names an authority to trust.
set -eu
base=${1:-http://127.0.0.1:4010}
client=motadata-demo-client:motadata-demo-secret

log_in() {
  curl -sS --fail-with-body -u "$client" "$@" "$base/api/oauth/token"
}
part() {
  sed "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/"
}
post() {
  curl -sS --fail-with-body -H "Authorization: Bearer $access" -H 'Content-Type: application/json' -d '{}' "$base$1"
}

echo "a token, asked for in a multipart form" >&2
token=$(log_in -F grant_type=password -F username=demo@example.com -F password=motadata-demo-password)

echo "a dead token gets $(curl -s -o /dev/null -w '%{http_code}' -H 'Authorization: Bearer expired' -d '{}' "$base/api/v1/request/search/byqual")" >&2
echo "so it is refreshed" >&2
token=$(log_in -d grant_type=refresh_token -d "refresh_token=$(printf '%s' "$token" | part refresh_token)")
access=$(printf '%s' "$token" | part access_token)

requests=$(post '/api/v1/request/search/byqual?offset=0&size=100')
for request in $(printf '%s' "$requests" | grep -o '"id":[0-9]*' | sed 's/.*://'); do
  echo "request $request" >&2
  post "/api/v1/request/$request/audit/search/byqual"
  echo
done
