/** Reads the rules: what the vendors promise, and what they are silent about. */
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

/** The rules of a vendor, or those of `http`, which hold for all. */
export function readRules(folder: string): Rule[] {
  return readSpec(`${folder}/rules.yaml`) as Rule[];
}
