import { describe, expect, it } from 'vitest';
import { readAgreement } from '../../src/language/read.ts';
import { edited } from '../change/agreements.ts';
import { base } from './base.ts';

const bytes = (...parts: readonly (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
  );

async function problemOf(input: string | Uint8Array): Promise<string> {
  const { agreement, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', input);
  expect(agreement).toBeNull();
  const [first] = diagnostics;
  expect(first?.help).toBeTruthy();
  return `${first?.rule} ${first?.place?.start.line}:${first?.place?.start.column}${first?.fatal ? ' fatal' : ''}`;
}

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghij'
    .split('')
    .map((name, i) => `${name}: &${name} [${`*${'abcdefghij'[i]}, `.repeat(8)}*${'abcdefghij'[i]}]`),
].join('\n');

describe('hostile text is refused with a place and a remedy, never thrown', () => {
  const inputs: readonly (readonly [name: string, input: string | Uint8Array, problem: string])[] = [
    ['an empty file', '', 'not-an-agreement 1:1 fatal'],
    ['a comment alone', '# nothing\n', 'not-an-agreement 1:1 fatal'],
    ['a text that is no agreement', 'hello', 'not-an-agreement 1:1 fatal'],
    ['a list', '- a\n- b\n', 'not-an-agreement 1:3 fatal'],
    ['a CSV file', 'id;name\n1;"a"\n2;"b"\n', 'not-an-agreement 1:1 fatal'],
    ['a NUL byte', bytes('sla: 1\nid: a', [0], 'b\n'), 'yaml-syntax 2:6 fatal'],
    ['bytes of an image', bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13]), 'yaml-syntax 2:1 fatal'],
    ['windows-1252', bytes('sla: 1\ntitle: soci', [0xe9], 't', [0xe9], '\n'), 'yaml-syntax 2:12 fatal'],
    ['UTF-16', bytes([0xff, 0xfe], 's\0l\0a\0'), 'yaml-syntax 1:1 fatal'],
    ['a tab', 'sla: 1\nteams:\n\tsales: {}\n', 'yaml-syntax 3:1 fatal'],
    ['an unclosed quote', 'sla: 1\ntitle: "Demo\nid: x\n', 'yaml-syntax 2:8 fatal'],
    ['an unclosed bracket', 'sla: 1\nteams: { sales: { title: Sales }\nid: x\n', 'yaml-syntax 2:8 fatal'],
    ['a second colon', 'sla: 1\ntitle: Demo: the agreement\n', 'yaml-syntax 2:8 fatal'],
    ['YAML 1.1', '%YAML 1.1\n---\nsla: 1\n', 'yaml-syntax 1:1 fatal'],
    ['aliases that explode', bomb, 'yaml-too-large 2:8 fatal'],
    ['an alias inside its anchor', 'sla: 1\na: &a [*a]\n', 'yaml-too-large 2:8 fatal'],
    ['an alias to nothing', 'sla: 1\nid: *a\n', 'yaml-syntax 2:5 fatal'],
    ['a thousand brackets', `sla: ${'['.repeat(1000)}`, 'yaml-too-large 1:518 fatal'],
    ['100,000 braces', '{'.repeat(100_000), 'yaml-too-large 1:513 fatal'],
    ['a thousand dashes', '- '.repeat(1000), 'yaml-too-large 1:513 fatal'],
    [
      'a hundred levels',
      Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'yaml-too-large 66:66 fatal',
    ],
    ['2 MB', `sla: 1\n# ${'x'.repeat(2_000_000)}\n`, 'yaml-too-large 1:1 fatal'],
    ['60,000 values', `sla: 1\nx: [${'1,'.repeat(60_000)}]\n`, 'yaml-too-large 2:99999 fatal'],
    [
      'a merge of the prototype',
      'sla: 1\n__proto__: { polluted: true }\nconstructor: x\n',
      'missing-key 1:1',
    ],
  ];

  it.each(inputs)('%s', async (_, input, problem) => {
    expect(await problemOf(input)).toBe(problem);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('what is only unusual is read', () => {
  it.each([
    ['a byte order mark', bytes([0xef, 0xbb, 0xbf], base)],
    ['Windows line ends', base.replaceAll('\n', '\r\n')],
    ['no final line end', base.trimEnd()],
    ['a document marker', `---\n${base}`],
    [
      'an anchor used once',
      base
        .replace('timezone: Europe/Paris', 'timezone: &zone Europe/Paris')
        .replace('    timezone: Europe/Paris\n    week', '    timezone: *zone\n    week'),
    ],
  ])('%s', async (_, input) => {
    const { agreement, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', input);
    expect(diagnostics).toEqual([]);
    expect(agreement?.calendars.office?.timezone).toBe('Europe/Paris');
  });

  it('places a problem after letters beyond the first plane, in Windows line ends', async () => {
    const text = base
      .replace('title: Demo', 'title: 🤝 é')
      .replace('title: Sales }', 'titel: 🤝 }')
      .replaceAll('\n', '\r\n');
    const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
    expect(diagnostics.map(({ rule, place }) => [rule, place?.start])).toEqual([
      ['unknown-key', { line: 9, column: 12 }],
    ]);
  });

  it('tells the first thousand problems of a file one by one, and that there are more', async () => {
    const keys = Array.from({ length: 1200 }, (_, i) => `key${i}: 1\n`).join('');
    const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', `${base}\n${keys}`);
    expect(diagnostics).toHaveLength(1001);
    expect(diagnostics.slice(0, 1000).every(({ message }) => /^The key "key\d+" is not/.test(message))).toBe(
      true,
    );
    expect(diagnostics.at(-1)).toMatchObject({
      message: 'There are more than 1,000 problems, and those from here on are not told',
      place: { start: { line: (diagnostics[0]?.place?.start.line ?? 0) + 1000 } },
    });
  });

  it('tells all problems of a file at once, in their order', async () => {
    const text = base
      .replace('id: demo', 'id: De mo')
      .replace('owed_by: sales', 'owed_by: sals')
      .replace('4 business hours', '4 days')
      .replace('95%', '95');
    const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
    expect(diagnostics.map(({ rule }) => rule)).toEqual([
      'wrong-form',
      'unknown-team',
      'wrong-duration',
      'wrong-type',
    ]);
  });
});

describe('a name that every object has', () => {
  it.each([
    [
      'a team',
      ['teams: { marketing: {}', 'teams: { constructor: {}'],
      'wrong-form: "constructor" is not an id',
    ],
    ['a calendar', ['  hotline: {', '  constructor: {'], 'wrong-form: "constructor" is not an id'],
    ['a source', ['  activities:', '  constructor:'], 'wrong-form: "constructor" is not an id'],
    ['a stage', ['  answered: {', '  constructor: {'], 'wrong-form: "constructor" is not an id'],
    ['a promise', ['id: volume', 'id: constructor'], 'wrong-form: "constructor" is not an id'],
    [
      'a view',
      ['profile:', 'views: { constructor: {} }\nprofile:'],
      'wrong-form: "constructor" is not an id',
    ],
    [
      'a field',
      ['      phone: phone', '      toString: phone'],
      'wrong-form: "toString" is not a field name',
    ],
    [
      'the source of attempts',
      ['touches: { kind: [call, email] }', 'source: constructor'],
      'unknown-source: There is no source "constructor"',
    ],
    [
      'what rows belong to',
      ['    lead: lead\n', '    belongs_to: { constructor: lead }\n'],
      'source-link: "constructor" has no rows of its own that others could belong to',
    ],
  ] as const)('is not that of %s', async (_, [from, to], told) => {
    const text = edited([from, to]);
    const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
    const said = diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
    expect(said).toContain(told);
    expect(said.join(' ')).not.toMatch(/native code|object Object/);
  });
});
