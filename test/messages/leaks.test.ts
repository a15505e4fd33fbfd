import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { commands } from '../../src/cli/commands/index.ts';
import { reset } from '../../src/messages/index.ts';
import { root, sla } from '../examples/sla.ts';

afterAll(reset);

const folder = 'examples/acme';
const [before, after] = [`${folder}/acme-2026-1.sla.yaml`, `${folder}/acme-2026-2.sla.yaml`];

/** Words that English sentences do not do without, and French ones do not have. */
const ENGLISH =
  /(?<![\p{L}\d_-])(?:the|is|are|was|were|with|of|and|no|not|has|have|which|that|this|it|its)(?![\p{L}\d_-])/giu;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the people of the example wrote in English: titles, promises, reasons. */
const theirs = [before, after]
  .flatMap((file) => parseAllDocuments(readFileSync(join(root, file), 'utf8')))
  .flatMap((document) => wordsOf(document.toJS()))
  .sort((a, b) => b.length - a.length);

function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [oneLine(value)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

const titled = (runs: readonly (readonly string[])[]) => runs.map((argv) => [argv.join(' '), argv] as const);

/** Where English is left in what the program says, with a few words around. */
function leaks(text: string): readonly string[] {
  const own = theirs.reduce((left, each) => left.replaceAll(each, '…'), oneLine(text));
  return [...own.matchAll(ENGLISH)].map(({ index }) => own.slice(Math.max(0, index - 40), index + 40));
}

describe('in French no English is left', () => {
  it.each(
    titled([
      ['check', folder, '--format', 'markdown'],
      ['check', folder, '--format', 'stylish'],
      ['check', folder, '--format', 'github'],
      ['report', folder, '--by', 'owner', '--format', 'markdown'],
      ['report', folder, '--period', 'quarter', '--format', 'markdown'],
      ['cases', folder, '--commitment', 'first-contact'],
      ['cases', folder, '--state', 'unknown'],
      ['explain', 'ACM-01378', folder],
      ['explain', 'ACM-00012', folder],
      ['explain', 'ACM-99999', folder],
      ['clock', after, '--calendar', 'office', '--from', '2026-03-06T16:30', '--within', '4 business hours'],
      ['clock', after, '--calendar', 'office', '--from', '2026-03-06T16:30', '--to', '2026-04-09T11:00'],
      ['validate', folder],
      ['validate', folder, '--format', 'markdown'],
      ['validate', folder, '--format', 'html'],
      ['diff', before, after],
      ['diff', before, after, '--format', 'markdown'],
      ['doctor', folder],
      ['rules'],
    ]),
  )('of sla %s', async (_, argv) => {
    const { stdout, stderr } = await sla(...argv, '--lang', 'fr');
    expect(leaks(stdout + stderr)).toEqual([]);
  });

  it.each(commands.map(({ name }) => name))('of sla %s --help', async (name) => {
    const { stdout } = await sla(name, '--help', '--lang', 'fr');
    expect(stdout).toContain('\nExemples\n');
    expect(leaks(stdout)).toEqual([]);
  });

  it.each(
    titled([
      ['chekc'],
      ['check', '--foo'],
      ['check', '--format', 'xml'],
      ['check', '--format', 'text', '--format', 'json'],
      ['check', '--from', '2026-13'],
      ['check', '--from', '2026-03', '--to', '2026-01'],
      ['check', '--fail-on', 'sometimes'],
      ['check', '-o', 'report.doc'],
      ['check', 'nowhere.sla.yaml'],
      ['cases', '--period', '2026-13'],
      ['clock'],
      ['clock', '--from', '2026-03-06T16:30'],
      ['completion', 'tcsh'],
      ['explain'],
      ['accept'],
      ['sign', 'a.sla.yaml', 'b.sla.yaml'],
      ['schema', 'nothing'],
      ['rules', 'nothing'],
    ]),
  )('of the slip sla %s', async (_, argv) => {
    const { status, stdout, stderr } = await sla(...argv, '--lang', 'fr');
    expect(status).toBe(2);
    expect(stdout + stderr).toMatch(/^erreur {2}/m);
    expect(leaks(stdout + stderr)).toEqual([]);
  });
});

describe('what programs read', () => {
  it.each(['json', 'csv', 'gitlab', 'junit', 'sarif'])(
    'is %s in English, whatever is spoken',
    async (format) => {
      const french = await sla('check', folder, '--format', format, '--lang', 'fr');
      expect(french.stdout).toBe((await sla('check', folder, '--format', format)).stdout);
    },
  );
});
