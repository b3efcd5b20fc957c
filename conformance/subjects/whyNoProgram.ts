/** Finds out why a program cannot be started, before anybody is asked anything. */
import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What is wrong with it, if anything is.
 * @param program a path, or a name that is looked up in PATH, as the system does
 */
export function whyNoProgram(program: string, path = process.env.PATH ?? ''): string | undefined {
  const named = JSON.stringify(program);
  if (program === '') return 'expected a program, found an empty text';
  const isPath = program.includes('/');
  const places = isPath ? [program] : path.split(delimiter).map((folder) => join(folder, program));
  const files = places.filter((place) => stats(place)?.isFile());
  if (files.some(isExecutable)) return undefined;
  const [file] = files;
  if (file !== undefined)
    return `${JSON.stringify(file)} is not executable; chmod +x makes it so, or start it by what runs it, such as python3`;
  if (isPath && stats(program)?.isDirectory())
    return `expected a program, found the folder ${named}`;
  const isHere = !isPath && stats(program)?.isFile();
  return `there is no program ${named}${isHere ? `; did you mean ./${program}?` : ''}`;
}

function stats(place: string): Stats | undefined {
  try {
    return statSync(place);
  } catch {
    return undefined;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
