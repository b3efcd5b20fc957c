import pytest
from reader import WrongKey, read_audit_log


def reader_of(session):
    """What the code under test is given: base URL and credentials of a session."""
    helpshift = session.vendors["helpshift"]
    [key, *_], [target, *_] = helpshift["credentials"], helpshift["targets"]

    def read(**options):
        return read_audit_log(helpshift["baseUrl"], key["api_key"], target["domain"], target["issue_id"], **options)

    return read, target


def record(time, action):
    return {"action_taken_at": time, "action": action, "actor": {"name": "Ana", "roles": []}}


def test_reads_every_record(open_session):
    read, _ = reader_of(open_session())
    assert len(read()) == 4


def test_reads_page_by_page(open_session):
    session = open_session()
    read, _ = reader_of(session)
    assert len(read(page_size=3)) == 4
    assert [entry["parameters"]["page"] for entry in session.journal()] == ["1", "2"]


@pytest.mark.parametrize("others", range(4))
def test_sees_its_own_records_only(open_session, others):
    session = open_session()
    read, target = reader_of(session)
    mine = [record(1760000000000 + n, f"mine-{others}") for n in range(others + 1)]
    session.append("helpshift", target, *mine)
    assert [one["action"] for one in read()[4:]] == [f"mine-{others}"] * len(mine)


def test_says_when_the_key_is_revoked(open_session):
    session = open_session()
    read, _ = reader_of(session)
    session.revoke("helpshift", session.vendors["helpshift"]["credentials"][0]["name"])
    with pytest.raises(WrongKey):
        read()


def test_reads_what_comes_late(open_session):
    frame = {"record": record(1754800000000, "late"), "visibleAfter": "PT1H"}
    fixture = {
        "name": "late",
        "now": "2025-08-10T04:30:00Z",
        "helpshift": {
            "credentials": [{"api_key": "made-up", "domain": "shop"}],
            "domains": {"shop": {"issues": {"1": {"records": [frame]}}}},
        },
    }
    session = open_session(fixture=fixture)
    read, _ = reader_of(session)
    assert read() == []
    session.advance("PT1H")
    assert [one["action"] for one in read()] == ["late"]
