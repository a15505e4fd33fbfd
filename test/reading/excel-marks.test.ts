import { describe, expect, it } from 'vitest';
import { kinds, sniffed } from '../sniff/sniffed.ts';
import { field, read } from './reading.ts';

describe('ids that Excel has rounded', () => {
  const table = (...ids: readonly string[]) => `id;stage\n${ids.map((id, i) => `${id};s${i}\n`).join('')}`;
  const fields = [field('id', 'text'), field('stage', 'text')];
  const csv = { delimiter: ';' } as const;

  it('are a fault of the key, never rows with one id that differ', async () => {
    const ids = ['1.10416E+11', '1.10416E+11', '1,10416E+11', '1E+15', '110416000001'];
    const { report, rejects } = await read({
      files: { 'a.csv': table(...ids) },
      fields,
      csv,
      plan: { maxRejected: 0.5 },
    });
    expect(report.ledger).toMatchObject({ read: 5, judged: 1, rejected: { 'rounded-id': 4 } });
    expect(rejects.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual(
      ids.slice(0, 4).map((id, i) => [i + 2, 'id', id, 'rounded-id']),
    );
    expect(report.fatal.map(({ rule, help }) => [rule, help])).toEqual([
      ['too-many-rejected', expect.stringContaining('export again from the CRM')],
    ]);
  });

  it('are no other ids with an E in them, and no texts that are no key', async () => {
    const ids = ['1E10', '3E+05', 'E+12', '12.5E+11', 'a1.1E+11'];
    const { report, rows } = await read({
      files: { 'a.csv': `id;stage\n${ids.map((id) => `${id};1.1E+11\n`).join('')}` },
      fields,
      csv,
    });
    expect(report.ledger.rejected).toEqual({});
    expect(rows.map(({ stage }) => stage)).toEqual(ids.map(() => '1.1E+11'));
  });

  it('are told by sniff, which then does not advise "duplicates: latest"', async () => {
    const found = await sniffed('Id,Date\n1.10416E+11,2026-03-02\n1.10416E+11,2026-03-03\n');
    expect(kinds(found)).toContain('rounded-ids');
    expect(found.oddities.find(({ kind }) => kind === 'rounded-ids')?.message).toBe(
      '2 cells of "Id" are long numbers that Excel has rounded, such as "1.10416E+11"',
    );
    expect(JSON.stringify(found)).not.toContain('duplicates: latest');
  });
});
