import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    // Some tests start the command in a process of its own, which a busy machine is slow to do.
    testTimeout: 30_000,
    // One for each core: much of the time of a test is another process's.
    maxWorkers: '100%',
  },
});
