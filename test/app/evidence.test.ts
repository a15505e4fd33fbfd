import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from './folder.ts';

const outside = realpathSync(mkdtempSync(join(tmpdir(), 'sla-outside-')));
writeFileSync(join(outside, 'secret.md'), 'secret');

const AGREEMENT = agreementText({
  effective: '{ from: 2026-01-01 }',
  commitments: `
  - { id: meetings, owed_by: marketing, owed_to: sales, target: ">= 2 per month", occurrence: { records: records/meetings.csv, at: date, with: { kind: alignment, minutes: { exists: true } } } }
  - { id: visits, owed_by: sales, owed_to: marketing, target: ">= 1 per month", occurrence: { records: records/visits.yaml, at: day, with: { notes: { exists: false } } } }`,
});

/** What each record names, and whether it counts. */
const RECORDS: readonly (readonly [minutes: string, counts: boolean])[] = [
  ['minutes/a.md', true],
  ['./minutes/../minutes/a.md', true],
  ['https://wiki.example.com/minutes/7', true],
  ['HTTPS://wiki.example.com', true],
  ['', false],
  ['minutes/b.md', false],
  ['minutes', false],
  ['http://wiki.example.com/minutes/7', false],
  ['https:///minutes', false],
  ['file:///etc/hostname', false],
  ['.git/config', false],
  ['../other.md', false],
  ['/etc/hostname', false],
  ['minutes/link.md', false],
];

const folder = folderWith({
  'office.sla.yaml': AGREEMENT,
  'leads.csv': 'id,created\nL1,2026-03-31 18:00\n',
  'minutes/a.md': 'What we decided',
  '.git/config': '[core]',
  'records/meetings.csv': `date,kind,minutes\n${RECORDS.map(([minutes], i) => `2026-03-${10 + i},alignment,${minutes}\n`).join('')}2026-03-30,training,minutes/a.md\n`,
  'records/visits.yaml':
    '- { day: 2026-03-04, notes: minutes/a.md }\n- { day: 2026-03-05, notes: gone.md }\n- { day: 2026-03-06 }\n',
});
symlinkSync(join(outside, 'secret.md'), join(folder.cwd, 'minutes/link.md'));
afterAll(() => {
  folder.remove();
  rmSync(outside, { recursive: true, force: true });
});

const found = (out: string) =>
  (JSON.parse(out).findings as { rule: string; message: string; start: { line: number } }[])
    .filter(({ rule }) => rule === 'missing-evidence')
    .map(({ message, start }) => `${start.line}: ${message}`);

it('counts the records whose evidence is there, and tells the others with their lines, in validate too', async () => {
  const { out } = await folder.sla('report', '--format', 'json');
  const [office] = JSON.parse(out).compliances ?? [JSON.parse(out)];
  const values = (office.results as { id: string; value: number }[]).map(({ id, value }) => `${id} ${value}`);
  expect(values).toEqual([`meetings ${RECORDS.filter(([, counts]) => counts).length}`, 'visits 2']);

  const validated = await folder.sla('validate', '--format', 'json');
  expect(found(validated.out)).toEqual([
    '7: In 9 records of "records/meetings.csv" the "minutes" is no evidence: meetings.csv:7 "minutes/b.md" (not there), meetings.csv:8 "minutes" (no file), meetings.csv:9 "http://wiki.example.com/minutes/7" (no https link) ...',
    '2: In 1 record of "records/visits.yaml" the "notes" is no evidence: visits.yaml:2 "gone.md" (not there)',
  ]);
  expect(validated.status).toBe(0);
});

it('takes the minutes of an objective for what is written there, and warns of those that are not', async () => {
  const objective = (id: string, minutes: string) =>
    `\n  - { id: ${id}, shared_by: [marketing, sales], drawn_up: { on: 2026-05-12, by: [marketing, sales], minutes: ${minutes} }, count: { stage: created }, target: ">= 1 per month" }`;
  const own = folderWith({
    'office.sla.yaml': agreementText({
      sources:
        '{ leads: { files: leads.csv, timezone: UTC, key: id, fields: { id: id, at: { column: at, type: datetime, format: iso } } } }',
      stages: '{ created: { at: at } }',
      objectives: ['a.md', 'gone.md', 'https://wiki.example.com/1', '../secret.md']
        .map((minutes, i) => objective(`o${i}`, minutes))
        .join(''),
    }),
    'a.md': 'What we want',
    '.git/config': '[core]',
  });
  try {
    const { out } = await own.sla('validate', '--format', 'json');
    expect(
      (JSON.parse(out).findings as { rule: string; message: string }[])
        .filter(({ rule }) => rule === 'missing-evidence')
        .map(({ message }) => message),
    ).toEqual([
      'The minutes of "o1" are no evidence: "gone.md" (not there)',
      'The minutes of "o3" are no evidence: "../secret.md" (outside the repository)',
    ]);
    const { out: page } = await own.sla('show');
    expect(page.replace(/\s+/g, ' ')).toContain(
      'Drawn up on 12 May 2026 by Marketing and Sales (minutes: a.md).',
    );
  } finally {
    own.remove();
  }
});
