#!/bin/sh
# Runs tests beside a simulator of their own, and ends it:
#
#   sh with-simulator.sh pytest -n 8
#   FIXTURE=scenario.yaml sh with-simulator.sh pytest -n 8
#
# They find it by AUDITRIG_ADMIN and AUDITRIG_ADMIN_TOKEN, where they open sessions, or else by
# AUDITRIG_URL. The exit code is that of the tests, or 1 where they asked for what no vendor's page
# knows.
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

AUDITRIG_URL=$(sed 's/^{"url":"\([^"]*\)".*/\1/' "$ready")
AUDITRIG_ADMIN=$(sed 's/.*"admin":{"url":"\([^"]*\)".*/\1/' "$ready")
AUDITRIG_ADMIN_TOKEN=$(sed 's/.*"token":"\([^"]*\)".*/\1/' "$ready")
export AUDITRIG_URL AUDITRIG_ADMIN AUDITRIG_ADMIN_TOKEN

"$@"
kill $simulator
wait $simulator
