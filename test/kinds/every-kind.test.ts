import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { termsSentence } from '../../src/app/wording/terms.ts';
import { kinds } from '../../src/kinds/index.ts';
import type { KindDef } from '../../src/kinds/kind.ts';
import type { LowerContext } from '../../src/kinds/lower.ts';
import { readAgreement } from '../../src/language/read.ts';
import { agreementSchema } from '../../src/language/schema/index.ts';
import { reset, speak } from '../../src/messages/index.ts';
import type { StageRef } from '../../src/model/judge.ts';
import type { Measure } from '../../src/model/measure.ts';
import { oneIn } from '../effort.ts';
import { root, sla } from '../examples/sla.ts';

/** What every kind of measure owes to the rest of the program, tried on the promise that its page shows, in the words of acme. */

const acme = join(root, 'examples', 'acme');
const folder = mkdtempSync(join(tmpdir(), 'sla-kinds-'));
for (const name of ['exports', 'records']) cpSync(join(acme, name), join(folder, name), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(reset);

interface RawPromise {
  readonly id: string;
  readonly shared_by?: unknown;
  readonly [key: string]: unknown;
}

const pageOf = (kind: string): string => join(root, 'docs', 'kinds', `${kind}.md`);

/** The first promise of the kind's page, with its measure changed, and with settings of its own. */
function promiseOf(kind: string, measure: object = {}, settings: object = {}): RawPromise {
  const block = /^```yaml\n([\s\S]*?)^```/m.exec(readFileSync(pageOf(kind), 'utf8'))?.[1] ?? '';
  const [promise]: RawPromise[] = parse(block);
  if (!promise) throw new Error(`docs/kinds/${kind}.md shows no promise`);
  const { segments: _, ...whole } = promise;
  return { ...whole, [kind]: { ...(promise[kind] as object), ...measure }, ...settings };
}

/** The agreement of acme with that promise in place of its commitments, or of its objectives. */
function agreementWith(promise: RawPromise): string {
  const whole = parse(readFileSync(join(acme, 'acme-2026-2.sla.yaml'), 'utf8'));
  const section = promise.shared_by === undefined ? 'commitments' : 'objectives';
  const more = sourcesOf(Object.keys(promise));
  return stringify({ ...whole, sources: { ...whole.sources, ...more }, waivers: [], [section]: [promise] });
}

/** What the page of a kind adds to the sources, where acme has none of these rows. */
function sourcesOf(keys: readonly string[]): object {
  const kind = kinds.find(({ kind: name }) => keys.includes(name))?.kind ?? '';
  const block = /^```yaml\n(sources:[\s\S]*?)^```/m.exec(readFileSync(pageOf(kind), 'utf8'))?.[1];
  return block === undefined ? {} : parse(block).sources;
}

async function found(promise: RawPromise) {
  const { agreement, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', agreementWith(promise));
  const all = [...(agreement?.objectives ?? []), ...(agreement?.commitments ?? [])];
  const decoded = all.find(({ id }) => id === promise.id);
  const says = () => (agreement && decoded ? termsSentence(decoded, agreement) : null);
  return { measure: decoded?.measure, says, rules: diagnostics.map(({ rule }) => rule) };
}

async function measureOf(kind: string, terms: object = {}): Promise<Measure> {
  const { measure } = await found(promiseOf(kind, terms));
  if (!measure) throw new Error(`The promise of docs/kinds/${kind}.md is refused`);
  return measure;
}

const timed: KindDef[] = [];
for (const kind of kinds) {
  if (existsSync(pageOf(kind.kind)) && kind.timing(await measureOf(kind.kind)) !== null) timed.push(kind);
}

describe.each(kinds)('the kind $kind', (kind) => {
  it('has a page of its own that begins with its name', () => {
    expect(existsSync(pageOf(kind.kind)), `docs/kinds/${kind.kind}.md`).toBe(true);
    expect(readFileSync(pageOf(kind.kind), 'utf8')).toMatch(new RegExp(`^# ${kind.kind}\n`));
  });

  it('is a definition of the schema, with examples', () => {
    expect(agreementSchema.definitions?.[kind.kind]).toBe(kind.schema);
    expect(kind.schema.examples?.length).toBeGreaterThan(0);
  });

  it('says a measure in a sentence without a final period', async () => {
    expect(kind.describe(await measureOf(kind.kind))).toMatch(/^[A-Z].*[^.]$/);
  });

  it('says when its promise is met, in both languages', async () => {
    const { says } = await found(promiseOf(kind.kind));
    expect(says()).toMatch(/^Met if .*[^.]\.$/);
    await speak('fr', { firm: true });
    expect(says()).toMatch(/^Tenu si .*[^.]\.$/);
  });

  it('sees no difference between a measure and itself', async () => {
    const measure = await measureOf(kind.kind);
    expect(kind.compare(measure, structuredClone(measure))).toEqual([]);
  });

  it('refers to every stage that its scope, its part and its clock name', async () => {
    const measure = await measureOf(kind.kind);
    const { from, to, until, splitAt } = kind.timing(measure) ?? {};
    const named = [kind.scope(measure)?.stage, kind.part(measure)?.reaches, from, to, until, splitAt];
    const stages = kind.references(measure).filter((each) => each.to === 'stage');
    const missing = named.filter(
      (name) => typeof name === 'string' && !stages.some((each) => each.name === name),
    );
    expect(missing).toEqual([]);
  });

  it('says the same of its scope, its records and its clock as its cases do', async () => {
    const measure = await measureOf(kind.kind);
    const plan = kind.lower(measure, contextNamed());
    const records = kind.records?.(measure);
    if (records) expect(plan.start.time).toBe(records.at);
    expect(kind.timing(measure) !== null, 'timing, where the cases have a time limit').toBe('terms' in plan);
    const isDue = (kind.due?.(measure) ?? null) !== null;
    expect('isPlanned' in plan).toBe(isDue || records !== undefined);
    expect(kind.scope(measure)?.stage ?? null).toBe('isPlanned' in plan ? null : plan.start.time);
    expect(kind.part(measure) !== null, 'part, where no clock decides').toBe(
      plan.shape === 'ratio' && !isDue,
    );
    if ('terms' in plan) expect(plan.start.time).toBe(kind.timing(measure)?.from);
  });

  it('lets segments change terms that stand in its measure under these names', async () => {
    const measure = await measureOf(kind.kind);
    const names = { within: 'within', calendar: 'calendar', at_least: 'atLeast' } as const;
    expect(kind.segmentTerms.filter((term) => !(names[term] in measure))).toEqual([]);
    const both = kind.segmentTerms.includes('within') && kind.segmentTerms.includes('calendar');
    expect(both, 'segmentTerms, where the measure is timed').toBe(kind.timing(measure) !== null);
  });
});

it('some kinds are timed', () => {
  expect(timed.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['response', 'attempts']));
});

describe.each(timed)('the clock of the kind $kind', ({ kind, timing, compare }) => {
  it('has its limit and its calendar from the keys "within" and "calendar"', async () => {
    const measure = await measureOf(kind, { within: '7 business hours', calendar: 'office' });
    expect(timing(measure)).toMatchObject({ within: { text: '7 business hours' }, calendar: 'office' });
    const longer = await measureOf(kind, { within: '8 business hours', calendar: 'office' });
    expect(compare(measure, longer)).toMatchObject([{ rule: 'within', class: 'weakened' }]);
  });

  it('is seen by the rule closed-limit', async () => {
    const { rules } = await found(promiseOf(kind, { within: '30 minutes', calendar: undefined }));
    expect(rules).toContain('closed-limit');
  });

  it('is seen by the rule idle-calendar, but where the calendar tells days apart', async () => {
    const { measure, rules } = await found(promiseOf(kind, { within: '72 hours', calendar: 'office' }));
    const dates = measure !== undefined && timing(measure)?.datesEvents;
    expect(rules.includes('idle-calendar')).toBe(!dates);
  });

  it('is seen by the rule late-booking', async () => {
    const late = promiseOf(kind, { within: '60 calendar days' }, { book_by: 'due' });
    expect((await found(late)).rules).toContain('late-booking');
  });
});

it.each(oneIn(timed.length, timed))(
  'The clock of the kind $kind is shown with a due date by sla validate, and with its instants by sla explain',
  async ({ kind }) => {
    const file = join(folder, `${kind}.sla.yaml`);
    const promise = promiseOf(kind, { within: '3 business hours', calendar: 'office' });
    writeFileSync(file, agreementWith(promise));
    const said = await sla('validate', file);
    expect(said.stdout).toContain('3 business hours: a lead that arrives Friday 16:30 is due Monday 11:30');
    const asOf = ['--as-of', '2026-07-01', '--format', 'json'];
    const cases = JSON.parse(
      (await sla('cases', file, '--commitment', promise.id, '--state', 'met', ...asOf)).stdout,
    );
    const [{ lead }] = cases.results;
    const { results } = JSON.parse((await sla('explain', lead, file, ...asOf)).stdout);
    const { clock } = results[0].promises.find(({ id }: RawPromise) => id === promise.id);
    expect(clock).toMatchObject({ within: '3 business hours', calendar: 'office' });
    expect(clock.start.stage).toBe('qualified');
    expect(clock.due > clock.start.at).toBe(true);
  },
);

/** Columns named after what they are asked for. */

function contextNamed(): LowerContext {
  const stage = (id: string): StageRef => ({ time: id, when: null });
  const flags = (given: readonly unknown[]) =>
    given.every((each) => each === null) ? null : JSON.stringify(given);
  return {
    stage,
    wordsOf: (id) => [{ field: id, column: id }],
    number: (field) => field,
    time: (field) => field,
    deadline: (field) => field,
    value: (field) => field,
    scope: (...conditions) => flags(conditions),
    flag: (condition) => JSON.stringify(condition),
    holds: (_source, { from, to }) => ({ table: 'holds', from, to, when: null, inRow: false }),
    activities: (source, where) => ({ table: source, time: 'at', when: flags([where]) }),
    terms: ({ within, ...own }) => [
      {
        ...{ segment: null, when: null, ...own },
        within: within.unit === 'row' ? { ...within, column: within.field } : within,
      },
    ],
  };
}
