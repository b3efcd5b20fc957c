"""A whole conversation with Motadata ServiceOps in Python's standard library: token, list, read, dead token, refresh, rate limit.

    python3 motadata.py --base http://127.0.0.1:4010

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
args.add_argument("--client", default="motadata-demo-client:motadata-demo-secret")
args.add_argument("--user", default="demo@example.com:motadata-demo-password")
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


class Session:
    """Holds a token, and gets a new one when it is dead."""

    def __init__(self):
        user, password = args.user.split(":", 1)
        self.log_in(grant_type="password", username=user, password=password)

    def log_in(self, **form):
        basic = base64.b64encode(args.client.encode()).decode()
        data = urllib.parse.urlencode(form).encode()
        request = urllib.request.Request(f"{args.base}/api/oauth/token", data, {"Authorization": f"Basic {basic}"})
        with urllib.request.urlopen(request) as answer:
            token = json.load(answer)
        self.access, self.refresh = token["access_token"], token["refresh_token"]
        say(f"a token for {token['expires_in']} s")

    def post(self, path):
        """The answer as JSON. The body must be an object; 429 is waited out by the vendor's own header, in milliseconds."""
        refreshed = False
        while True:
            headers = {"Authorization": f"Bearer {self.access}", "Content-Type": "application/json"}
            try:
                with urllib.request.urlopen(urllib.request.Request(args.base + path, b"{}", headers)) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as refusal:
                if refusal.code == 401 and not refreshed:
                    say("the token is dead, refreshing it")
                    self.log_in(grant_type="refresh_token", refresh_token=self.refresh)
                    refreshed = True
                elif refusal.code == 429:
                    wait(max(0.001, int(refusal.headers["X-RateLimit-Reset"]) / 1000))
                else:
                    raise

    def requests(self):
        offset, total = 0, 1
        while offset < total:
            answer = self.post(f"/api/v1/request/search/byqual?offset={offset}&size=25")
            total = answer["totalCount"]
            yield from answer["objectList"]
            offset += 25

    def audit(self, request):
        return self.post(f"/api/v1/request/{request['id']}/audit/search/byqual")


session = Session()
session.access = "expired"
for _ in range(args.rounds):
    for request in session.requests():
        entries = session.audit(request)
        say(f"request {request['id']} has {len(entries)} entries")
        for entry in entries:
            print(json.dumps(entry), flush=True)
