import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { memoryIo } from './memory-io.ts';

const { describe, it } = inTurns();

const VOLUME = `
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified }
    target: ">= 4 per month"`;
const CONTACT = `
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 hours }
    target: ">= 50%"`;

const agreement = (commitments: string, language: string) =>
  agreementText({
    id: 'acme',
    title: 'Acme',
    language: language,
    effective: '{ from: 2026-03-05 }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      qualified: { column: qualified, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }`,
    stages: '{ qualified: { at: qualified }, contacted: { at: contacted } }',
    commitments: commitments,
  });

const LEADS =
  'id,qualified,contacted\nA,2026-03-10T09:00,2026-03-10T10:00\nB,2026-03-31T09:00,2026-03-31T10:00\n';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** March 2026, of which the agreement covers 27 of 31 days: its clocks change on the 29th. */
async function march(command: string, argv: readonly string[], commitments: string, language = 'en') {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-partial-')));
  folders.push(cwd);
  writeFileSync(join(cwd, 'acme.sla.yaml'), agreement(commitments, language));
  writeFileSync(join(cwd, 'leads.csv'), LEADS);
  const { io, out, err } = memoryIo({ files: realFiles(), cwd });
  const span = ['--as-of', '2026-04-02', '--from', '2026-03', '--to', '2026-03'];
  const status = await main([command, ...span, ...argv], io);
  return { status, out: out(), err: err(), cwd };
}

describe('a number in a month that the agreement covers in part', () => {
  it('has no verdict, says why, and fails no gate where something else was judged', async () => {
    const { status, out } = await march('check', [], VOLUME + CONTACT);
    expect(status).toBe(0);
    expect(out).toContain('no verdict');
    expect(out).toContain('in force 27 of 31 days');
  });

  it('is no pass where nothing else was judged', async () => {
    const { status, out, err } = await march('check', [], VOLUME);
    expect(status).toBe(2);
    expect(out + err).toContain('Nothing was judged: "acme" is in force for a part of 2026-03 only');
  });

  it('hides no missed promise', async () => {
    const { status } = await march('check', [], VOLUME + CONTACT.replace('4 hours', '1 minute'));
    expect(status).toBe(1);
  });

  it.each(['markdown', 'html', 'text'])('says why in %s, as scoreboard and as table', async (format) => {
    for (const command of ['check', 'report'])
      expect((await march(command, ['--format', format], VOLUME)).out).toContain('in force 27 of 31 days');
  });

  it('says why in JSON, beside the verdict', async () => {
    const { out } = await march('report', ['--format', 'json'], VOLUME + CONTACT);
    const { results } = JSON.parse(out) as { results: { id: string; verdict: string; noVerdict: unknown }[] };
    expect(results.map(({ id, verdict, noVerdict }) => [id, verdict, noVerdict])).toEqual([
      ['volume', 'no verdict', { why: 'partial-period', days: { inForce: 27, period: 31 }, undated: null }],
      ['contact', 'met', null],
    ]);
  });

  it('says why in CSV, a row a period or the periods across', async () => {
    const tidy = (await march('report', ['--format', 'csv'], VOLUME + CONTACT)).out.split('\r\n');
    const at = (tidy[0] ?? '').split(',').indexOf('noVerdict');
    expect(tidy.slice(0, 3).map((line) => line.split(',').slice(at, at + 3))).toEqual([
      ['noVerdict', 'daysInForce', 'daysInPeriod'],
      ['partial-period', '27', '31'],
      ['', '', ''],
    ]);
    const wide = await march('report', ['--format', 'csv', '--layout', 'wide'], VOLUME + CONTACT);
    const lines = wide.out.split('\r\n').map((line) => line.split(',').slice(-3, -1));
    expect(lines.slice(0, 3)).toEqual([
      ['2026-03 verdict', '2026-03 noVerdict'],
      ['no verdict', 'partial-period 27/31'],
      ['met', ''],
    ]);
  });

  it('is skipped in JUnit, with the reason, and is no problem among the findings', async () => {
    const { out } = await march('check', ['--format', 'junit'], VOLUME + CONTACT);
    expect(out).toContain('errors="0" skipped="1"');
    const { out: found } = await march('check', ['--format', 'stylish'], VOLUME + CONTACT);
    expect(found).not.toContain('no-verdict');
  });

  it('says why in a workbook', async () => {
    const { cwd, status } = await march('report', ['-o', 'a.xlsx'], VOLUME);
    expect(status).toBe(0);
    const { unzipSync, strFromU8 } = await import('fflate');
    const parts = Object.values(unzipSync(new Uint8Array(readFileSync(join(cwd, 'a.xlsx'))))).map((part) =>
      strFromU8(part),
    );
    expect(parts.join('\n')).toContain('no verdict, in force 27 of 31 days');
  });

  it('says why in French', async () => {
    const { out } = await march('check', ['--lang', 'fr'], VOLUME + CONTACT, 'fr');
    expect(out).toContain('en vigueur 27 jours sur 31');
  });
});
