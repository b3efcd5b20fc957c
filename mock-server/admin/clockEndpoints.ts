/** Shows and moves a session's clock. */
import type { MoveClock } from '../../specs/admin/types.js';
import type { AdminEndpoint, AnyAdminEndpoint } from './AdminEndpoint.js';
import { clockFace } from './clockFace.js';

const path = '/sessions/:id/clock';

const show: AdminEndpoint = {
  method: 'get',
  path,
  act: ({ session: { clock } }) => ({ status: 200, body: clockFace(clock) }),
};

const move: AdminEndpoint<MoveClock> = {
  method: 'post',
  path,
  takes: 'moveClock',
  act({ session: { clock }, body: { advance, set, running } }) {
    if (advance !== undefined) clock.advance(advance);
    if (set !== undefined) clock.set(set);
    if (running === true) clock.run();
    if (running === false) clock.stop();
    return { status: 200, body: clockFace(clock) };
  },
};

export const clockEndpoints: readonly AnyAdminEndpoint[] = [show, move];
