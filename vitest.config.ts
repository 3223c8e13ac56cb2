import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/support/reporter.ts'],
    // Two at once: every file of the second project may hold a database or a browser of its own.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['test/{domain,flow}/**/*.test.{ts,tsx}', 'test/architecture.test.ts'],
          // Properties run some hundred stories each.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'world',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/{domain,flow}/**', 'test/architecture.test.ts', '**/node_modules/**'],
          // A first start of the embedded database takes seven seconds on a quiet machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // How long a busy machine may take until what is awaited is there.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
