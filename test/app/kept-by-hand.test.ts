import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import type { Result } from '../../src/model/compliance.ts';
import { agreementText } from '../agreement.ts';
import { memoryIo } from '../cli/memory-io.ts';
import { reportOf } from '../judging/world.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'meetings',
  title: 'Meetings',
  effective: '{ from: 2026-01-01 }',
  sources: `
  leads: { files: leads.csv, timezone: Europe/Paris, key: id, fields: { id: id, at: { column: at, type: date, format: iso } } }`,
  stages: '{ made: { at: at } }',
  commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: made }, target: ">= 1 per month" }
  - id: alone
    owed_by: sales
    owed_to: marketing
    occurrence: { records: meetings.yaml, at: date, with: { board: present } }
    target: ">= 1 per month"
  - { id: any, owed_by: sales, owed_to: marketing, occurrence: { records: meetings.yaml, at: date }, target: ">= 1 per month" }`,
});

const LEADS = 'id,at\nA,2026-03-02\n';
const END = { asOf: '2026-04-01' };
const ONLY_VOLUME = [
  ['volume', 'met'],
  ['alone', 'no verdict'],
  ['any', 'no verdict'],
];
const verdictsOf = (results: readonly Result[]) =>
  results.filter(({ period }) => period.label === '2026-03').map(({ id, verdict }) => [id, verdict]);

describe('a file of records that can not be read', () => {
  it.each([
    ['broken YAML', '- { date: 2026-03-10\n- {', 'yaml-syntax'],
    ['no list', 'date: 2026-03-10\n', 'wrong-records'],
    ['a page of a login', '<!DOCTYPE html><html><body>Sign in</body></html>\n', 'wrong-records'],
  ])('leaves its own promises without a verdict, and all others judged: %s', async (_, text, rule) => {
    const { results, findings } = await reportOf(AGREEMENT, { leads: LEADS, 'meetings.yaml': text }, END);
    expect(verdictsOf(results)).toEqual(ONLY_VOLUME);
    expect(findings.map((each) => [each.rule, each.severity, each.fatal])).toContainEqual([
      rule,
      'warning',
      undefined,
    ]);
  });

  it.each([
    ['an empty file', ''],
    ['another header', 'day,board\n2026-03-10,Zoe\n'],
    ['not a text', 'PK\u0003\u0004'],
  ])('is a CSV file too: %s', async (_, text) => {
    const csv = AGREEMENT.replaceAll('meetings.yaml', 'meetings.csv');
    const { results } = await reportOf(csv, { leads: LEADS, 'meetings.csv': text }, END);
    expect(verdictsOf(results)).toEqual(ONLY_VOLUME);
  });
});

describe('rows of their own that are kept by hand', () => {
  const text = agreementText({
    sources: `
  leads: { files: leads.csv, timezone: Europe/Paris, key: id, fields: { id: id, at: { column: at, type: date, format: iso } } }
  actions:
    files: actions.yaml
    key: id
    fields: { id: id, said: { column: said, type: date, format: iso }, done: { column: done, type: date, format: iso }, due: { column: due, type: date, format: iso } }`,
    stages: '{ made: { at: at }, said: { at: said }, done: { at: done } }',
    commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: made }, target: ">= 1 per month" }
  - { id: kept, owed_by: sales, owed_to: marketing, response: { from: said, to: done, by: due }, target: ">= 50%" }
  - { id: written, owed_by: sales, owed_to: marketing, count: { stage: said }, target: ">= 1 per month" }`,
  });
  const action = '- { id: A1, said: 2026-03-02, done: 2026-03-03, due: 2026-03-04 }\n';

  it.each([
    ['a date of another form', `${action}- { id: A2, said: 05/03/2026, due: 2026-03-10 }\n`],
    ['broken YAML', `${action}- {`],
    ['no file at all', null],
  ])('leave the promises about them without a verdict: %s', async (_, written) => {
    const files = { leads: LEADS, ...(written === null ? {} : { 'actions.yaml': written }) };
    const { results, findings } = await reportOf(text, files, END);
    expect(verdictsOf(results)).toEqual([
      ['volume', 'met'],
      ['kept', 'no verdict'],
      ['written', 'no verdict'],
    ]);
    expect(findings.map(({ help }) => help)).toContainEqual(
      expect.stringContaining('until then the promises that are counted in it have no verdict'),
    );
  });

  it('are told as no record where there is none, and not as a table without rows', async () => {
    const { findings } = await reportOf(text, { leads: LEADS, 'actions.yaml': '[]\n' }, END);
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toContainEqual(
      'no-rows: The file holds no record',
    );
  });

  it('are judged where they can be read', async () => {
    const { results } = await reportOf(text, { leads: LEADS, 'actions.yaml': action }, END);
    expect(verdictsOf(results)).toEqual([
      ['volume', 'met'],
      ['kept', 'met'],
      ['written', 'met'],
    ]);
  });
});

describe('a file of records that another program wrote in its own form', () => {
  it.each([
    ['with semicolons', 'date;board\n2026-03-10;Zoe\n'],
    ['in UTF-16 without a mark', Buffer.from('date,board\n2026-03-10,Zoe\n', 'utf16le')],
    ['in windows-1252', Buffer.from('date,board\n2026-03-10,Zo\u00e9\n', 'latin1')],
  ])('is told once, with what can be done where no key says how it is written: %s', async (_, text) => {
    const folder = folderWith({
      'p.sla.yaml': AGREEMENT.replaceAll('meetings.yaml', 'meetings.csv'),
      'leads.csv': LEADS,
      'meetings.csv': text,
    });
    const { out } = await folder.sla('check', '--format', 'json');
    folder.remove();
    const told = JSON.parse(out).findings.filter(({ file }: { readonly file: string }) =>
      file.endsWith('meetings.csv'),
    );
    expect(told.map(({ help }: { readonly help: string }) => help)).toEqual([
      'save it as CSV in UTF-8, with commas between the cells and the names of its columns in the first line; until then the promises that are counted in it have no verdict',
    ]);
  });
});

describe('a key that no record has yet', () => {
  it('is absent from all of them: none meets a condition on it', async () => {
    const { result } = await reportOf(
      AGREEMENT,
      { leads: LEADS, 'meetings.yaml': '- date: 2026-03-10\n- date: 2026-03-24\n' },
      END,
    );
    expect(result('alone', '2026-03')).toMatchObject({ value: 0, verdict: 'missed' });
    expect(result('any', '2026-03')).toMatchObject({ value: 2, verdict: 'met' });
  });

  it('is asked for where it is that of the date', async () => {
    const { results, findings } = await reportOf(
      AGREEMENT,
      { leads: LEADS, 'meetings.yaml': '- day: 2026-03-10\n' },
      END,
    );
    expect(findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      'missing-column',
      'warning',
    ]);
    expect(verdictsOf(results)).toEqual(ONLY_VOLUME);
  });
});

describe('one date that is written another way in a file kept by hand', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sla-by-hand-')));
  cpSync(fileURLToPath(new URL('../../examples/acme', import.meta.url)), folder, { recursive: true });
  const file = join(folder, 'records', 'meetings.csv');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('2026-05-28', '28/05/2026'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves the promise that is counted there without a verdict, tells its line, and judges every other', async () => {
    expect(text).toContain('2026-05-28');
    const { io, out, err } = memoryIo({ cwd: folder, files: realFiles() });
    await main(['report', '.', '--from', '2026-05', '--to', '2026-05', '--format', 'json'], io);
    const { results, findings } = JSON.parse(out());
    const line = text.split('\n').findIndex((each) => each.startsWith('2026-05-28')) + 1;
    const verdicts = new Map<string, string>(
      results.map((one: { id: string; verdict: string }) => [one.id, one.verdict]),
    );
    expect([...verdicts].filter(([, verdict]) => verdict === 'no verdict').map(([id]) => id)).toEqual([
      'alignment-meeting',
    ]);
    expect(verdicts.size).toBeGreaterThan(5);
    expect(JSON.stringify(findings)).toContain(`meetings.csv:${line} \\"28/05/2026\\"`);
    expect(`${out()}${err()}`).not.toContain('max_rejected');
  });
});

describe('a file of records that is not there', () => {
  const folder = folderWith({ 'a.sla.yaml': AGREEMENT.trimStart(), 'leads.csv': LEADS });
  afterAll(folder.remove);

  it('is told at the line of the agreement that names it, with a remedy that exists', async () => {
    const { status, err, out } = await folder.sla('check');
    expect(status).toBe(2);
    const text = `${out}${err}`;
    const lines = AGREEMENT.trimStart().split('\n');
    const line = lines.findIndex((each) => each.includes('records: meetings.yaml')) + 1;
    expect(text).toContain(`no-export  a.sla.yaml:${line}:`);
    expect(text).toContain('There is no file of records at "meetings.yaml"');
    expect(text).not.toContain('--source');
  });

  it('leaves its own promises without a verdict, and all others judged', async () => {
    const { results } = await reportOf(AGREEMENT, { leads: LEADS }, END);
    expect(verdictsOf(results)).toEqual(ONLY_VOLUME);
  });
});
