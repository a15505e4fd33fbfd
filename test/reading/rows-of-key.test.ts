import { expect } from 'vitest';
import { inTurns } from '../turns.ts';
import { field, read } from './reading.ts';

const { describe, it } = inTurns();

const FIELDS = [field('id', 'text'), field('owner', 'text'), field('at', 'datetime')];

const latest = { latestBy: 'at' };
const each = { unique: 'each', handedOver: 'at' } as const;

describe('the rows of one key', () => {
  it('stand or not, as duplicates are collapsed', async () => {
    const text = [
      'id,owner,at',
      'A,Ann,2026-03-02 09:00',
      'B,Bob,2026-03-02 09:00',
      'A,Cid,2026-03-04 09:00',
      'A,Cid,2026-03-04 09:00',
      'A,Dee,not a date',
    ].join('\n');
    const { found, rows } = await read({ files: { 'a.csv': text }, fields: FIELDS, plan: latest, key: 'A' });
    expect(rows.map(({ key, owner }) => [key, owner])).toEqual([
      ['A', 'Cid'],
      ['B', 'Bob'],
    ]);
    expect(found.map(({ line, standing, cells }) => [line, standing, cells.owner])).toEqual([
      [2, 'superseded', 'Ann'],
      [4, 'kept', 'Cid'],
      [5, 'identical', 'Cid'],
      [6, 'superseded', 'Dee'],
    ]);
  });

  it('are numbered by their dates where each is a hand-over, those that can not be read aside', async () => {
    const text = 'id,owner,at\nA,Cid,2026-03-04T09:00Z\nA,Ann,2026-03-02T09:00Z\nA,Dee,not a date\n';
    const { found } = await read({ files: { 'a.csv': text }, fields: FIELDS, plan: each, key: 'A' });
    expect(found.map(({ line, handOver }) => [line, handOver])).toEqual([
      [2, { nth: 2, at: Date.UTC(2026, 2, 4, 9) * 1000 }],
      [3, { nth: 1, at: Date.UTC(2026, 2, 2, 9) * 1000 }],
      [4, null],
    ]);
  });

  // A key goes into a statement: it must stay a text there.
  it.each(["O'Hara", "'; DROP TABLE leads; --", 'a\\', 'Zoë "x"', '$1', 'A\0B'])(
    'is found whatever is in it: %j',
    async (key) => {
      const cell = `"${key.replaceAll('"', '""')}"`;
      const text = `id,owner,at\n${cell},Ann,2026-03-02 09:00\n${cell},Bob,2026-03-03 09:00\nB,Cid,2026-03-02 09:00\n`;
      const { found } = await read({ files: { 'a.csv': text }, fields: FIELDS, plan: latest, key });
      expect(found.map(({ line, standing }) => [line, standing])).toEqual([
        [2, 'superseded'],
        [3, 'kept'],
      ]);
    },
  );
});
