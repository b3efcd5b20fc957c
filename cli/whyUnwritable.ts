/** What the system's error means to who named the file. */

/** Why something cannot be written. */
export function whyUnwritable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'expected a folder that exists, found none';
  return code === 'EACCES' || code === 'EROFS' ? 'may not be written' : message;
}
