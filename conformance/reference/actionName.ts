/** A vendor's token for an action as a name in lower snake case: audit-event/action-name. */

/** Null where there is none, or nothing is left of it. */
export function actionName(token: string | null): string | null {
  if (token === null) return null;
  // What is no ASCII is gone before its case is changed: some of it would become ASCII.
  const name = token.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '');
  return name === '' ? null : name.toLowerCase();
}
