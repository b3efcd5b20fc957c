#!/usr/bin/env python3
"""Makes AuditEvents of the audit trails of Helpshift, ServiceOps (Motadata) and OpsRamp.

Python 3.11, its standard library only. It reads lines of JSON on stdin and answers on stdout:

    auditrig check normalizer -- python3 examples/normalizers/python.py

The rules are those of docs/audit-event.md, whose names stand beside what follows them.
"""
import hashlib, html, json, math, re, sys, uuid
from collections import Counter
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

NAMESPACE = uuid.UUID("1f624a42-f88b-4397-8777-6cb7996a62bb")
ABSENT = object()


class Refusal(Exception):
    """The whole trail is refused; its args are a code and a message."""


# JSON: duplicate-keys, lone-surrogates, numbers, record-sha256

def read_json(body):
    try:
        value = json.loads(body, object_pairs_hook=unique, parse_int=number, parse_float=number, parse_constant=number)
        canonical(value).encode()  # fails on half of a surrogate pair
        return value
    except (ValueError, RecursionError) as error:
        raise Refusal("malformed_response", f"a body is no JSON: {error}") from None

def unique(pairs):
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return dict(pairs)

def number(digits):
    if not math.isfinite(value := float(digits)):
        raise ValueError("a number is too large, or is none")
    return value

def canonical(value):
    """RFC 8785."""
    if isinstance(value, dict):
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in sorted(value, key=utf16)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return shortest(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)

def utf16(key):
    return key.encode("utf-16-be")

def shortest(value):
    """A number as ECMAScript writes it: the digits of repr, laid out in another way."""
    if value == 0:
        return "0"
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(digits) - len(fraction) + int(exponent or 0)  # where it stands behind the first digit
    digits, sign = digits.rstrip("0"), "-" if value < 0 else ""
    if 0 < point <= 21:
        return sign + (digits.ljust(point, "0") if len(digits) <= point else digits[:point] + "." + digits[point:])
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    return sign + digits[0] + ("." + digits[1:] if digits[1:] else "") + f"e{point - 1:+d}"


# Texts: blank-names, wrong-types, no-html

BLANK = "\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # Unicode's White_Space

def text(value):
    return value if isinstance(value, str) else None

def trimmed(value):
    """A name, an id or an address; None where it is no text or blank."""
    return isinstance(value, str) and re.sub(rf"\A[{BLANK}]+|[{BLANK}]+\Z", "", value) or None

def squeezed(value):
    return re.sub(f"[{BLANK}]+", " ", value).strip(" ")

def lower(value):
    return re.sub("[A-Z]+", lambda letters: letters[0].lower(), value)

def message(sentence):
    return None if sentence is None or re.search("<[A-Za-z/!?]", sentence) else sentence

def places(part, whole, start=0):
    """Wherever a part begins in the whole; two of them may overlap."""
    while (start := whole.find(part, start)) >= 0:
        yield start
        start += 1


# Time

CYCLE = 146097  # the days of 400 years, after which the calendar repeats itself

def milliseconds(year, month, day, hour, minute, second):
    """Since 1970, as if in UTC; by way of the years 2000 to 2399, as Python has no year 0."""
    days = (date(2000 + year % 400, month, day) - date(1970, 1, 1)).days + (year // 400 - 5) * CYCLE
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000

def instant(at, precision):
    seconds, fraction = divmod(at, 1000)
    cycles, seconds = divmod(seconds - milliseconds(2000, 1, 1, 0, 0, 0) // 1000, CYCLE * 86400)
    moment = datetime(2000, 1, 1) + timedelta(seconds=seconds)
    if not 0 <= (year := moment.year + cycles * 400) <= 9999:
        raise ValueError("no year of four digits")
    return f"{year:04}-{moment:%m-%dT%H:%M:%S}" + (f".{fraction:03}Z" if precision == "millisecond" else "Z")

def event_time(original, loss, read, *beside):
    """read gives milliseconds (None without a zone), precision, basis, zone and losses, or raises a ValueError."""
    time = {"instant": None, "precision": None, "zone_basis": "unknown", "zone": None, "original": original}
    try:
        at, precision, basis, zone, losses = read(original or "", *beside)
        time |= {"instant": None if at is None else instant(at, precision),
                 "precision": precision, "zone_basis": basis, "zone": zone}
        loss |= losses
    except ValueError:  # time-unreadable
        loss.add("time.unreadable")
    return time

def epoch_time(_, value):
    if not value.is_integer():
        raise ValueError("no whole number")
    return int(value), "millisecond", "epoch", "+00:00", set()

HOUR, SIXTY, TWO, ONE_OR_TWO = "(?:[01][0-9]|2[0-3])", "[0-5][0-9]", "[0-9]{2}", "[0-9]{1,2}"
ISO = re.compile(f"([0-9]{{4}})-({TWO})-({TWO})T({HOUR}):({SIXTY}):({SIXTY})"
                 rf"(?:\.([0-9]{{1,3}}))?(?:(Z)|([+-])({HOUR}):?({SIXTY}))?")

def iso_time(written, zone_needed):
    match = ISO.fullmatch(written)
    if not match or zone_needed and not (match[8] or match[9]):
        raise ValueError("not in the form")
    *fields, fraction, utc, sign, hours, minutes = match.groups()
    at = milliseconds(*map(int, fields)) + int((fraction or "").ljust(3, "0"))
    precision = "millisecond" if fraction else "second"
    if not utc and not sign:
        return None, precision, "unknown", None, {"time.zone_unknown"}
    sign, hours, minutes = ("+", "00", "00") if utc else (sign, hours, minutes)
    at -= int(sign + "60000") * (int(hours) * 60 + int(minutes))
    return at, precision, "explicit", f"{sign}{hours}:{minutes}", set()


# What all events have

def actor(loss, kind, id, name, email, basis="structured", roles=None):
    if id is name is email is None:
        loss.add("actor.absent")
        return {"type": "unknown", "id": None, "name": None, "email": None, "basis": "absent"}
    if name is None or email is None:
        loss.add("actor.partial")
    found = {"type": kind, "id": id, "name": name, "email": email, "basis": basis}
    return found if roles is None else found | {"roles": roles}

def action(loss, verb, original, basis):
    if verb == "other":
        loss.add("action.unrecognized")
    name = re.sub("[^a-z0-9]+", "_", lower(original or "")).strip("_") or None
    return {"verb": verb, "name": name, "original": original, "basis": basis}

def change(field, basis, old=ABSENT, new=ABSENT):
    sides = {side: value for side, value in (("from", old), ("to", new)) if value is not ABSENT}
    return {"field": field, "op": "set", **sides, "basis": basis}


# Helpshift

def helpshift_records(body):
    if isinstance(body, dict):
        return next((body[key] for key in ("audit_logs", "audit-logs", "issues") if isinstance(body.get(key), list)), None)
    return body

def helpshift(record, _):
    loss, at = set(), record.get("action_taken_at")
    if isinstance(at, float):
        time = event_time(shortest(at), loss, epoch_time, at)
    else:
        time = event_time(text(at), loss, iso_time, True)
    person = record["actor"] if isinstance(record.get("actor"), dict) else {}
    roles = person.get("roles")
    if isinstance(roles, list):
        roles = [role for role in roles if trimmed(role)]
    else:
        roles = [roles] if trimmed(roles) else None
    uid = trimmed(person.get("uid"))
    token = text(record.get("action"))
    verb = {"create-issue": "create", "add-tags": "update", "resolve": "update"}.get(token, "other")
    old, new = record.get("from_data", ABSENT), record.get("to_data", ABSENT)
    if isinstance(old, dict) and isinstance(new, dict):
        sides = [(key, old.get(key, ABSENT), new.get(key, ABSENT)) for key in sorted(old | new, key=utf16)]
    else:  # event-whole-state
        sides = [] if old in (None, ABSENT) and new in (None, ABSENT) else [(None, old, new)]
    changes = [change(key, "structured", a, b) for key, a, b in sides
               if a is ABSENT or b is ABSENT or canonical(a) != canonical(b)]
    who = actor(loss, "end_user" if uid else "user" if roles else "unknown", uid,
                trimmed(person.get("name")), trimmed(person.get("email")), roles=roles)
    return {"time": time, "actor": who, "action": action(loss, verb, token, "structured"), "changes": changes, "loss": loss}


# ServiceOps

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

def either(names):
    return f"(?i:{'|'.join(names)})"

SYMBOLS = {
    "EEEE": ("weekday", either(WEEKDAYS)), "EEE": ("weekday", either(day[:3] for day in WEEKDAYS)),
    "MMMM": ("month", either(MONTHS)), "MMM": ("month", either(month[:3] for month in MONTHS)),
    "MM": ("month", TWO), "M": ("month", ONE_OR_TWO), "dd": ("day", TWO), "d": ("day", ONE_OR_TWO), "yyyy": ("year", "[0-9]{4}"),
    "HH": ("hour", HOUR), "H": ("hour", f"(?:{HOUR}|[0-9])"), "hh": ("hour", "(?:0[1-9]|1[0-2])"), "h": ("hour", "(?:0?[1-9]|1[0-2])"),
    "mm": ("minute", SIXTY), "ss": ("second", SIXTY), **{symbol: ("half", either(["am", "pm"])) for symbol in ("a", "aa", "aaa")},
}

@cache
def date_pattern(date_format):
    """event-date-format and event-context: a regular expression with a group for each part of the time."""
    parts, pattern = {}, ""
    for token, symbol in re.findall(r"(''|'(?:[^']|'')*'|([A-Za-z])\2*|.)", date_format, re.DOTALL):
        part, digits = SYMBOLS.get(token, (None, None))
        if symbol and part in (None, *parts) or token == "'":
            raise Refusal("invalid_request", f"the date_format cannot have {token} there")
        if symbol:
            parts[part] = symbol
            pattern += f"(?P<{part}>{digits})"
        else:
            pattern += re.escape("'" if token == "''" else token[1:-1].replace("''", "'") if token[0] == "'" else token)
    if not parts.keys() >= {"year", "month", "day", "hour", "minute"} or (parts["hour"] == "h") != ("half" in parts):
        raise Refusal("invalid_request", "the date_format makes no time")
    return re.compile(pattern, re.ASCII)

@cache
def zone_named(name):
    if name not in available_timezones():
        raise Refusal("invalid_request", "the time_zone is no IANA name")
    return ZoneInfo(name)

def place_in(names, written):
    return [name[:3].lower() for name in names].index(written[:3].lower())

def local_time(written, pattern, zone):
    match = pattern.fullmatch(written)
    if not match:
        raise ValueError("not in the form")
    part = {"second": "0", "half": None, "weekday": None, **match.groupdict()}
    month = int(part["month"]) if part["month"].isdigit() else place_in(MONTHS, part["month"]) + 1
    hour = int(part["hour"])
    if part["half"]:  # event-noon
        hour = hour % 12 + (12 if part["half"].lower() == "pm" else 0)
    fields = [int(part["year"]), month, int(part["day"]), hour, int(part["minute"]), int(part["second"])]
    at = milliseconds(*fields)
    precision, loss = ("second", set()) if "second" in match.groupdict() else ("minute", {"time.minute_precision"})
    if part["weekday"] and place_in(WEEKDAYS, part["weekday"]) != (at // 86400000 + 3) % 7:
        loss.add("time.weekday_mismatch")
    if zone is None:
        return None, precision, "unknown", None, loss | {"time.zone_unknown"}
    fields[0] = fields[0] or 4  # a leap year, too, and no zone had a clock change yet
    before, after = (datetime(*fields, fold=fold, tzinfo=zone).utcoffset() for fold in (0, 1))
    if before != after:
        loss.add("time.local_ambiguous" if before > after else "time.local_nonexistent")
    return at - before // timedelta(milliseconds=1), precision, "configured", zone.key, loss | {"time.zone_configured"}

CREATION = "Request with ID as "

def values_of(written):
    """event-attributes: the VALUE that is written so, in a list, or none."""
    if re.fullmatch('"[^"]*"', written):
        return [written[1:-1]]
    return [] if re.search('^$|[,"]| as ', written) else [written]

def creation(sentence):
    """The list of (NAME, VALUE), or None where it cannot be read in just one way."""
    segments, parts = [""], sentence[len(CREATION):-1].split('"')
    for at, part in enumerate(parts):  # every second one stands in quotation marks
        head, *tail = [f'"{part}"'] if at % 2 else part.split(",")
        segments[-1] += head
        segments += tail
    head, *rest = segments
    if not sentence.endswith(".") or len(parts) % 2 == 0 or not values_of(head) or any(not part.startswith(" ") for part in rest):
        return None
    found = []
    for left, segment in zip(range(len(rest) - 1, -1, -1), (part[1:] for part in rest)):
        ways = [(segment[:at], value) for at in places(" as ", segment) for value in values_of(segment[at + 4:])
                if not re.search('^$|[,"]| as |^for Requester ', segment[:at])]
        if left == 0 and segment.startswith("for Requester "):
            ways += [(None, value) for value in values_of(segment.removeprefix("for Requester "))]
        if len(ways) != 1:
            return None
        found += ways
    return [(name, value) for name, value in found if name not in (None, "ID")]

def readings(words):
    """event-readings, each (verb, original, the actor's name, change or None)."""
    for at in places(" has added ", words):
        name, what = trimmed(words[:at]), words[at + len(" has added "):]
        if name and trimmed(what):
            yield "comment" if what.startswith("Reply") else "update", "added", name, None
    for at in places(" has changed ", words):
        name, begin = trimmed(words[:at]), at + len(" has changed ")
        for old in places(" from ", words, begin):
            for new in places(" to ", words, old + len(" from ")):
                if name and trimmed(field := words[begin:old]):
                    sides = words[old + len(" from "):new], words[new + len(" to "):]
                    yield "update", "changed", name, change(field, "parsed", *sides)

def agreed(values, otherwise=None):
    return values[0] if len(set(values)) == 1 else otherwise

def serviceops_context(context):
    zone = context.get("time_zone")
    return context | {"tenant": lower(context["tenant"]), "zone": None if zone is None else zone_named(zone),
                      "pattern": date_pattern(context.get("date_format", "EEE, MMM dd, yyyy hh:mm aaa"))}

def serviceops(record, context):
    loss, changes, subject = {"visibility.requester_scoped"}, [], None
    time = event_time(text(record.get("auditDate")), loss, local_time, context["pattern"], context["zone"])
    sentence = text(record.get("auditString"))
    if (sentence or "").startswith(CREATION):
        verb, original, name, pairs = "create", None, None, creation(sentence)
        if pairs is None:
            loss.add("change.ambiguous_split")
        changes = [change(field, "parsed", new=value) for field, value in pairs or []]
        subject = next((trimmed(value) for field, value in pairs or [] if field == "Subject"), None)
    else:
        found = list(readings(sentence[:-1])) if sentence and sentence.endswith(".") else []
        verbs, originals, names, told = zip(*found) if found else ((), (), (), ())
        verb, original, name = agreed(verbs, "other"), agreed(originals), agreed(names)  # event-agreement
        if any(told) and len(found) > 1:
            loss.add("change.ambiguous_split")
        elif any(told):
            changes = [told[0]]
    loss |= {code for code, holds in (("change.parsed", changes), ("actor.parsed", name)) if holds}
    kind = "system" if name == "System" else "unknown"
    return {"time": time, "actor": actor(loss, kind, None, name, None, "parsed"), "action": action(loss, verb, original, "parsed"),
            "subject": subject, "changes": changes, "message": message(sentence), "loss": loss}


# OpsRamp

INLINE = set("a abbr b bdi bdo cite code em font i kbd mark q s samp small span strong sub sup time tt u var wbr".split())
SILENT = {"script", "style", "title"}
RAW = SILENT | {"textarea", "xmp", "iframe", "noembed", "noframes"}  # what stands in these is no tag
TOKEN = re.compile(r"""
    <!--(?:>|->|.*?(?:--!?>|\Z))                            # a comment
  | <[!?][^>]*>? | </(?![A-Za-z])[^>]+>? | </>              # what a parser takes for one
  | <(?P<end>/?)(?P<name>[A-Za-z][^\t\n\f\r />]*)           # a tag and its attributes
    (?:[\t\n\f\r /]+|[^\t\n\f\r />=]+|=[\t\n\f\r ]*(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^\t\n\f\r >"'][^\t\n\f\r >]*)?)*>?
  | [^<]+ | <                                               # text""", re.DOTALL | re.VERBOSE)

def html_pieces(markup):
    """event-html-pieces."""
    pieces, at, templates = [""], 0, 0
    while match := TOKEN.match(markup, at):
        at, name = match.end(), (match["name"] or "").lower()
        if name and name not in INLINE:
            pieces.append("")
        if name == "template":
            templates = max(0, templates + (-1 if match["end"] else 1))
        if name in RAW and not match["end"]:
            begin, at = at, re.compile(rf"</{name}(?=[\t\n\f\r />])|\Z", re.I | re.A).search(markup, at).start()
            if not templates and name not in SILENT:
                pieces[-1] += html.unescape(markup[begin:at]) if name == "textarea" else markup[begin:at]
        elif not name and not templates and not re.match("<[!?/]", match[0]):
            pieces[-1] += html.unescape(match[0])
    return [piece for piece in map(squeezed, pieces) if piece]

STRINGLY = re.compile(rf"[+-]?[0-9]+(?:\.[0-9]+)?\Z|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:\Z|[T{BLANK}])"
                      rf"|(?:[A-Za-z]{{3}},[{BLANK}])?[0-9]{{1,2}}[{BLANK}]+[A-Za-z]{{3}}[{BLANK}]+[0-9]{{4}}")

def objects(value):
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []

def opsramp(record, _):
    loss, activity = set(), text(record.get("activity"))
    person = (objects([record.get("createdBy")]) or [{}])[0]
    login, first, last, email = (trimmed(person.get(key)) for key in ("loginName", "firstName", "lastName", "email"))
    full = " ".join(filter(None, (first, last))) or None
    who = actor(loss, "user", login, full, email)
    _, by, behind = (activity or "").rpartition(" by ")  # event-text-conflict
    named = trimmed(re.split(" for | from |<", behind, maxsplit=1)[0]) if by else None
    if named and who["basis"] != "absent" and named not in (first, full, login):
        loss.add("actor.text_conflict")

    token = text(record.get("logType"))
    ticket = "create" if (activity or "").startswith("New ") else "update"
    verb = {"TICKET": ticket, "TICKET_INTERNAL_RESPONSE": "comment", "TICKET_NOTIFICATION": "notify"}.get(token, "other")
    changes, told = [], []
    for entry in objects(record.get("changeLog")):
        if trimmed(field := entry.get("attribute")):
            old, new = (entry[key] if isinstance(entry.get(key), str) else ABSENT for key in ("oldValue", "newValue"))
            changes.append(change(field, "structured", old, new))
            sides = ["" if side is ABSENT else side for side in (old, new)]
            told.append((squeezed(f"{field} changed from"), squeezed(f"{field} changed from {sides[0]} to {sides[1]}")))
            if any(map(STRINGLY.match, sides)):
                loss.add("change.stringly_typed")

    items = record.get("htmlLog") if isinstance(record.get("htmlLog"), list) else []
    for piece in (piece for item in items if isinstance(item, str) for piece in html_pieces(item)):
        belonging = [whole for begin, whole in told if (piece + " ").startswith(begin + " ")]
        if belonging and piece not in belonging:
            loss.add("change.html_conflict")
        if not belonging and piece not in squeezed(activity or ""):
            loss.add("change.html_only")
    recipients = [{"kind": kind, "address": address} for kind in ("to", "cc")
                  for address in map(trimmed, (text(record.get(kind + "List")) or "").split(",")) if address]
    return {"time": event_time(text(record.get("createdTime")), loss, iso_time, False), "actor": who,
            "action": action(loss, verb, token, "parsed" if token == "TICKET" else "structured"),
            "changes": changes, "recipients": recipients, "message": message(activity), "loss": loss}


# Trails and lines

VENDORS = {  # product, record_type, subtype, the records of a body, the context made ready, the event of a record
    "helpshift": ("Helpshift", "issue_audit_log", "issue", helpshift_records, dict, helpshift),
    "motadata": ("ServiceOps", "request_audit", "request",
                 lambda body: body.get("objectList") if isinstance(body, dict) else body, serviceops_context, serviceops),
    "opsramp": ("OpsRamp", "incident_activity", "incident",
                lambda body: body.get("results") if isinstance(body, dict) else None, dict, opsramp),
}

def normalize(vendor, context, bodies):
    product, record_type, subtype, records_of, made_ready, event_of = VENDORS[vendor]
    context, events, seen = made_ready(context), [], Counter()
    tenant, ticket = context["tenant"], context["target_id"]
    for body in bodies:
        records = records_of(read_json(body))
        if not isinstance(records, list) or len(objects(records)) < len(records):
            raise Refusal("malformed_response", "a body does not hold the list of records")
        for record in records:
            digest = hashlib.sha256(canonical(record).encode()).hexdigest()
            event = event_of(record, context)
            events.append({
                "schema_version": "1.0",
                "id": str(uuid.uuid5(NAMESPACE, canonical([vendor, tenant, ticket, digest, seen[digest]]))),
                "source": {"vendor": vendor, "product": product, "tenant": tenant, "record_type": record_type,
                           "record_sha256": digest, "ordinal": seen[digest]},
                **{key: event[key] for key in ("time", "actor", "action", "changes")},
                "target": {"type": "ticket", "subtype": subtype, "id": ticket, "name": event.get("subject")},
                **{key: event[key] for key in ("recipients", "message") if event.get(key) not in (None, [])},
                "loss": sorted(event["loss"]),
                "raw": record,
            })
            seen[digest] += 1
    return events

def answer(asked):
    """An answer begins with its type."""
    if asked["type"] == "hello":
        return json.dumps({"type": "hello", "protocol": 1, "subject": {"name": "python"}, "roles": ["normalizer"],
                           "vendors": list(VENDORS), "capabilities": []})
    try:
        events = canonical(normalize(asked["vendor"], asked["context"], asked["bodies"]))
        return f'{{"type":"result","id":{json.dumps(asked["id"])},"events":{events}}}'
    except Refusal as refusal:
        code, why = refusal.args
    except RecursionError:
        code, why = "malformed_response", "a record is nested too deep"
    return json.dumps({"type": "error", "id": asked["id"], "code": code, "message": why})

def main():
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        if asked["type"] == "bye":
            break
        sys.stdout.buffer.write(answer(asked).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
