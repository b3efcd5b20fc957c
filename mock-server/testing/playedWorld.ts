/** Plays a world that was made without a fixture, for tests. */
import supertest from 'supertest';

import { createApp } from '../createApp.js';
import { listen } from '../listen.js';
import { ResponseLocals } from '../ResponseLocals.js';
import { Sessions } from '../Sessions.js';
import type { AnyVendor } from '../Vendor.js';
import type { World } from '../World.js';
import { afterwards } from './afterwards.js';

/** On a free port, until it is closed, or the tests of the file are done. */
export async function playedWorld(world: World, vendors: readonly AnyVendor[]) {
  const none = () => {
    throw new Error('there is one world');
  };
  const sessions = new Sessions(
    { whole: world, named: none, given: none },
    { sessions: 100, journal: { entries: 100, bytes: 100_000 } },
    none,
  );
  const { url, close } = await listen(createApp(vendors), {
    port: 0,
    host: '127.0.0.1',
    locals: () => new ResponseLocals(sessions),
  });
  let closing: Promise<void> | undefined;
  const once = () => {
    closing ??= close();
    return closing;
  };
  afterwards(once);
  return { ask: supertest(url), url, clock: sessions.default.clock, close: once };
}
