"""Gives tests sessions on a running simulator: each a world of its own, with its own credentials, clock and journal.

    AUDITRIG_ADMIN_TOKEN=… auditrig serve
    AUDITRIG_ADMIN_TOKEN=… pytest -n 8

AUDITRIG_ADMIN says where the admin API is, if not at http://127.0.0.1:4011.
"""

import json
import os
import urllib.request

import pytest

ADMIN = os.environ.get("AUDITRIG_ADMIN", "http://127.0.0.1:4011")


def admin(method, path, body=None):
    """Asks the admin API. The answer as JSON, or None where there is none."""
    headers = {"Authorization": f"Bearer {os.environ['AUDITRIG_ADMIN_TOKEN']}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(ADMIN + path, data, headers, method=method)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read() or "null")


class Session:
    def __init__(self, options):
        opened = admin("POST", "/sessions", {"expiresIn": "PT10M", **options})
        self.path, self.vendors = f"/sessions/{opened['id']}", opened["vendors"]

    def append(self, vendor, target, *records):
        admin("POST", f"{self.path}/records", {"vendor": vendor, "target": target, "records": records})

    def advance(self, duration):
        return admin("POST", f"{self.path}/clock", {"advance": duration})

    def revoke(self, vendor, name):
        admin("POST", f"{self.path}/credentials", {"vendor": vendor, "revoke": name})

    def journal(self):
        return admin("GET", f"{self.path}/journal")["entries"]


@pytest.fixture
def open_session():
    """Opens sessions, which end with the test: open_session(), or with what the admin API knows, such as now="2025-03-31T06:30:00Z"."""
    sessions = []

    def open_one(**options):
        sessions.append(Session(options))
        return sessions[-1]

    yield open_one
    for session in sessions:
        admin("DELETE", session.path)
