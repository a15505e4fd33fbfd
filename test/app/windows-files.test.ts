import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const agreement = (files: string, csv = '{}'): string =>
  agreementText({
    sources: `
  leads:
    files: ${files}
    csv: ${csv}
    timezone: Europe/Paris
    key: Id
    fields: { Id: Id, created: { column: Créé, type: datetime, format: iso } }`,
    commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: made }, target: ">= 2 per month" }`,
  });

const LEADS = 'Id,Créé\nA,2026-03-02 10:00\nB,2026-03-03 10:00\nC,2026-03-04 10:00\n';
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${crlf(text)}`, 'utf16le');
const latin = (text: string): Buffer => Buffer.from(crlf(text), 'latin1');

async function checked(
  text: string | Uint8Array,
  leads: string | Uint8Array,
): Promise<{ readonly value: number | null; readonly findings: readonly string[] }> {
  const folder = folderWith({ 'a.sla.yaml': text, 'exports/leads.csv': leads });
  const { out } = await folder.sla('check', '--format', 'json');
  folder.remove();
  const { results, findings } = JSON.parse(out) as {
    results: { value: number }[];
    findings: { rule: string; message: string; help: string; severity: string }[];
  };
  return {
    value: results[0]?.value ?? null,
    findings: findings.flatMap(({ severity, rule, help }) =>
      severity === 'error' ? [`${rule}: ${help}`] : [],
    ),
  };
}

describe('a Ctrl-Z at the end of an export', () => {
  it('is no row: nothing is rejected, and sniff sees nothing odd', async () => {
    const folder = folderWith({
      'a.sla.yaml': agreement('leads.csv'),
      'leads.csv': `${crlf(LEADS)}\x1a`,
      'middle.csv': `${LEADS}\x1a\nD,2026-03-05 10:00\n`,
    });
    expect((await folder.sla('report')).out).toContain('3 rows read = 3 judged + 0 excluded + 0 rejected');
    expect((await folder.sla('sniff', 'leads.csv')).out).not.toContain('Odd');
    // One that others follow ends nothing.
    expect((await folder.sla('sniff', 'middle.csv')).out).toContain('Odd');
    folder.remove();
  });
});

describe('files as Windows writes them', () => {
  it.each([
    ['a backslash in a path and lines that end in CRLF', crlf(agreement('exports\\leads.csv')), crlf(LEADS)],
    ['a mark of byte order', `\ufeff${agreement('exports/leads.csv')}`, `\ufeff${LEADS}`],
    ['UTF-16, as PowerShell writes it', agreement('exports/leads.csv', '{ encoding: utf-16 }'), utf16(LEADS)],
    ['windows-1252', agreement('exports/leads.csv', '{ encoding: windows-1252 }'), latin(LEADS)],
    ['a Ctrl-Z, by which DOS ends a file', agreement('exports/leads.csv'), `${crlf(LEADS)}\x1a`],
    [
      'a Ctrl-Z in windows-1252',
      agreement('exports/leads.csv', '{ encoding: windows-1252 }'),
      latin(`${LEADS}\x1a\x1a`),
    ],
  ])('are read: %s', async (_, text, leads) => {
    expect(await checked(text, leads)).toEqual({ value: 3, findings: [] });
  });

  it.each([
    [
      'UTF-16',
      agreement('exports/leads.csv'),
      utf16(LEADS),
      'wrong-encoding: write encoding: utf-16 under csv',
    ],
    [
      'windows-1252',
      agreement('exports/leads.csv'),
      latin(LEADS),
      'missing-column: write encoding: windows-1252 under csv',
    ],
    [
      'an agreement in UTF-16',
      utf16(agreement('exports/leads.csv')),
      LEADS,
      'yaml-syntax: save the file as plain text in UTF-8',
    ],
    [
      'a drive',
      agreement('C:\\exports\\leads.csv'),
      LEADS,
      'no-export: a drive is of one computer: write the path from the folder of the agreement, as in exports/leads.csv, or name the file for this run with --leads FILE',
    ],
  ])('are told with what to type: %s', async (_, text, leads, told) => {
    expect(await checked(text, leads)).toEqual({ value: null, findings: [told] });
  });
});
