/** A question that cannot be put: what it needs is not there. */
export class Unasked extends Error {}
