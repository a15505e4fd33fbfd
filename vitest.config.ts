import { defineConfig } from 'vitest/config';
import { isLong, sortedTests } from './test/needs.ts';
import { LongestFirst } from './test/sequence.ts';

const { units, long } = sortedTests();

/** Which files each run takes, by the word that package.json gives it. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  unit: units.filter((file) => !isLong(file)),
  long,
};

/**
 * `npm run test:long` runs the files whose names end in `.long.test.ts`, which nothing else runs, and those that ask test/effort.ts how
 * much they are to try; `npm test` everything else, and of the latter as much as finds most faults; `npm run test:unit` what of these needs
 * neither the engine nor a process. All of a run are one project, for another one has workers of its own, which load the sources again.
 */
export default defineConfig(({ mode }) => {
  const isLongRun = mode === 'long';
  return {
    test: {
      include: [...(FILES[mode] ?? ['test/**/*.test.ts'])],
      exclude: isLongRun ? [] : ['test/**/*.long.test.ts'],
      maxWorkers: '100%',
      // The engine is not for threads. Files share the modules that they load, which saves a third of the processor's time: none leaves
      // anything behind for the next.
      pool: mode === 'unit' ? 'threads' : 'forks',
      isolate: false,
      // What a source became is kept by its content, from one run to the next: a quarter of the time of the tests that need no engine.
      experimental: { fsModuleCache: true },
      sequence: { sequencer: LongestFirst },
      // What never ends is ended; what takes two seconds takes a minute on a machine that does much else.
      testTimeout: isLongRun ? 1_800_000 : 120_000,
      hookTimeout: isLongRun ? 1_800_000 : 120_000,
      setupFiles: ['test/english.ts'],
      // What is said is compared in English, wherever the developer lives.
      env: { LC_ALL: 'C', ...(isLongRun ? { SLA_TEST_EFFORT: 'long' } : {}) },
    },
  };
});
