/** A mistake: how many records an answer announces is forgotten. */
import { takes } from './takes.js';

export const forgetful = takes(({ records, more }) => ({ records, more }));
