import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Sourced } from '../../src/app/agreements/family.ts';
import { couldNeed } from '../../src/change/review.ts';
import { editedLeaves, firstEditedWorld } from '../effort.ts';
import { type Random, randomOf } from '../property/world/random.ts';
import { worldOf } from '../property/world/world.ts';
import { editedAnywhere } from './edit.ts';
import { changesBetween, versionsOf } from './pass.ts';

/** Keys of what an agreement means that are words for people, or say where it stands in the text. */
const WORDS = new Set([
  ...['title', 'lead', 'promise', 'text', 'path', 'file', 'formerly'],
  ...['version', 'why', 'decidedBy', 'language', 'reason', 'approvals', 'last', 'name'],
  // What is assumed to plan with promises nothing, and no verdict rests on it.
  'plan',
  // What is answered is held against the profile, and no verdict rests on it.
  'answers',
]);

/** Values that say nothing by their order, nor twice more than once: words, dates, windows; never segments. */
const unordered = (list: readonly unknown[]): boolean =>
  list.every((each) => typeof each !== 'object' || (each !== null && !('id' in each)));

/** All that was decoded but words, independent of how two agreements are compared. */
function bare(value: unknown, key = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const all = value.map((each) => bare(each));
    // A promise is found by its id, wherever it stands.
    if (key === 'commitments') return all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    // The week is a list by day, and instants of opening have an order of their own.
    return unordered(value) && key !== 'week'
      ? [...new Set(all.map((each) => JSON.stringify(each)))].sort()
      : all;
  }
  // What is tried, and where its files lie, is free; what it may cost is agreed.
  const isFree = (name: string): boolean => key === 'experiments' && (name === 'files' || name === 'tried');
  const entries = Object.entries(value).filter(([name]) => !WORDS.has(name) && !isFree(name));
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, bare(each, name)]),
  );
}

/** Another id is another agreement: its versions are removed and added, as test/cli/diff.test.ts has it. */
const bareText = (versions: readonly Sourced[]): string =>
  JSON.stringify(versions.map(({ agreement }) => bare({ ...agreement, id: '' })));

async function readOrNull(text: string): Promise<readonly Sourced[] | null> {
  try {
    return await versionsOf(text);
  } catch {
    return null;
  }
}

const acme = readFileSync(new URL('../../examples/acme/acme-2026-2.sla.yaml', import.meta.url), 'utf8');

const textOf = (data: object): string => stringify(data, { aliasDuplicateObjects: false });

interface Told {
  readonly silent: readonly string[];
  readonly sound: number;
}

/** Edits that change more than words and are told as nothing at all, or as words. */
async function silentEdits(data: object, random: Random, edits: number): Promise<Told> {
  const base = await readOrNull(textOf(data));
  if (base === null) return { silent: [], sound: 0 };
  const silent: string[] = [];
  let sound = 0;
  for (let i = 0; i < edits; i++) {
    const { what, data: edited } = editedAnywhere(data, random);
    const head = await readOrNull(textOf(edited));
    if (head === null) continue;
    sound++;
    const changes = changesBetween(base, head);
    const told = changes.filter((change) => !['editorial', 'renamed'].includes(change.class));
    const passed = !changes.some((change) => couldNeed(change).length > 0);
    const proved = told.some((change) => change.class === 'tightened' || change.class === 'added');
    if (passed && !proved && bareText(base) !== bareText(head)) silent.push(what);
  }
  return { silent, sound };
}

it(`${editedLeaves} edits of any place of acme: one that changes more than words is told`, {
  timeout: 60_000 + editedLeaves * 500,
}, async () => {
  const found = await silentEdits(parse(acme), randomOf(firstEditedWorld), editedLeaves);
  expect(found.silent).toEqual([]);
  expect(found.sound).toBeGreaterThan(editedLeaves / 4);
});

it('so are those of random agreements', { timeout: 60_000 + editedLeaves * 500 }, async () => {
  const silent: string[] = [];
  for (let i = 0; i < editedLeaves / 10; i++) {
    const seed = firstEditedWorld + i;
    const [version] = worldOf(seed).world.versions;
    const found = await silentEdits(version ?? {}, randomOf(seed), 8);
    silent.push(...found.silent.map((what) => `world ${seed}: ${what}`));
  }
  expect(silent).toEqual([]);
});
