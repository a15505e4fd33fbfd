import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reset } from '../../src/messages/index.ts';
import { root, sla } from './sla.ts';

afterEach(reset);

const DOCUMENTS: readonly (readonly string[])[] = [
  ['check', '--brief'],
  ['check'],
  ['report'],
  ['pack'],
  ['cases', '--state', 'breached'],
  ['cases', '--due-before', '2026-06-30'],
  ['calibrate'],
  ['explain'],
  ['show'],
  ['experiments'],
  ['disputes'],
  ['plan'],
  ['funnel'],
];

const LEADS: Readonly<Record<string, string>> = { acme: 'ACM-01852', maison: 'C-0276' };

const text = (html: string): string =>
  html
    .replaceAll(/<(style|code|svg)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<\/?(span|a|strong|small)[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<');

/** The lines of a document of an example, without what stands between backticks, each after the name of its format. */
function linesOf(argv: readonly string[], example: string, lang: string): Promise<readonly string[]> {
  const key = [...argv, example, lang].join(' ');
  const known = written.get(key) ?? linesWritten(argv, example, lang);
  written.set(key, known);
  return known;
}

const written = new Map<string, Promise<readonly string[]>>();

async function linesWritten(
  argv: readonly string[],
  example: string,
  lang: string,
): Promise<readonly string[]> {
  const isBrief = argv.includes('--brief');
  const told: string[] = [];
  for (const format of isBrief ? [''] : ['text', 'markdown', 'html']) {
    reset();
    const [command = '', ...given] = argv;
    const options = command === 'explain' ? [LEADS[example] ?? ''] : given;
    const asked = format === '' ? [] : ['--format', format];
    const paths = join(root, 'examples', example);
    const { stdout } = await sla(command, ...options, paths, '--lang', lang, ...asked);
    const shown = (format === 'html' ? text(stdout) : stdout).replaceAll(/`[^`\n]*`/g, '');
    expect(shown.length, `${argv.join(' ')} as ${format}`).toBeGreaterThan(200);
    told.push(...shown.split('\n').map((line) => `${format}: ${line}`));
  }
  return told;
}

/** What the example itself says, which nobody typesets for its authors. */
const ownText = (example: string): string =>
  readdirSync(join(root, 'examples', example), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(yaml|csv|md)$/.test(file))
    .map((file) => readFileSync(join(root, 'examples', example, file), 'utf8'))
    .join('\n')
    .replaceAll(/\s+/g, ' ');

/** A plain space before a mark or a unit, where one that never breaks stands, or none before a mark that has one in French. */
const LOOSE =
  /(?<=[\p{L}\p{N}.)»"’%]) [:;?!%»](?=\s|$)|[\p{L}\d)»][;?!](?=\s|$)|\d (?:h|min|j)(?![\p{L}\d])/gu;

/** Ids of an agreement that nobody takes for a word. */
function idsOf(example: string): readonly string[] {
  const folder = join(root, 'examples', example);
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.sla.yaml'));
  const { objectives, commitments, stages, teams, calendars, sources } = parse(
    readFileSync(join(folder, file), 'utf8'),
  );
  const promises = [...objectives, ...commitments].map(({ id }: { id: string }) => id);
  const ids = [...promises, ...[stages, teams, calendars, sources].flatMap(Object.keys)];
  return ids.filter((id) => /[_-]/.test(id));
}

/** Without what is typed: the id below its promise, and what stands in quotes as somebody wrote it. */
const withoutTyped = (line: string): string =>
  line.replaceAll(/"[^"]*"|<br>[a-z0-9_-]+ /g, '').replace(/^html: [a-z0-9_-]+$/, '');

describe.each(['acme', 'maison'])('a document of people about %s', (example) => {
  const documents = DOCUMENTS.map((argv) => argv.join(' '));

  it.each(documents)('has targets with their sign, and is typeset in French: sla %s', async (typed) => {
    const argv = typed.split(' ');
    const own = ownText(example);
    const french = await linesOf(argv, example, 'fr');
    const lines = [...french, ...(await linesOf(argv, example, 'en'))];
    expect(lines.filter((line) => /[<>]=/.test(line))).toEqual([]);
    const loose = french.flatMap((line) =>
      [...line.matchAll(LOOSE)].flatMap(({ index, 0: found }) => {
        const before = line.slice(line.indexOf(': ') + 2, index + found.length).trimStart();
        return own.includes(before.slice(-12)) ? [] : [line];
      }),
    );
    expect(loose).toEqual([]);
  });

  it.each(documents.filter((typed) => typed !== 'check --brief'))(
    'names nothing by its id: sla %s',
    async (typed) => {
      const ids = new RegExp(`(?<![\\p{L}\\d/_-])(?:${idsOf(example).join('|')})(?![\\p{L}\\d/_.-])`, 'u');
      const lines = await linesOf(typed.split(' '), example, example === 'acme' ? 'en' : 'fr');
      const read = lines.filter((line) => !line.startsWith('text: ')).map(withoutTyped);
      expect(idsOf(example).length).toBeGreaterThan(5);
      expect(read.filter((line) => ids.test(line))).toEqual([]);
    },
  );
});
