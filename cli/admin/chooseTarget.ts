/** Finds the ticket that a command is about. */
import type { Command } from 'commander';
import { nearest } from '../../fixtures/language/nearest.js';
import { visible } from '../../fixtures/language/visible.js';
import type { Session } from '../../specs/admin/types.js';
import { few } from '../show/few.js';
import { askAdmin } from './askAdmin.js';

interface Wanted {
  vendor?: string;
  /** A ticket's names joined by slashes. */
  target?: string;
}

interface Chosen extends Required<Wanted> {
  names: Readonly<Record<string, string>>;
}

/** The one that is wanted, or the only one. @param path the session's; whatever goes wrong ends the command */
export async function chooseTarget(
  wanted: Wanted,
  path: string,
  command: Command,
): Promise<Chosen> {
  const { vendors } = await askAdmin<Session>(command, 'GET', path);
  const choose = (what: 'vendor' | 'target', all: readonly string[]): string => {
    const one = wanted[what];
    if (one === undefined && all.length === 1) return all[0] as string;
    if (one === undefined)
      return command.error(`error: say with --${what} which one is meant; there is ${few(all)}`);
    if (all.includes(one)) return one;
    const meant = nearest(one, all);
    const hint = meant === undefined ? '' : `; did you mean ${visible(meant)}?`;
    return command.error(
      `error: there is no ${what} '${visible(one)}'${hint} (there is ${few(all)})`,
    );
  };
  const vendor = choose('vendor', Object.keys(vendors));
  const targets = vendors[vendor]?.targets ?? [];
  const texts = targets.map((names) => Object.values(names).join('/'));
  const target = choose('target', texts);
  return { vendor, target, names: targets[texts.indexOf(target)] ?? {} };
}
