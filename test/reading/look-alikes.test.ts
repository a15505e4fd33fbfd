import { expect } from 'vitest';
import { alikeText } from '../../src/model/alike.ts';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';
import { field, read } from './reading.ts';

const { describe, it } = inTurns();

const flag = {
  name: 'in_france',
  kind: 'flag',
  condition: { op: 'in', field: 'country', values: ['Île de  France'] },
} as const;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

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

  it.each([
    ["Plus d'intérêt", 'Plus d\u2019intérêt'],
    ["Plus d'intérêt", 'Plus d\u00b4intérêt'],
    ['Hors-cible - budget', 'Hors\u2011cible \u2013 budget'],
    ['Hors-cible - budget', 'Hors\u2010cible \u2014 budget'],
    ['3" cable', '3\u201d cable'],
    ['A-1 (b)', '\uff21\uff0d\uff11\u3000\uff08\uff42\uff09'],
  ])('what a program types in its place: %s', async (word, cell) => {
    const condition = { op: 'in', field: 'reason', values: [word] } as const;
    const pattern = word.replaceAll(/[()-]/g, '.');
    const { rows } = await read({
      files: { 'a.csv': `id,reason\nL1,${quoted(word)}\nL2,${quoted(cell)}\nL3,other\n` },
      fields: [field('id', 'text'), field('reason', 'text')],
      columns: [
        { name: 'is', kind: 'flag', condition },
        { name: 'written', kind: 'flag', condition: { ...condition, values: [cell] } },
        { name: 'matched', kind: 'flag', condition: { op: 'matches', field: 'reason', pattern } },
      ],
    });
    for (const name of ['is', 'written', 'matched'])
      expect(rows.map((row) => row[name])).toEqual([true, true, false]);
    expect(alikeText(cell)).toBe(alikeText(word));
  });

  it('a pattern that is written with such a sign matches what is written with the other', async () => {
    const matches = async (pattern: string) => {
      const condition = { op: 'matches', field: 'reason', pattern } as const;
      const { rows } = await read({
        files: { 'a.csv': 'id,reason\nL1,d\u2019accord\nL2,a-b\nL3,a\u2013b\nL4,amb\n' },
        fields: [field('id', 'text'), field('reason', 'text')],
        columns: [{ name: 'is', kind: 'flag', condition }],
      });
      return rows.flatMap(({ key, is }) => (is ? [key] : []));
    };
    expect(await matches('^d\u2019')).toEqual(['L1']);
    expect(await matches('a\u2013b')).toEqual(['L2', 'L3']);
    // No range from a to z: the dash stays a dash.
    expect(await matches('^a[l\u2013z]b$')).toEqual(['L2', 'L3']);
  });

  it('in numbers and dates with dashes of their own', async () => {
    const { rows, report } = await read({
      files: { 'a.csv': 'id,at,n\nL1,2026\u201103\u201105 10h30,\u221212\nL2,2026-03-05 10h30,-12\n' },
      fields: [
        field('id', 'text'),
        field('at', 'datetime', { format: 'yyyy\u2011MM\u2011dd HH\u2019h\u2019mm' }),
        field('n', 'integer'),
      ],
    });
    expect(report.ledger.rejected).toEqual({});
    const at = Date.UTC(2026, 2, 5, 9, 30) * 1000;
    expect(rows.map((row) => [Number(row.at), Number(row.n)])).toEqual([
      [at, -12],
      [at, -12],
    ]);
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
      expect(out).toContain('country is Pays Bas ("country" is "Pays Bas")');
      expect(out).toContain('met');
    }
    const { out } = await folder.sla('cases', 'a.sla.yaml', '--lead', 'A\u00a01', '-f', 'csv');
    expect(out).toContain('office,A 1,volume,1,,met');
    folder.remove();
  });
});
