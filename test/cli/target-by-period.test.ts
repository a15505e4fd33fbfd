import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'acme',
  title: 'Acme',
  effective: '{ from: 2026-06-01 }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields: { id: id, at: { column: at, type: datetime, format: iso } }`,
  stages: '{ qualified: { at: at } }',
  commitments: `
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified }
    target: { every: ">= 3 per month", 2026-08: ">= 1" }
  - id: even-flow
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified }
    target: { every: "<= 2 per day", 2026-07-02: "<= 1" }`,
});

const DATES = ['06-02', '06-09', '06-10', '07-01', '07-01', '07-02', '07-02', '08-05', '09-01'];
const LEADS = `id,at\n${DATES.map((date, i) => `L${i},2026-${date}T09:00`).join('\n')}\n`;

const here = folderWith({ 'acme.sla.yaml': AGREEMENT, 'leads.csv': LEADS });
afterAll(here.remove);

const sla = (...argv: readonly string[]) => here.sla(...argv);

describe('a target that differs in single periods', () => {
  it('is what each period is held against', async () => {
    const { out } = await sla('report', '--as-of', '2026-10-01', '--to', '2026-09', '--format', 'json');
    const { results } = JSON.parse(out);
    const told = (id: string) =>
      results
        .filter((one: { id: string }) => one.id === id)
        .map((one: Record<string, never>) => [one.period, one.value, one.target, one.verdict])
        .map(([period, value, target, verdict]: [string, number, { value: number; text: string }, string]) =>
          [period, `${value} of ${target.text}`, verdict].join(': '),
        );
    expect(told('volume')).toEqual([
      '2026-06: 3 of >= 3 per month: met',
      '2026-07: 4 of >= 3 per month: met',
      '2026-08: 1 of >= 1 per month: met',
      '2026-09: 1 of >= 3 per month: missed',
    ]);
    expect(
      told('even-flow')
        .filter((line: string) => line.startsWith('2026-07-0'))
        .slice(0, 3),
    ).toEqual([
      '2026-07-01: 2 of <= 2 per day: met',
      '2026-07-02: 2 of <= 1 per day: missed',
      '2026-07-03: 0 of <= 2 per day: met',
    ]);
  });

  it('has one line in a table, and its own target beside the verdict of its period', async () => {
    const { out } = await sla('report', '--as-of', '2026-10-01', '--to', '2026-09');
    expect(out.match(/^│ volume/gm)).toHaveLength(1);
    expect(out).toContain('≥ 3');
    expect(out).toContain('met (≥ 1)');
    expect(out).toMatch(/promise, by day │ +2026-07-02 │\n/);
    expect(out).toContain('even flow: 120 of 121 days met, 1 missed');
  });

  it('of a day says which days there is room for, and out of how many', async () => {
    const days = Array.from({ length: 20 }, (_, i) => `2026-06-${String(i + 1).padStart(2, '0')}`);
    const titled = async (times: number) => {
      const rows = days.flatMap((day, i) =>
        Array.from({ length: times }, (_, n) => `D${i}-${n},${day}T09:00`),
      );
      const other = folderWith({ 'acme.sla.yaml': AGREEMENT, 'leads.csv': `id,at\n${rows.join('\n')}\n` });
      const { out } = await other.sla('report', '--from', '2026-06', '--as-of', '2026-06-21');
      other.remove();
      return out;
    };
    // Three a day are one too many on each of the twenty; one a day is met on all of them.
    expect(await titled(3)).toMatch(/^Days, of which the latest 14 of 2\d that are not met are shown$/m);
    expect(await titled(1)).toMatch(/^Days, of which the latest 14 of 2\d are shown$/m);
  });

  it('is told by validate', async () => {
    const { out } = await sla('validate');
    expect(out).toContain('volume: in Aug 2026: ≥ 1; where nothing else is said: ≥ 3');
  });
});
