/** Where generated records go, found out before any is made. */
import { readdirSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { fileToReplace } from '../../fixtures/writing/fileToReplace.js';
import { isStandardOutput } from '../../fixtures/writing/isStandardOutput.js';
import { whereLinksLead } from '../../fixtures/writing/whereLinksLead.js';

/**
 * The path of a file, or of a folder that is empty or not there yet; undefined for standard output.
 * @param out as the user gave it
 * @param files how many there are to be; several go into a folder
 * @param complain is told of a path where they cannot go
 * @throws FixtureError where a file cannot
 */
export function destinationOf(
  out: string | undefined,
  files: number,
  complain: (message: string) => never,
): string | undefined {
  if (out === '') complain("--out: expected a path, found ''");
  if (files > 1) return folderFor(out, files, complain);
  if (out === undefined || out === '-' || isStandardOutput(out)) return undefined;
  fileToReplace(out, '--out');
  return out;
}

function folderFor(
  out: string | undefined,
  files: number,
  complain: (message: string) => never,
): string {
  const refuse = (found: string) =>
    complain(
      `--out: expected a new or empty folder for the files of ${files} tickets, found ${found}`,
    );
  if (out === undefined) return refuse('none');
  if (/^\.(ndjson|json|ya?ml)$/.test(extname(out))) refuse(`'${out}', which is a file's name`);
  const there = statSync(out, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) refuse(`'${out}', which is none`);
  if (there && readdirSync(out).length > 0) refuse(`'${out}', which is not empty`);
  return whereLinksLead(out);
}
