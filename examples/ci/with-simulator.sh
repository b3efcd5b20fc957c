#!/bin/sh
# Runs tests beside a simulator of their own, and ends it:
#
#   sh with-simulator.sh pytest -n 8
#   FIXTURE=scenario.yaml sh with-simulator.sh pytest -n 8
#
# The exit code is that of the tests, or 1 where they asked for what no vendor's page knows.
set -eu
PATH=$PWD/node_modules/.bin:$PATH
folder=$(mktemp -d)
ready=$folder/ready.json

auditrig serve ${FIXTURE:+"$FIXTURE"} --port 0 --quiet --strict --ready-file "$ready" &
simulator=$!
trap 'kill $simulator 2>/dev/null || true; rm -rf "$folder"' EXIT
until [ -f "$ready" ]; do
  kill -0 $simulator 2>/dev/null || exit 2
  sleep 0.1
done

admin() {
  sed "s/.*\"admin\":{[^}]*\"$1\":\"\([^\"]*\)\".*/\1/" "$ready"
}
AUDITRIG_ADMIN=$(admin url)
AUDITRIG_ADMIN_TOKEN=$(admin token)
export AUDITRIG_ADMIN AUDITRIG_ADMIN_TOKEN

"$@"
kill $simulator
wait $simulator
