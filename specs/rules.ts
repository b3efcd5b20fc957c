/** Reads the rules: what the vendors promise, and what they are silent about. */
import { existsSync } from 'node:fs';
import { dataFile } from './dataFile.js';
import { readSpec } from './readSpec.js';

/** One promise, as described by `rules.schema.json`. */
export interface Rule {
  id: string;
  says: string;
  basis: 'page' | 'observed' | 'standard' | 'ours' | 'silence';
  at?: string;
  level: 'must' | 'should' | 'may';
  switch?: string[];
  because?: string;
  untested?: string;
}

/** Whose rules hold for all vendors. */
export const RULES_FOR_ALL = ['http', 'audit-event'] as const;

/** The rules of a vendor, its page's first; or those of a folder that holds for all. */
export function readRules(folder: string): Rule[] {
  return [...(readSpec(`${folder}/rules.yaml`) as Rule[]), ...readEventRules(folder)];
}

/** How a vendor's records become events. */
export function readEventRules(vendor: string): Rule[] {
  const path = `${vendor}/events.yaml`;
  return existsSync(dataFile(`specs/${path}`)) ? (readSpec(path) as Rule[]) : [];
}
