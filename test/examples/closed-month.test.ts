import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closedMonthFiles } from '../../examples/generator/closed-month.ts';
import { readRows, root, sla } from './sla.ts';

const FOLDER = 'examples/closed-month';

/** Calls within a day of the leads of May, by a plain loop over the rows of a CSV. */
function may(csv: string): { readonly leads: number; readonly met: number } {
  const rows = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .filter(([, arrived = '']) => arrived.startsWith('2026-05'));
  const met = rows.filter(([, arrived = '', called = '']) => {
    const waited = Date.parse(called.replace(' ', 'T')) - Date.parse(arrived.replace(' ', 'T'));
    return waited <= 24 * 3_600_000;
  });
  return { leads: rows.length, met: met.length };
}

it('ships the export that the generator makes', () => {
  expect(readFileSync(join(root, FOLDER, 'exports/leads.csv'), 'utf8')).toBe(closedMonthFiles().today);
  expect(readRows(join(root, FOLDER, 'exports/leads.csv')).length).toBeGreaterThan(28);
});

it('keeps May as it was closed, and tells what the export of today makes of it', async () => {
  const files = closedMonthFiles();
  const [then, now] = [may(files.closing), may(files.today)];
  expect([then, now]).toEqual([
    { leads: 29, met: 16 },
    { leads: 28, met: 18 },
  ]);
  const closed = JSON.parse((await sla('report', '--closed', FOLDER, '-f', 'json')).stdout);
  expect(closed.results.map(({ id, counts, verdict }: never) => [id, counts, verdict])).toEqual([
    ['volume', expect.objectContaining({ met: then.leads }), 'met'],
    ['first-call', expect.objectContaining({ met: then.met, breached: then.leads - then.met }), 'missed'],
  ]);
  const check = await sla('check', FOLDER, '--from', '2026-05', '--to', '2026-05', '-f', 'json');
  expect(check.status).toBe(0);
  const { findings, results } = JSON.parse(check.stdout);
  expect(findings.map(({ rule, message }: never) => [rule, message])).toEqual([
    [
      'closed-month',
      '"volume" in 2026-05 was closed at 29 (met), and is 28 (met) by the exports of today: which cases moved is not recorded',
    ],
    [
      'closed-month',
      '"first call" in 2026-05 was closed at 55% (missed), and is 64% (met) by the exports of today: which cases moved is not recorded',
    ],
  ]);
  expect(results[1].counts).toMatchObject({ met: now.met, breached: now.leads - now.met });
  expect(existsSync(join(root, FOLDER, '.sla/salt'))).toBe(false);
});
