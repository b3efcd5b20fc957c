/** Plays a fixture that has been read, for tests that give it records which no file has. */
import supertest from 'supertest';
import { afterAll } from 'vitest';
import type { Fixture } from '../../fixtures/language/Fixture.js';
import { createApp } from '../createApp.js';
import { listen } from '../listen.js';
import { vendors } from '../vendors/index.js';
import { World } from '../World.js';

/** On a free port, until it is closed, or the tests of the file are done. */
export async function playedFixture(fixture: Fixture) {
  const world = new World(fixture, vendors);
  const { url, close } = await listen(createApp(world), 0, '127.0.0.1');
  let closing: Promise<void> | undefined;
  const once = () => {
    closing ??= close();
    return closing;
  };
  afterAll(once);
  return { ask: supertest(url), url, world, close: once };
}
