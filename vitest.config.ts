import { defineConfig } from 'vitest/config';

/** Tests that measure, to whom another beside them would be noise. */
const measuring = [
  'cli/generate/ndjsonChunks.test.ts',
  'cli/serveHuge.test.ts',
  'conformance/reference/speed.test.ts',
  'fixtures/generator/GeneratedTrail.test.ts',
  'fixtures/import/scrub/{Literals,patterns}.test.ts',
  'mock-server/{Trail,deepPages,recordFiles,sessions}.test.ts',
  'mock-server/admin/costs.test.ts',
];
/**
 * Tests that start processes for all of a file, or count what their own process holds. The others
 * share what they import, as to import it anew costs more than most files' tests.
 */
const alone = ['cli/**/*.test.ts', 'examples/**/*.test.ts', 'mock-server/ownership.test.ts'];
/** Browsers have a configuration of their own. */
const elsewhere = ['**/node_modules/**', 'dist/**', '**/*.browser.test.ts'];

export default defineConfig({
  test: {
    // Some tests start the command in a process of its own, which a busy machine is slow to do.
    testTimeout: 30_000,
    globalSetup: 'fixtures/testing/temporaryFolder.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['**/*.test.ts', 'bench/*.test.js'],
          exclude: [...elsewhere, ...measuring, ...alone],
          isolate: false,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: alone,
          exclude: [...elsewhere, ...measuring],
          // One for each core: much of the time of a test is another process's.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'measuring',
          include: measuring,
          exclude: elsewhere,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
