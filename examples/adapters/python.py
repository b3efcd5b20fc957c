"""Lets auditrig judge a client that is written in Python; put your own where `read` is.

    auditrig check client --vendor helpshift -- python3 examples/adapters/python.py
"""
import base64, http.client, json, sys, time
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

CODES = {400: "invalid_request", 401: "unauthorized", 403: "forbidden", 404: "not_found", 429: "rate_limited"}


class Failed(Exception): """Its code, and what happened."""


class NoRedirect(HTTPRedirectHandler):  # It would take the key along, wherever it leads.
    def redirect_request(self, *_): return None


def get(url, key, tries=4):
    """The answer as JSON; what may pass is asked for again."""
    basic = base64.b64encode(f"{key}:".encode()).decode()
    for _ in range(tries):
        wait = 0.1
        try:
            request = Request(url, headers={"Authorization": f"Basic {basic}"})
            with build_opener(NoRedirect).open(request, timeout=10) as answer:
                return json.loads(answer.read())
        except HTTPError as refusal:
            failure = Failed(CODES.get(refusal.code, "unavailable"), f"status {refusal.code}")
            if refusal.code == 429:
                now = parsedate_to_datetime(refusal.headers["Date"]).timestamp()
                wait = max(0, int(refusal.headers["X-Rate-Limit-Reset"]) / 1000 - now)
            elif refusal.code < 500:
                break
        except ValueError as no_json:
            failure = Failed("malformed_response", str(no_json))
        except (OSError, http.client.HTTPException) as broken:
            failure = Failed("unavailable", str(broken))
        time.sleep(wait)
    raise failure


def read(base_url, credentials, target, query):
    """All records: oldest first, so that what is added meanwhile comes last, and moves nothing."""
    asked = {"sort_order": "asc", "page_size": 500}
    for name in {"since", "until"} & query.keys():
        asked[name] = round(datetime.fromisoformat(query[name].replace("Z", "+00:00")).timestamp() * 1000)
    if "actions" in query:
        asked["actions"] = json.dumps(query["actions"])
    path = f"{base_url}/v2/{target['domain']}/issues/{target['issue_id']}/_audit_logs"
    page, pages, total, found = 1, 1, 0, []
    while page <= pages:
        answer = get(f"{path}?{urlencode({**asked, 'page': page})}", credentials["api_key"])
        if not isinstance(answer, dict) or not {"audit_logs", "total-pages", "total-hits"} <= answer.keys():
            raise Failed("malformed_response", "this is no page of audit logs")
        found += answer["audit_logs"]
        page, pages, total = page + 1, answer["total-pages"], max(total, answer["total-hits"])
    if len(found) < total:  # A part is never passed off as the whole.
        raise Failed("malformed_response", f"{len(found)} of {total} records came")
    return found if query.get("order") == "asc" else found[::-1]


def write(**message):
    print(json.dumps(message), flush=True)


for message in map(json.loads, sys.stdin):
    if message["type"] == "hello":
        write(type="hello", protocol=1, subject={"name": "example", "language": "python"}, roles=["client"],
              vendors=["helpshift"], capabilities=["since", "until", "order", "actions", "retry"])
    if message["type"] == "fetch":
        try:
            records = read(*(message[name] for name in ("base_url", "credentials", "target", "query")))
            write(type="records", id=message["id"], records=records)
            write(type="result", id=message["id"], complete=True)
        except Failed as failure:
            write(type="error", id=message["id"], code=failure.args[0], message=failure.args[1])
