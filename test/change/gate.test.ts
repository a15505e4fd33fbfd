import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect } from 'vitest';
import { parse } from 'yaml';
import { compareVersions, type Version } from '../../src/change/compare.ts';
import { couldNeed } from '../../src/change/review.ts';
import { oneIn } from '../effort.ts';
import { inTurns } from '../turns.ts';
import { AGREEMENT, version } from './agreements.ts';
import { changesBetween, verdictOf, versionsOf } from './pass.ts';

const { describe, it } = inTurns();

type Replacement = readonly [string, string];

/** An edit of acme, and what it must have there and back. */
interface Edit {
  readonly edit: string;
  readonly base?: readonly Replacement[];
  readonly change: readonly Replacement[];
  readonly both?: string;
  readonly there?: string;
  readonly back?: string;
}

const folder = new URL('edits/', import.meta.url);
const EDITS = readdirSync(folder).flatMap((file): readonly Edit[] =>
  parse(readFileSync(new URL(file, folder), 'utf8')),
);

const acme = readFileSync(new URL('../../examples/acme/acme-2026-2.sla.yaml', import.meta.url), 'utf8');

function made(text: string, replacements: readonly Replacement[] = []): string {
  return replacements.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`acme does not say ${from}`);
    return all.replace(from, () => to);
  }, text);
}

const read = new Map<string, ReturnType<typeof versionsOf>>();

/** Most edits are of the same agreement, which is read once. */
function readOnce(text: string): ReturnType<typeof versionsOf> {
  const versions = read.get(text) ?? versionsOf(text);
  read.set(text, versions);
  return versions;
}

describe('the gate', () => {
  it('is tried by 190 edits at least', () => {
    expect(EDITS.length).toBeGreaterThanOrEqual(190);
    expect(new Set(EDITS.map(({ edit }) => edit)).size).toBe(EDITS.length);
  });

  it.each(oneIn(2, EDITS))(
    'judges $edit, there and back',
    async ({ base, change, both, there = both, back = both }) => {
      const text = made(acme, base);
      const [before, after] = [await readOnce(text), await versionsOf(made(text, change))];
      const found = [changesBetween(before, after), changesBetween(after, before)].map(verdictOf);
      expect(found).toEqual([there, back]);
    },
  );

  const needs = (before: Version, after: Version): readonly string[] =>
    [...new Set(compareVersions(before, after).flatMap(couldNeed))].sort();

  let agreed: Version;
  beforeAll(async () => {
    agreed = await version(AGREEMENT);
  });

  it('passes over no part that it does not know, wherever it stands', () => {
    const { agreement } = agreed;
    const [first, ...rest] = agreement.commitments;
    const leads = agreement.sources.leads;
    const fresh = { fresh: 1 };
    const grown: readonly object[] = [
      fresh,
      { commitments: [{ ...first, ...fresh }, ...rest] },
      { commitments: [{ ...first, measure: { ...first?.measure, ...fresh } }, ...rest] },
      { commitments: [{ ...first, target: { ...first?.target, ...fresh } }, ...rest] },
      { sources: { ...agreement.sources, leads: { ...leads, ...fresh } } },
      { sources: { ...agreement.sources, leads: { ...leads, csv: { ...leads?.csv, ...fresh } } } },
      { calendars: { ...agreement.calendars, office: { ...agreement.calendars.office, ...fresh } } },
      { stages: { ...agreement.stages, qualified: { ...agreement.stages.qualified, ...fresh } } },
      { profile: { ...agreement.profile, ...fresh } },
      { review: { every: null, last: null, ...fresh } },
    ];
    for (const part of grown) {
      const after = { ...agreed, agreement: { ...agreement, ...part } } as Version;
      expect([Object.keys(part), needs(agreed, after)]).toEqual([Object.keys(part), ['marketing', 'sales']]);
    }
  });
});
