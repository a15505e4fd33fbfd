import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { memoryIo } from '../cli/memory-io.ts';

/** Three leads in each month of January 2021 to June 2026, four in each of the last year. */
const LEADS = Array.from({ length: 66 }, (_, i) => {
  const month = `${2021 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, '0')}`;
  return ['03', '11', '19', '27'].slice(0, i < 54 ? 3 : 4).map((day) => `${month}-${day}`);
}).flat();

async function proposed(dates: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'sla-past-'));
  const sla = async (...argv: readonly string[]) => {
    const { io, out, err } = memoryIo({
      files: realFiles(),
      cwd: folder,
      env: { CI: '1' },
    });
    expect(await main(argv, io), err()).toBe(0);
    return out();
  };
  try {
    const rows = dates.map((date, i) => `L${i},${date},web`).join('\n');
    writeFileSync(join(folder, 'leads.csv'), `Lead ID,Created Date,Source\n${rows}\n`);
    await sla('init', '--from', 'leads.csv', '--timezone', 'UTC', '--holidays', 'none', '--yes');
    const { results, summary, ledger } = JSON.parse(await sla('report', '--format', 'json'));
    return {
      text: readFileSync(join(folder, 'agreement.sla.yaml'), 'utf8'),
      results,
      summary,
      ledger,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('an agreement is proposed from the first month of an export of five years, and the months that a report leaves out are told', async () => {
  const { text, results, summary, ledger } = await proposed(LEADS);
  expect(text).toContain('effective: { from: 2021-01-01 }');
  expect(text).toContain('>= 3 per month');
  expect(text).toContain('(66 in all');
  const months = results.filter(({ id }: { readonly id: string }) => id === 'volume');
  expect(months).toHaveLength(12);
  expect(summary.agreements[0].notes).toContain(
    'The months from 2021-01 to before 2025-07 are not shown: --from 2021-01 shows them',
  );
  const judged = 12 * 3 + 12;
  expect(ledger.leads).toMatchObject({
    read: 210,
    judged,
    excluded: { 'outside the months shown': 210 - judged },
  });
});

it('a year that was typed wrong is no beginning of the past', async () => {
  const { text } = await proposed(['2001-01-15', ...LEADS.slice(90)]);
  expect(text).toContain('effective: { from: 2023-07-01 }');
  expect(text).toContain('>= 3 per month');
});
