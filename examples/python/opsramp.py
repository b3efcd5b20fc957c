"""A whole conversation with OpsRamp in Python's standard library: token, search, read, window, dead token, rate limit.

    python3 opsramp.py --base http://127.0.0.1:4010

Prints every activity as a line of JSON, and what it does on stderr.
"""

import argparse
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from email.utils import parsedate_to_datetime

args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
args.add_argument("--base", default="http://127.0.0.1:4010")
args.add_argument("--tenant", default="client_4")
args.add_argument("--client", default="opsramp-demo-client:opsramp-demo-secret")
args.add_argument("--incident", help="read this one, and search for none")
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
        self.log_in()

    def log_in(self):
        name, secret = args.client.split(":", 1)
        form = {"grant_type": "client_credentials", "client_id": name, "client_secret": secret}
        data = urllib.parse.urlencode(form).encode()
        with urllib.request.urlopen(f"{args.base}/auth/oauth/token", data) as answer:
            token = json.load(answer)
        self.access = token["access_token"]
        say(f"a token for {token['expires_in']} s")

    def get(self, path, **query):
        """The answer as JSON. A dead token is 407; 429 is waited out by the vendor's own header, an instant in seconds."""
        # urlencode writes the plus of a time as %2B, without which it would arrive as a blank.
        url = f"{args.base}/api/v2/tenants/{args.tenant}{path}?{urllib.parse.urlencode(query)}"
        renewed = False
        while True:
            request = urllib.request.Request(url, headers={"Authorization": f"Bearer {self.access}"})
            try:
                with urllib.request.urlopen(request) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as refusal:
                if refusal.code == 407 and not renewed:
                    say("the token is dead, getting a new one")
                    self.log_in()
                    renewed = True
                elif refusal.code == 429:
                    now = parsedate_to_datetime(refusal.headers["Date"]).timestamp()
                    wait(max(0.001, int(refusal.headers["X-RateLimit-Reset"].strip('"')) - now))
                else:
                    raise

    def incidents(self):
        if args.incident:
            yield {"id": args.incident}
            return
        page = 1
        while True:
            # Without a date, only what was created in the last month is found.
            since = "startCreationDate:2015-01-01T00:00:00+0000"
            answer = self.get("/incidents/search", pageNo=page, pageSize=100, queryString=since)
            yield from answer["results"]
            if not answer["nextPage"]:
                return
            page += 1

    def activities(self, incident, **window):
        return self.get(f"/incidents/{incident['id']}/activitylog", isDescendingOrder="false", **window)["results"]


session = Session()
session.access = "expired"
for _ in range(args.rounds):
    for incident in session.incidents():
        activities = session.activities(incident)
        say(f"incident {incident['id']} has {len(activities)} activities")
        if activities:
            last = activities[-1]["createdTime"]
            say(f"{len(session.activities(incident, startTs=last, endTs=last))} of them at {last}")
        for activity in activities:
            print(json.dumps(activity), flush=True)
