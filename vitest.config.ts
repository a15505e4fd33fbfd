import { defineConfig } from 'vitest/config';
import { unitTests } from './test/needs.ts';

const units = [...unitTests()];

/** What takes long, or tries much at random: `npm run test:long` gives it all the time that it asks for. See test/effort.ts. */
const LONG = [
  'test/property/worlds-1.test.ts',
  'test/property/worlds-2.test.ts',
  'test/property/worlds-3.test.ts',
  'test/property/worlds-4.test.ts',
  'test/calendar/property.test.ts',
  'test/change/compare.property.test.ts',
  'test/change/leaves.property.test.ts',
  'test/change/lenient.property.test.ts',
  'test/cli/interrupt.test.ts',
  'test/fuzz/fuzz.test.ts',
  'test/judging/as-of-acme.test.ts',
];

export default defineConfig(({ mode }) => {
  const long = mode === 'long';
  const common = {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/english.ts'],
    // What is said is compared in English, wherever the developer lives.
    env: { LC_ALL: 'C', ...(long ? { SLA_TEST_EFFORT: 'long' } : {}) },
  };
  // Files share the modules that they load, which saves a third of the processor's time: none leaves anything behind for the next.
  const unit = { ...common, name: 'unit', pool: 'threads' as const, isolate: false };
  const whole = { ...common, name: 'whole', pool: 'forks' as const, isolate: false, exclude: units };
  return {
    test: {
      maxWorkers: '100%',
      projects: [
        { test: { ...unit, include: long ? units.filter((file) => LONG.includes(file)) : units } },
        { test: { ...whole, include: long ? LONG : ['test/**/*.test.ts'] } },
      ],
    },
  };
});
