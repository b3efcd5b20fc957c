"""The code under test: reads an issue's audit log from Helpshift."""

import base64
import json
import urllib.error
import urllib.parse
import urllib.request


class WrongKey(Exception):
    pass


def read_audit_log(base_url, api_key, domain, issue, page_size=100):
    """Every record, oldest first."""
    records, page, pages = [], 1, 1
    while page <= pages:
        query = urllib.parse.urlencode({"sort_order": "asc", "page_size": page_size, "page": page})
        url = f"{base_url}/v2/{domain}/issues/{issue}/_audit_logs?{query}"
        basic = base64.b64encode(f"{api_key}:".encode()).decode()
        request = urllib.request.Request(url, headers={"Authorization": f"Basic {basic}"})
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as refusal:
            if refusal.code == 401:
                raise WrongKey() from refusal
            raise
        records += answer["audit_logs"]
        page, pages = page + 1, answer["total-pages"]
    return records
