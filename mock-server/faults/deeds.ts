/** What a fault can do, by name. */
import type { Deeds } from '../../fixtures/language/Fault.js';
import { append } from './append.js';
import type { Behaviour } from './Behaviour.js';
import { clock } from './clock.js';
import { close } from './close.js';
import { contentLength } from './contentLength.js';
import { contentType } from './contentType.js';
import { corrupt } from './corrupt.js';
import { cut } from './cut.js';
import { date } from './date.js';
import { delay } from './delay.js';
import { deleteTicket } from './deleteTicket.js';
import { drip } from './drip.js';
import { endToken } from './endToken.js';
import { gzip } from './gzip.js';
import { loginPage } from './loginPage.js';
import { mergeTicket } from './mergeTicket.js';
import { nextPage } from './nextPage.js';
import { redirect } from './redirect.js';
import { refuse } from './refuse.js';
import { reset } from './reset.js';
import { retain } from './retain.js';
import { revoke } from './revoke.js';
import { stale } from './stale.js';
import { status } from './status.js';
import { total } from './total.js';

export const deeds: { readonly [Name in keyof Deeds]: Behaviour<Deeds[Name]> } = {
  ...{ revoke, endToken, clock, append, retain, deleteTicket, mergeTicket },
  ...{ refuse, status, loginPage, redirect, reset, close },
  ...{ cut, delay, drip, contentLength, contentType, date, corrupt, gzip },
  ...{ total, nextPage, stale },
};
