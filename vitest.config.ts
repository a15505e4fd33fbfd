import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    // What is said is compared in English, wherever the developer lives.
    env: { LC_ALL: 'C' },
  },
});
