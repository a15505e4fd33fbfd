import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { versionFindings } from '../../src/app/agreements/version-findings.ts';
import { couldNeed } from '../../src/change/review.ts';
import type { Change } from '../../src/model/change.ts';
import { editedWorlds, firstEditedWorld } from '../effort.ts';
import { type RawAgreement, targetOf } from '../oracle/agreement.ts';
import { type Ruled, type Ruling, rule } from '../oracle/judge.ts';
import { randomOf } from '../property/world/random.ts';
import { type Seeded, worldOf } from '../property/world/world.ts';
import { editedAnywhere } from './edit.ts';
import { changesBetween, versionsOf } from './pass.ts';

/** Edits of each world. */
const EDITS = 8;

/** Of what a promise asks for, as much as is proved to be harder, from the best to the worst. */
const RANKS = { met: 2, pending: 1, unknown: 1, breached: 0 } as const;

/** What the case is of: a lead, or a record, of which several may be alike. */
const keyOf = ({ promise, at, case: { lead, handOver } }: Ruled): string =>
  JSON.stringify([promise.id, lead, handOver, at]);

function byKey({ cases }: Ruling): ReadonlyMap<string, readonly Ruled[]> {
  const found = new Map<string, Ruled[]>();
  for (const one of cases) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

const numbersOf = (list: readonly Ruled[]): string =>
  JSON.stringify(
    list.map(({ state, atRisk, booked, case: { amount, due, system, human, touches } }) => [
      state,
      atRisk,
      booked,
      [amount, due, system, human, touches],
    ]),
  );

/** What is easier after than before, or other where nothing but words may differ. */
function easier(before: Ruling, after: Ruling, changes: readonly Change[]): readonly string[] {
  if (before.asOf !== after.asOf) return [`as-of ${before.asOf} to ${after.asOf}`];
  const words = changes.every((change) => change.class === 'editorial');
  const [old, now] = [byKey(before), byKey(after)];
  const added = new Set(changes.filter((one) => one.class === 'added').map(({ promise }) => promise));
  const come = [...now.keys()].filter((key) => !old.has(key) && !added.has(JSON.parse(key)[0]));
  return [
    ...come.map((key) => `${key} came`),
    ...[...old].flatMap(([key, list]) => {
      const others = now.get(key) ?? [];
      if (words) return numbersOf(list) === numbersOf(others) ? [] : [`${key} is other`];
      if (others.length !== list.length) return [`${key} is gone`];
      const wrong = list.some((one, i) => isEasier(one, others[i] as Ruled));
      return wrong ? [`${key}: ${list[0]?.state} to ${others[0]?.state}`] : [];
    }),
  ];
}

function isEasier({ state: before, promise, booked }: Ruled, { state: after, ...now }: Ruled): boolean {
  // What a waiver no longer excuses is there again.
  if (before === 'excluded') return false;
  if (after === 'excluded' || booked !== now.booked) return before !== after || booked !== now.booked;
  const [from, to] = [RANKS[before], RANKS[after]];
  return targetOf(promise).startsWith('<=') ? to < from : to > from;
}

const textsOf = (versions: readonly RawAgreement[]): readonly string[] =>
  versions.map((version) => stringify(version, { aliasDuplicateObjects: false }));

async function readOrNull(versions: readonly RawAgreement[]) {
  try {
    const read = await versionsOf(...textsOf(versions));
    const together = versionFindings({ id: 'world', versions: read });
    return together.some(({ rule: name }) => name === 'overlapping-versions') ? null : read;
  } catch {
    return null;
  }
}

const seen = { edits: 0, passed: 0, tightened: 0 };

async function wrongOf({ world, season, seed }: Seeded): Promise<readonly string[]> {
  const random = randomOf(seed);
  const base = await readOrNull(world.versions);
  const before = rule(world, season.span);
  if (base === null || before === null) return [];
  const wrong: string[] = [];
  for (let i = 0; i < EDITS; i++) {
    const at = random.int(0, world.versions.length - 1);
    const { what, data } = editedAnywhere(
      world.versions[at] as RawAgreement,
      random,
      random.chance(0.7) ? 'commitments' : undefined,
    );
    // The oracle knows no defaults of sources, and nothing of them passes anywhere.
    if (what.startsWith('sources')) continue;
    const versions = world.versions.map((version, k) => (k === at ? data : version));
    const head = await readOrNull(versions);
    if (head === null) continue;
    seen.edits++;
    const changes = changesBetween(base, head);
    if (changes.some((change) => couldNeed(change).length > 0)) continue;
    seen.passed++;
    if (changes.some((change) => change.class === 'tightened')) seen.tightened++;
    const after = rule({ ...world, versions }, season.span);
    const found = after === null ? ['nothing is judged'] : easier(before, after, changes);
    if (found.length > 0) wrong.push([`world ${seed}: ${what}`, ...found.slice(0, 3)].join('\n  '));
  }
  return wrong;
}

it(`${editedWorlds} worlds, each edited ${EDITS} times: what makes any number easier passes nowhere`, {
  timeout: 60_000 + editedWorlds * 2_000,
}, async () => {
  const wrong: string[] = [];
  for (let seed = firstEditedWorld; seed < firstEditedWorld + editedWorlds; seed++)
    wrong.push(...(await wrongOf(worldOf(seed))));
  if (process.env.COVERAGE) console.log(seen, process.cpuUsage().user / 1e6);
  expect(wrong.join('\n')).toBe('');
  expect(seen.edits).toBeGreaterThan(editedWorlds);
  expect(seen.passed).toBeGreaterThan(editedWorlds / 4);
});
