"""Reads a Helpshift log and prints it in a shape of its own, as a program does that nobody has adapted."""

import argparse
import base64
import json
import os
import urllib.request

args = argparse.ArgumentParser()
args.add_argument("--url")
args.add_argument("--path")
args.add_argument("--out")
args.add_argument("--since")
args.add_argument("--list", action="store_true")
args.add_argument("--first", action="store_true")
args.add_argument("--leak", action="store_true")
args = args.parse_args()

key = os.environ["API_KEY"]
if args.leak:
    print("key is", key, flush=True)
headers = {"Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode()}
found, page, pages = [], 1, 1
while page <= pages:
    since = f"&since={args.since}" if args.since else ""
    url = f"{args.url}{args.path}?page={page}&sort_order=asc{since}"
    answer = json.load(urllib.request.urlopen(urllib.request.Request(url, headers=headers)))
    pages = 1 if args.first else answer["total-pages"]
    for record in answer["audit_logs"]:
        data = record["to_data"] or {}
        found.append({"@timestamp": record["action_taken_at"], "did": {"verb": record["action"]}, "data": str(data)})
    page += 1

text = json.dumps(found) if args.list else "".join(json.dumps(one) + "\n" for one in found)
if args.out:
    open(args.out, "w").write(text)
else:
    print(text, end="")
