import { defineConfig } from 'vitest/config';
import { isLong, sortedTests } from './test/needs.ts';
import { LongestFirst } from './test/sequence.ts';

const { units, long } = sortedTests();

/**
 * `npm run test:long` runs the files whose names end in `.long.test.ts`, which nothing else runs, and those that ask test/effort.ts how
 * much they are to try; `npm test` everything else, and of the latter as much as finds most faults.
 */
export default defineConfig(({ mode }) => {
  const isLongRun = mode === 'long';
  const common = {
    // What never ends is ended; what takes two seconds takes a minute on a machine that does much else.
    testTimeout: isLongRun ? 1_800_000 : 120_000,
    hookTimeout: isLongRun ? 1_800_000 : 120_000,
    setupFiles: ['test/english.ts'],
    // What is said is compared in English, wherever the developer lives.
    env: { LC_ALL: 'C', ...(isLongRun ? { SLA_TEST_EFFORT: 'long' } : {}) },
  };
  // Files share the modules that they load, which saves a third of the processor's time: none leaves anything behind for the next.
  const unit = { ...common, name: 'unit', pool: 'threads' as const, isolate: false };
  const whole = { ...common, name: 'whole', pool: 'forks' as const, isolate: false, exclude: [...units] };
  return {
    test: {
      maxWorkers: '100%',
      sequence: { sequencer: LongestFirst },
      projects: [
        {
          test: {
            ...unit,
            include: units.filter((file) => (isLongRun ? long.includes(file) : !isLong(file))),
          },
        },
        {
          test: isLongRun
            ? { ...whole, include: [...long] }
            : { ...whole, include: ['test/**/*.test.ts'], exclude: [...units, 'test/**/*.long.test.ts'] },
        },
      ],
    },
  };
});
