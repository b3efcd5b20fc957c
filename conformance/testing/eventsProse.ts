/** What `docs/audit-event.md` says that stands nowhere else. */

export const INTRODUCTION = `<!-- Made from specs/ and fixtures/documented.yaml by \`npm run generate\`; not edited by hand. -->

# AuditEvent

Three vendors tell in three ways who did what to a ticket, and when. An AuditEvent is one entry of an audit log in one form for all: small enough to be searched, and lossless, as the vendor's record stands within it. Two things are asked of it. It **invents nothing**: what a record does not say is \`null\`, and a sentence that can be read in two ways is not read. And it **hides nothing**: \`loss\` names all that the record could not say or not for sure, and nothing else.

It has an id that depends on the record alone, so a record that is read twice, on another page or by a better parser, is the same event.

This page is all that is needed to write a normalizer, in any language, that agrees with \`auditrig/reference\` on every record. [specs/audit-event/event.schema.json](../specs/audit-event/event.schema.json) is the form as a JSON Schema.`;

/** @param namespace of the ids */
export const anotherLanguage = (namespace: string) => `### In another language

What JSON libraries and texts do by themselves is not always what the rules say. As an example, in Python:

- \`json.loads\` takes \`NaN\` and \`Infinity\`, turns numbers that are too large into \`inf\`, and keeps the last of two keys: give it \`parse_constant\`, look for \`inf\`, and compare the keys in \`object_pairs_hook\`. It reads \`\\ud800\` as half of a pair, which \`text.encode()\` then refuses.
- Whole numbers are not bounded there, and events have doubles: \`parse_int=float\`. The canonical form writes them as ECMAScript does (\`1.0\` is \`1\`, \`1e21\` is \`1e+21\`, \`-0\` is \`0\`), for which there are packages (\`rfc8785\`).
- The canonical form sorts keys by UTF-16 code units: \`sorted(keys, key=lambda key: key.encode("utf-16-be"))\`.
- \`str.strip()\` drops U+001C to U+001F, which are no blanks here. The blanks are U+0009 to U+000D, U+0020, U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
- \`\\d\` and \`str.isdigit()\` take digits of all scripts, \`str.lower()\` changes letters of all scripts; digits here are 0 to 9, and cases those of A to Z.
- \`$\` in a pattern also stands before a line break at the end: \`re.fullmatch\`.
- \`datetime\` has no year 0, and \`zoneinfo\` has \`fold\` for local times that occur twice.

The id of an event is, in Python, \`uuid.uuid5(uuid.UUID("${namespace}"), canonical([vendor, tenant, target_id, record_sha256, ordinal]))\`.`;

export const JUDGING = `## To be judged

\`auditrig check normalizer -- <command>\` starts a program that reads one line of JSON after the other and answers each, as [normalizers.md](normalizers.md) says. Asked for a trail, with all its pages,

\`\`\`json
{"type":"normalize","id":"7","vendor":"motadata","context":{"tenant":"support.example.com","target_id":"1","time_zone":"Asia/Kolkata"},"bodies":["[{\\"auditString\\":\\"…\\",\\"auditDate\\":\\"…\\"}]"]}
\`\`\`

it answers with the events, in any order, or says why there are none:

\`\`\`json
{"type":"result","id":"7","events":[]}
{"type":"error","id":"7","code":"malformed_response","message":"an object has one key twice"}
\`\`\`

\`context\` has the \`tenant\` and the \`target_id\` always, and where local times are read a \`time_zone\` and a \`date_format\` if somebody knows them. The codes are \`malformed_response\` and \`invalid_request\`, as the rules say.

In JavaScript, \`auditrig/reference\` has a normalizer that is right, to use or to compare with:

\`\`\`js
import { normalizers, normalizeTrail } from 'auditrig/reference';

const context = { tenant: 'support.example.com', target_id: '1', time_zone: 'Asia/Kolkata' };
for (const { time, actor, action, loss } of normalizeTrail(normalizers.motadata, 'motadata', context, bodies))
  console.log(time.instant, actor.name, action.verb, loss);
\`\`\``;
