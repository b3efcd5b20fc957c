/** Writes a baseline anew by what a run has found. */
import { type Document, isNode, isSeq, parseDocument, visit, type YAMLSeq } from 'yaml';
import type { Report } from '../report/Report.js';
import { reasonOf } from '../report/reasonOf.js';
import { assess } from './assess.js';
import { blockedBy } from './blockedBy.js';
import { caseIds } from './caseIds.js';
import type { Baseline } from './readBaseline.js';

export interface Rewritten {
  text: string;
  kept: number;
  added: number;
  dropped: number;
}

/**
 * Entries that hold, or of whose cases this run says nothing, stay with their comments, by the ids
 * that their cases have now; stale ones go. Failures that would make the run fail come last.
 * @param report of a run of all cases
 * @param vendors the names of all
 */
export function rewriteBaseline(
  baseline: Baseline,
  report: Report,
  issue: string,
  vendors: readonly string[],
): Rewritten {
  const document = parseDocument(baseline.text);
  withoutAliases(document);
  const list = listOf(document);
  liftHead(document, list);
  const assessed = assess(report, baseline, caseIds(vendors));
  const failed = new Set(
    report.cases
      .filter(({ verdict, known }) => verdict === 'fail' && !known)
      .map((one) => one.case),
  );
  // What a new failure kept from being asked is not mended by that.
  const blocked = new Set(
    report.cases.filter((one) => failed.has(blockedBy(one) ?? '')).map((one) => one.case),
  );
  const isKept = (at: number) => {
    const { id, stale } = assessed[at] as (typeof assessed)[number];
    return stale === undefined || (stale.why === 'skipped' && blocked.has(id));
  };
  for (const [at, { entry, id }] of assessed.entries())
    if (id !== entry.case) document.setIn([at, 'case'], id);
  const kept = list.items.filter((_, at) => isKept(at));
  const known = new Set(assessed.filter((_, at) => isKept(at)).map(({ id }) => id));
  const added = report.cases
    .filter(({ verdict, strength }) => verdict === 'fail' && strength === 'must')
    .filter((one) => !known.has(one.case))
    .map((one) => ({ case: one.case, reason: reasonOf(one), issue }));
  const dropped = list.items.length - kept.length;
  list.items = [...kept, ...added.map((entry) => document.createNode(entry))];
  list.flow = list.items.length === 0;
  return {
    text: document.toString({ lineWidth: 0 }),
    ...{ kept: kept.length, added: added.length, dropped },
  };
}

/** What others refer to must not go with the entry that it stands in. */
function withoutAliases(document: Document): void {
  visit(document, { Alias: (_, alias) => alias.resolve(document)?.clone() as never });
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node) delete node.anchor;
    },
  });
}

/** What stands above the comment of the first entry is about all of them, and stays without it. */
function liftHead(document: Document, { items: [first] }: YAMLSeq): void {
  if (!isNode(first) || !first.commentBefore?.includes('\n\n')) return;
  const [own, ...above] = first.commentBefore.split('\n\n').toReversed();
  first.commentBefore = own;
  document.commentBefore = above.toReversed().join('\n\n');
}

function listOf(document: Document): YAMLSeq {
  const { contents } = document;
  if (!isSeq(contents)) throw new Error('a baseline that was read is a list');
  return contents;
}
