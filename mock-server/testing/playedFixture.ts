/** Plays a fixture that has been read, for tests that give it records which no file has. */
import type { Fixture } from '../../fixtures/language/Fixture.js';
import { vendors } from '../vendors/index.js';
import { World } from '../World.js';
import { playedWorld } from './playedWorld.js';

export function playedFixture(fixture: Fixture) {
  return playedWorld(new World(fixture, vendors), vendors);
}
