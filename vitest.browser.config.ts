import { defineConfig } from 'vitest/config';

/** What is seen in a browser: Debian's Chromium, or the one at $CHROMIUM. */
export default defineConfig({
  test: {
    include: ['**/*.browser.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: 'fixtures/testing/temporaryFolder.ts',
  },
});
