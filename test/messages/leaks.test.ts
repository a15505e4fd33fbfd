import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { formats as known } from '../../src/app/render.ts';
import { commands } from '../../src/cli/commands/index.ts';
import { reset } from '../../src/messages/index.ts';
import { oneIn } from '../effort.ts';
import { root, sla } from '../examples/sla.ts';

const written = mkdtempSync(join(tmpdir(), 'sla-leaks-'));

afterAll(() => {
  reset();
  rmSync(written, { recursive: true });
});

const folder = 'examples/acme';
const [before, after] = [`${folder}/acme-2026-1.sla.yaml`, `${folder}/acme-2026-2.sla.yaml`];
const tried = readdirSync(join(root, folder, 'experiments')).map((file) => `${folder}/experiments/${file}`);

/** Words that English sentences do not do without, and French ones do not have. */
const ENGLISH =
  /(?<![\p{L}\d_-])(?:the|is|are|was|were|with|of|and|no|not|has|have|which|that|this|it|its|business|hours|days|weeks|late|what|who)(?![\p{L}\d_:-])/giu;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the people of the example wrote in English: titles, promises, reasons, questions. */
const theirs = [before, after, ...tried]
  .flatMap((file) => parseAllDocuments(readFileSync(join(root, file), 'utf8')))
  .flatMap((document) => wordsOf(document.toJS()))
  .sort((a, b) => b.length - a.length);

function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [oneLine(value)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

const titled = (runs: readonly (readonly string[])[]) => runs.map((argv) => [argv.join(' '), argv] as const);

/** Where English is left in what the program says, with a few words around; how a page is styled is said to nobody. */
function leaks(text: string): readonly string[] {
  const said = oneLine(text.replaceAll(/<style>.*?<\/style>/gs, ''));
  const own = theirs.reduce((left, each) => left.replaceAll(each, '…'), said);
  return [...own.matchAll(ENGLISH)].map(({ index }) => own.slice(Math.max(0, index - 40), index + 40));
}

/**
 * One document in several formats, from one run, because judging takes most of the time: the first format to standard output, as
 * where it is the only one, the others to files.
 */
async function inFormats(
  [first = '', ...others]: readonly string[],
  argv: readonly string[],
  language: string | null,
): Promise<{ readonly texts: Readonly<Record<string, string>>; readonly stderr: string }> {
  const folder = mkdtempSync(join(written, 'run-'));
  const files = others.map((format) => [format, join(folder, format)] as const);
  const targets = [first, ...files.map((each) => each.join('='))].flatMap((each) => ['--format', each]);
  const { stdout, stderr } = await sla(...argv, ...targets, ...(language ? ['--lang', language] : []));
  const texts = files.map(([format, file]) => [format, readFileSync(file, 'utf8')] as const);
  return { texts: Object.fromEntries([[first, stdout], ...texts]), stderr };
}

/** What judges the example, of which the short run takes a few. */
const JUDGING = [
  ['report', folder, '--period', 'quarter', '--format', 'markdown'],
  ['cases', folder, '--commitment', 'first-contact'],
  ['explain', 'ACM-00012', folder],
  ['explain', 'ACM-99999', folder],
  ['report', folder, '--by', 'owner', '--format', 'markdown'],
  ['cases', folder, '--state', 'unknown'],
  ['pack', folder, '--period', '2026-05'],
  ['doctor', folder],
];

describe('in French no English is left', () => {
  it.each(
    titled([
      ...oneIn(8, JUDGING),
      ['clock', after, '--calendar', 'office', '--from', '2026-03-06T16:30', '--within', '4 business hours'],
      ['clock', after, '--calendar', 'office', '--from', '2026-03-06T16:30', '--to', '2026-04-09T11:00'],
      ['show', after, '--format', 'markdown'],
      ['rules'],
    ]),
  )('of sla %s', async (_, argv) => {
    const { stdout, stderr } = await sla(...argv, '--lang', 'fr');
    expect(leaks(stdout + stderr)).toEqual([]);
  });

  it.each([
    [
      ['text', 'markdown', 'html'],
      ['validate', folder],
    ],
    ...oneIn(4, [
      [
        ['markdown', 'stylish', 'github'],
        ['check', folder],
      ],
      [
        ['text', 'markdown'],
        ['diff', before, after],
      ],
      [
        ['text', 'markdown', 'html'],
        ['cases', folder, '--due-before', '2026-06-26'],
      ],
      [
        ['text', 'markdown', 'html'],
        ['explain', 'ACM-01378', folder],
      ],
    ]),
  ])('in %j of sla %j', async (formats, argv) => {
    const { texts, stderr } = await inFormats(formats, argv, 'fr');
    const found = formats.map((format) => [format, texts[format] !== '', leaks(texts[format] ?? '')]);
    expect(found).toEqual(formats.map((format) => [format, true, []]));
    expect(leaks(stderr)).toEqual([]);
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
  it('is in English, whatever is spoken', async () => {
    const formats = ['json', 'csv', 'gitlab', 'junit', 'sarif'];
    expect(known.filter(({ programs }) => programs).map(({ name }) => name)).toEqual(formats);
    const french = await inFormats(formats, ['check', 'examples/odoo'], 'fr');
    const english = await inFormats(formats, ['check', 'examples/odoo'], null);
    expect(Object.keys(french.texts)).toEqual(formats);
    for (const format of formats) {
      expect(french.texts[format], format).not.toBe('');
      expect(french.texts[format], format).toBe(english.texts[format]);
    }
  });
});
