import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

/** Leads of eight months, a weekday each, contacted after so many minutes; some never. */
const rows = Array.from({ length: 8 * 40 }, (_, i) => {
  const [month, n] = [Math.floor(i / 40), i % 40];
  const day = 1 + (n % 28);
  const at = Date.UTC(2026, month, day, 9, (n * 7) % 60);
  const took = [9, 25, 40, 70, 110, 170, 300][(n * 5 + month) % 7] ?? 0;
  const text = (time: number) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
  const never = (n + month) % 13 === 0;
  const phone = (n + 3 * month) % 9 === 0 ? '' : `+33 1 23 45 ${String(n).padStart(2, '0')} ${month}0`;
  return [
    `L-${i}`,
    text(at),
    never ? '' : text(at + took * 60_000),
    phone,
    n % 4 === 0 ? 'Fair' : 'Web',
  ].join(',');
});

const exported = `Lead ID,Qualified at,First contact at,Phone,Source\n${rows.join('\n')}\n`;

const fields = `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: Lead ID
      made: { column: Qualified at, type: datetime, format: yyyy-MM-dd HH:mm }
      called: { column: First contact at, type: datetime, format: yyyy-MM-dd HH:mm }`;

/** The wait is a few hours at most, and a week is asked for; nobody is ever called within a minute. */
const commitments = `
  - id: easy
    owed_by: sales
    owed_to: marketing
    promise: A lead is called within a week
    response: { from: made, to: called, within: 7 calendar days }
    target: ">= 60%"
  - id: idle # sla-ignore decoration: it is an aim
    owed_by: sales
    owed_to: marketing
    promise: A lead is called within a minute
    response: { from: made, to: called, within: 1 minute }
    target: ">= 90%"
  - id: hollow
    owed_by: sales
    owed_to: marketing
    promise: A lead is called within a minute
    response: { from: made, to: called, within: 1 minute }
    target: ">= 95%"`;

const here = folderWith({
  'leads.csv': exported,
  'sub/leads.csv': exported,
  'folded.sla.yaml': agreementText({
    ...{
      id: 'folded',
      timezone: 'UTC',
      sources: fields,
      stages: '{ made: { at: made }, called: { at: called } }',
    },
    commitments: `
  - id: number
    owed_by: marketing
    owed_to: sales
    promise: Some leads
    count: { stage: made }
    target: ">= 5 per month" # at least
  - id: limit
    owed_by: sales
    owed_to: marketing
    promise: A call
    response:
      from: made
      to: called
      within: >-
        7 calendar
        days
    target: ">= 60%"`,
  }),
  'sub/lasting.sla.yaml': agreementText({
    ...{
      timezone: 'UTC',
      sources: fields,
      stages: '{ made: { at: made }, called: { at: called } }',
      commitments,
    },
  }),
});
afterAll(() => here.remove());

interface Promised {
  readonly id: string;
  readonly target: { readonly value: number };
  readonly targets: readonly { readonly basis: string; readonly value: number }[];
  readonly parts: readonly {
    readonly proposals: readonly { readonly basis: string; readonly text: string; readonly now: boolean }[];
  }[];
}

describe('sla calibrate', () => {
  it('proposes what sla init proposes on the same data', async () => {
    const made = await here.sla('init', '--from', 'leads.csv', '--timezone', 'UTC');
    expect(made.status, made.err).toBe(0);
    const { status, out } = await here.sla('calibrate', 'agreement.sla.yaml', '--format', 'json');
    expect(status).toBe(0);
    const promises: readonly Promised[] = JSON.parse(out).results[0].promises;
    const of = (id: string) => promises.find((each) => each.id === id) as Promised;
    expect(promises.map(({ id }) => id)).toEqual(['volume', 'complete-records', 'first-contact']);
    for (const id of ['volume', 'complete-records']) {
      const most = of(id).targets.find(({ basis }) => basis === 'four-of-five');
      expect(most?.value, id).toBe(of(id).target.value);
    }
    const all = of('first-contact').parts[0]?.proposals.find(({ basis }) => basis === 'all-cases');
    expect(all?.now, all?.text).toBe(true);
  });

  it('tells of a promise that was missed, or kept with ease, in each of six final periods, unless it is ignored', async () => {
    for (const command of ['report', 'calibrate']) {
      const { out } = await here.sla(command, 'sub', '--format', 'json');
      const { findings = [], results } = JSON.parse(out);
      const all = command === 'report' ? JSON.parse(out).findings : findings;
      const told = all
        .filter(({ rule }: { rule: string }) => rule === 'decoration' || rule === 'trivial')
        .map(({ rule, message }: { rule: string; message: string }) => [rule, /"(\w+)"/.exec(message)?.[1]]);
      expect(told, command).toEqual([
        ['trivial', 'easy'],
        ['decoration', 'hollow'],
      ]);
      expect(results.length).toBeGreaterThan(0);
    }
  });

  it('speaks French alone to the French: limits, periods and rates', async () => {
    const written = await here.sla('calibrate', 'sub', 'folded.sla.yaml', '--lang', 'fr');
    const out = written.out.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(out).toContain('≥ 60 % en 7 jours calendaires');
    expect(out).toMatch(/≥ \d+ par mois \(/);
    // The lines of the agreement that findings quote are as they were written.
    const said = out.split('\n').filter((line) => !/^ *\d+ \|/.test(line));
    expect(said.join('\n')).not.toMatch(/per month|calendar days|today|\d%/);
  });

  it('tells of a term that it can not write where it stands, and leaves it', async () => {
    const asked = ['calibrate', 'folded.sla.yaml', '--print-diff'];
    const { status, out, err } = await here.sla(...asked);
    expect(status).toBe(0);
    expect(err).toMatch(/^warning {2}not-written {2}folded\.sla\.yaml:\d+/m);
    expect(out).toContain(
      '-    target: ">= 5 per month" # at least\n+    target: ">= 40 per month" # at least\n',
    );
    expect(out.split('\n').filter((line) => line.startsWith('+ '))).toHaveLength(1);
  });

  it('gives no answer to --basis alone, nor of an unknown promise', async () => {
    expect((await here.sla('calibrate', 'sub', '--basis', 'step-up')).err).toContain(
      '--basis is of --print-diff',
    );
    const { status, out } = await here.sla('calibrate', 'sub', '--commitment', 'eazy');
    expect(status).toBe(2);
    expect(out).toContain('there is no commitment or objective "eazy"');
  });
});
