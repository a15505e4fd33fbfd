import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { reset } from '../../src/messages/index.ts';
import { root, sla } from '../examples/sla.ts';
import { englishWords } from './english-words.ts';

const written = mkdtempSync(join(tmpdir(), 'sla-leaks-'));
afterAll(() => {
  reset();
  rmSync(written, { recursive: true });
});

const READ = ['text', 'markdown', 'html'];

/** What people read of an agreement and its exports, in the formats that they read. */
const DOCUMENTS: readonly (readonly [formats: readonly string[], argv: readonly string[]])[] = [
  ['check'],
  ['report'],
  ['funnel'],
  ['pack'],
  ['experiments'],
  ['disputes'],
  ['calibrate'],
  ['plan'],
  ['doctor', '--data'],
  ['cases', '--due-before', '2026-07-01'],
  ['cases', '--state', 'breached'],
].map((argv) => [READ, argv]);

/** One run writes all of them; each by its format, and what stands beside them. */
async function documentsOf(
  folder: string,
  [command = '', ...more]: readonly string[],
  formats: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const files = formats.map((format) => [format, join(mkdtempSync(join(written, 'run-')), format)] as const);
  const targets = files.flatMap(([format, file]) => ['--format', `${format}=${file}`]);
  const { stdout, stderr } = await sla(command, folder, ...more, ...targets);
  const texts = files.map(([format, file]) => [format, readFileSync(file, 'utf8')]);
  return { ...Object.fromEntries(texts), beside: stdout + stderr };
}

/** Words of a page, without its styles and marks. */
const readable = (page: string): string =>
  page.replaceAll(/<style>.*?<\/style>/gs, '').replaceAll(/<[^>]*>/g, ' ');

describe('an agreement in French', () => {
  it.each([
    ...DOCUMENTS,
    [READ, ['show']],
    [['text', 'markdown'], ['validate']],
    [['text'], ['cases', '--by', 'person', '--due-before', '2026-07-01']],
    [['brief'], ['check']],
  ] as const)('has no English in %j of sla %j', async (formats, argv) => {
    const documents = await documentsOf('examples/maison', argv, formats);
    expect(formats.filter((format) => documents[format] === '')).toEqual([]);
    expect(Object.values(documents).flatMap((each) => englishWords(readable(each)))).toEqual([]);
  });
});

/** Addresses and telephones as the leads of the example have them. */
const PERSONAL = /[\w.-]+@[\w-]+\.example|\+\d\d \d \d\d \d\d/;

describe('a field that is personal', () => {
  it.each([
    ...DOCUMENTS,
    [['json', 'csv'], ['report']],
    [['json', 'csv'], ['cases']],
    [['json'], ['doctor', '--data']],
  ] as const)('is in none of the documents %j of sla %j', async (formats, argv) => {
    const documents = await documentsOf('examples/acme', argv, formats);
    expect(Object.values(documents).flatMap((each) => PERSONAL.exec(each)?.[0] ?? [])).toEqual([]);
  });

  it('has the form that is looked for', () => {
    const exported = readFileSync(join(root, 'examples/acme/exports/leads.csv'), 'latin1');
    expect(exported.match(new RegExp(PERSONAL, 'g'))?.length).toBeGreaterThan(2000);
  });
});
