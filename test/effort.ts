import { readFileSync } from 'node:fs';

/**
 * How much of what is tried at random, or what takes long, a run of the tests tries: all of it under `npm run test:long`
 * (`SLA_TEST_EFFORT=long`), and as much as finds most faults under `npm test`.
 */
export const long = process.env.SLA_TEST_EFFORT === 'long';

const package_ = new URL('../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(package_, 'utf8')) as { readonly version: string };

/** The number of a release: of base 1000, 0.1.0 is 1000 and 1.12.3 is 1012003. */
const numbered = (base: number): number =>
  version
    .split('.')
    .slice(0, 3)
    .reduce((all, part) => all * base + Number.parseInt(part, 10), 0);

/** Each release has a number of its own. */
const release = numbered(1000);

/** Which of the tests that come in turns this release has. `TURN=1` tries another one's. Of 1000, 0.1.0 and 0.2.0 would have the same ones. */
export const turn = Number(process.env.TURN ?? numbered(31));

/** Of tests that each run the program the short run has one in so many. */
export const turns = 8;

/** Worlds of one of the four files. `WORLDS=20000` tries more. */
export const worlds = Number(process.env.WORLDS ?? (long ? 500 : 3));

/** Worlds that are judged from texts and from tables. */
export const typedWorlds = Number(process.env.WORLDS ?? (long ? 150 : 2));

/** Worlds that are judged from texts and from tables of a server. */
export const servedWorlds = Number(process.env.WORLDS ?? (long ? 50 : 2));

/** Worlds that printed statements count, in each engine that is at hand. */
export const printedWorlds = Number(process.env.WORLDS ?? (long ? 60 : 1));

/**
 * The number of a file's first world. The long run walks the first of each five hundred of the worlds 1 to 2,000, always. The short one walks others, and other ones in
 * each release, so that what is proved grows. `SEED=1234 WORLDS=1` tries one world again.
 */
export const firstWorld = (part: number): number =>
  Number(process.env.SEED ?? (long ? 1 + (part - 1) * 500 : 10_000 + (release * 4 + part - 1) * 25));

/** Calendars that are walked through minute by minute, of each place. */
export const walks = long ? 18 : 1;

/** Where the random numbers of a walk begin. */
export const walkSeed = long ? 20_260 : 20_260 + release * 100;

/** Pairs of terms that are compared, of each law. */
export const pairs = long ? 1000 : 20;

/** Worlds whose agreement is edited at random, and the first of them. `EDITED=300` tries more. */
export const editedWorlds = Number(process.env.EDITED ?? (long ? 300 : 2));
export const firstEditedWorld = Number(process.env.SEED ?? (long ? 1 : 20_000 + release * 8));

/** Edits of any place of an agreement. */
export const editedLeaves = Number(process.env.EDITED ?? (long ? 1500 : 15));

/** Agreements and exports that are damaged at random, those of each other family, and the seed of the first. */
export const mutants = long ? 300 : 12;
export const mutantsOfFamily = long ? 60 : 2;
export const firstMutant = long ? 1 : 1000 + release * 50;

/** Rows of the export whose reading is interrupted. */
export const interruptedRows = long ? 1_000_000 : 200_000;

/** Days from one to the next on which acme is judged as of a day that is over. `DAYS=1` takes each. */
export const daysApart = Number(process.env.DAYS ?? 3);

/** The first ones of each kind; under the long run all. Of what is alike, one tells what most of the others would. */
export function fewOf<T>(all: readonly T[], kindOf: (one: T) => string, most: number): readonly T[] {
  const met = new Map<string, number>();
  return all.filter((one) => {
    const before = met.get(kindOf(one)) ?? 0;
    met.set(kindOf(one), before + 1);
    return long || before < most;
  });
}

/** One in so many, others in each release; under the long run all. */
export function oneIn<T>(many: number, all: readonly T[]): readonly T[] {
  return all.filter((_, i) => long || i % many === turn % many);
}
