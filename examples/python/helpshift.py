"""A whole conversation with Helpshift in Python's standard library: list, read, page, filter, wrong key, rate limit.

    python3 helpshift.py --base http://127.0.0.1:4010

Prints every audit record as a line of JSON, and what it does on stderr.
"""

import argparse
import base64
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
args.add_argument("--base", default="http://127.0.0.1:4010")
args.add_argument("--domain", default="amazon")
args.add_argument("--key", default="hs-demo-key")
args.add_argument("--rounds", type=int, default=1, help="how often to read everything")
args.add_argument("--ask", action="store_true", help="print 'wait <seconds>' and go on at the next line of stdin")
args = args.parse_args()


def say(text):
    print(text, file=sys.stderr)


def wait(seconds):
    say(f"too many requests, waiting {seconds:.3f} s")
    if args.ask:
        print(f"wait {seconds}", flush=True)
        sys.stdin.readline()
    else:
        time.sleep(seconds)


def get(path, query, key=args.key):
    """The answer as JSON. 429 is waited out by the vendor's own header, an instant in milliseconds."""
    basic = base64.b64encode(f"{key}:".encode()).decode()
    url = f"{args.base}{path}?{urllib.parse.urlencode(query)}"
    while True:
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers={"Authorization": f"Basic {basic}"})) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refusal:
            if refusal.code != 429:
                raise
            date = parse_date(refusal.headers["Date"])
            wait(max(0.001, int(refusal.headers["X-Rate-Limit-Reset"]) / 1000 - date))


def parse_date(text):
    """The server's own clock, so that ours need not agree with it."""
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(text).timestamp()


def issues():
    page, pages = 1, 1
    while page <= pages:
        answer = get(f"/v1/{args.domain}/issues", {"page": page, "page-size": 100})
        pages = answer["total-pages"]
        yield from answer["issues"]
        page += 1


def audit_logs(issue, **query):
    """Oldest first, so that what is added meanwhile comes last and moves nothing."""
    page, pages = 1, 1
    while page <= pages:
        path = f"/v2/{args.domain}/issues/{issue['id']}/_audit_logs"
        answer = get(path, {"sort_order": "asc", "page_size": 2, "page": page, **query})
        pages = answer["total-pages"]
        yield from answer["audit_logs"]
        page += 1


try:
    get(f"/v1/{args.domain}/issues", {}, key="wrong")
except urllib.error.HTTPError as refusal:
    say(f"a wrong key gets {refusal.code}")

for _ in range(args.rounds):
    for issue in issues():
        tagged = list(audit_logs(issue, actions=json.dumps(["add-tags"])))
        say(f"issue {issue['id']} was tagged {len(tagged)} times")
        for record in audit_logs(issue):
            print(json.dumps(record), flush=True)
