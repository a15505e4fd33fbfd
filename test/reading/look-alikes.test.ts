import { describe, expect, it } from 'vitest';
import { alikeText } from '../../src/model/alike.ts';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { field, read } from './reading.ts';

const flag = {
  name: 'in_france',
  kind: 'flag',
  condition: { op: 'in', field: 'country', values: ['Île de  France'] },
} as const;

describe('what reads alike is alike', () => {
  it.each([
    ['plain', 'Île de France'],
    ['a no-break space', 'Île\u00a0de\u202fFrance'],
    ['two spaces', 'Île  de France'],
    ['a tab', 'Île de\tFrance'],
    ['an accent of its own', 'I\u0302le de France'],
    ['a joiner of no width', 'Île de Fr\u200bance'],
    ['a mark of direction', '\u200eÎle de France\u200f'],
    ['a soft hyphen', 'Île de Fran\u00adce'],
  ])('in a condition: %s', async (_, country) => {
    const { rows } = await read({
      files: { 'a.csv': `id,country\nL1,${country}\nL2,Ile de France\nL3,île de France\n` },
      fields: [field('id', 'text'), field('country', 'text')],
      columns: [flag],
    });
    expect(rows.map(({ in_france }) => in_france)).toEqual([true, false, false]);
  });

  it('in a header', async () => {
    const { rows } = await read({
      files: { 'a.csv': 'id,Pays\u00a0du  cli\u200bent\nL1,FR\n' },
      fields: [field('id', 'text'), field('country', 'text', { column: 'Pays du client' })],
    });
    expect(rows.map(({ country }) => country)).toEqual(['FR']);
  });

  it('in a key, and a code that Excel is told to leave alone is that code', async () => {
    const { rows, report } = await read({
      files: { 'a.csv': 'id,n\n="00042",1\n00042,1\nA\u00a01,2\nA 1,2\n"=""7""",3\n' },
      fields: [field('id', 'text'), field('n', 'integer')],
    });
    expect(rows.map(({ key }) => key)).toEqual(['00042', '7', 'A 1']);
    expect(report.ledger.excluded).toEqual({ 'identical duplicate': 2 });
  });

  it('in dates and numbers: the space that programs write before AM and PM, thin spaces between thousands', async () => {
    const { rows, report } = await read({
      files: {
        'a.csv':
          'id,at,n\nL1,"3/5/26, 9:30\u202fAM","12\u2009345,5"\nL2,"3/5/26,\u00a09:30 AM","12\u202f345,5"\n',
      },
      fields: [
        field('id', 'text'),
        field('at', 'datetime', { format: 'M/d/yy, h:mm a' }),
        field('n', 'decimal', { decimal: ',' }),
      ],
    });
    expect(report.ledger.rejected).toEqual({});
    expect(rows.map(({ at, n }) => [Number(at), Number(n)])).toEqual([
      [Date.UTC(2026, 2, 5, 8, 30) * 1000, 12345.5],
      [Date.UTC(2026, 2, 5, 8, 30) * 1000, 12345.5],
    ]);
  });

  it('but line breaks, capitals and other letters are told apart', () => {
    expect(alikeText('a\nb')).toBe('a\nb');
    expect(alikeText('A')).not.toBe(alikeText('a'));
    // A Latin and a Greek capital are two letters.
    expect(alikeText('A')).not.toBe(alikeText('\u0391'));
  });
});

describe('a lead whose key is written in another way', () => {
  const folder = folderWith({
    'a.sla.yaml': agreementText({
      id: 'office',
      title: 'Office',
      sources: `
  leads:
    files: a.csv
    timezone: Europe/Paris
    key: id
    fields: { id: id, country: country, created: { column: created, type: datetime, format: iso } }`,
      stages: '{ created: { at: created } }',
      objectives: `
  - { id: volume, title: Volume, shared_by: [marketing, sales], count: { stage: created, where: { country: Pays Bas } }, target: ">= 1 per month" }`,
    }),
    'a.csv': 'id,country,created\nA\u00a01,Pays\u00a0Bas,2026-03-02 10:00\n',
  });

  it('has a receipt that says what its verdict does, asked for either way', async () => {
    for (const lead of ['A 1', 'A\u00a01']) {
      const { status, out } = await folder.sla('explain', lead, 'a.sla.yaml');
      expect(status).toBe(0);
      expect(out).toContain('country is "Pays Bas"');
      expect(out).toContain('met');
    }
    const { out } = await folder.sla('cases', 'a.sla.yaml', '--lead', 'A\u00a01', '-f', 'csv');
    expect(out).toContain('office,A 1,volume,1,,met');
    folder.remove();
  });
});
