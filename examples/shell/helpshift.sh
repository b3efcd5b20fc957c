#!/bin/sh
# A conversation with Helpshift in curl: list, read, page, filter, wrong key.
# Usage: helpshift.sh [base]    Prints every answer on a line of its own; CURL_CA_BUNDLE names an authority to trust.
set -eu
base=${1:-http://127.0.0.1:4010}
key=hs-demo-key

echo "the issues of the domain" >&2
issues=$(curl -sS --fail-with-body -u "$key:" "$base/v1/amazon/issues?page=1&page-size=100")

for issue in $(printf '%s' "$issues" | grep -o '"id":"\{0,1\}[^,"}]*' | sed 's/.*:"\{0,1\}//'); do
  logs="$base/v2/amazon/issues/$issue/_audit_logs"
  page=1 pages=1
  while [ "$page" -le "$pages" ]; do
    echo "issue $issue, page $page" >&2
    answer=$(curl -sS --fail-with-body -u "$key:" "$logs?sort_order=asc&page_size=2&page=$page")
    printf '%s\n' "$answer"
    pages=$(printf '%s' "$answer" | sed 's/.*"total-pages":\([0-9]*\).*/\1/')
    page=$((page + 1))
  done
  echo "only what was tagged" >&2
  curl -sS --fail-with-body -G -u "$key:" --data-urlencode 'actions=["add-tags"]' "$logs" >/dev/null
done

echo "a wrong key gets $(curl -s -o /dev/null -w '%{http_code}' -u wrong: "$base/v1/amazon/issues")" >&2
