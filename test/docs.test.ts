import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readAgreement } from '../src/language/read.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = [
  'README.md',
  'README.fr.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'bench/README.md',
  ...walk('docs'),
  ...walk('examples'),
].filter((file) => file.endsWith('.md'));

const AGREEMENT_PAGES = [
  'docs/agreement-language.md',
  'docs/recipes.md',
  'docs/fr/langage.md',
  'docs/fr/recettes.md',
];

describe('the documentation', () => {
  it.each(pages)('%s links only to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] as string);
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it('reaches every page from the index', () => {
    const reached = new Set(['docs/index.md']);
    for (const page of reached) {
      for (const [, link = ''] of read(page).matchAll(/\]\(([^)#\s]+\.md)[^)]*\)/g)) {
        const file = join(dirname(page), link).replaceAll('\\', '/');
        if (file.startsWith('docs/') && existsSync(join(root, file))) reached.add(file);
      }
    }
    expect(walk('docs').filter((page) => page.endsWith('.md') && !reached.has(page))).toEqual([]);
  });

  it('shows every picture on some page', () => {
    const texts = pages.map(read).join('\n');
    const pictures = walk('docs').filter((file) => file.endsWith('.svg'));
    expect(pictures.filter((file) => !texts.includes(`](${file})`))).toEqual([]);
  });

  // A page begins with an agreement; a section shown apart replaces the one of the same name in it.
  it.each(AGREEMENT_PAGES.flatMap(agreementsOf))('%s shows what works: %s', async (_page, _title, text) => {
    expect(await errors(text)).toEqual([]);
  });

  // A preset's page shows its source; the promise is about the field that every preset has.
  it.each([...walk('docs/presets'), ...walk('docs/fr/prereglages')])(
    'shows a source that works: %s',
    async (page) => {
      const [base = ''] = yamlBlocks('docs/agreement-language.md');
      const [source = ''] = yamlBlocks(page);
      const { sources, stages = { created: { at: 'created_at' } } } = parse(source);
      const [stage] = Object.keys(stages);
      const sections = {
        sources,
        stages,
        ...(sources.leads ? { profile: { must: { source: 'present' } } } : {}),
        objectives: [],
        commitments: [
          {
            id: 'volume',
            owed_by: 'marketing',
            owed_to: 'sales',
            count: { stage },
            target: '>= 1 per month',
          },
        ],
      };
      const { preset } = sources.leads ?? sources.tickets;
      expect(preset).toBe(basename(page, '.md'));
      const { profile: _, ...whole } = parse(base);
      expect(await errors(stringify({ ...whole, ...sections }))).toEqual([]);
    },
  );

  const acme = parse(read('examples/acme/acme-2026-2.sla.yaml'));

  // A page of a kind shows one promise, in the words of the acme example.
  it.each([...walk('docs/kinds'), ...walk('docs/fr/mesures')])(
    'shows a promise that works: %s',
    async (page) => {
      const blocks: ({ shared_by?: unknown }[] | { sources: object })[] = yamlBlocks(page).map((block) =>
        parse(block),
      );
      // What acme has no rows of stands on the page too.
      const more = blocks.map((block) => (Array.isArray(block) ? {} : block.sources));
      const sources = Object.assign({}, acme.sources, ...more);
      for (const promises of blocks.filter((block) => Array.isArray(block))) {
        const section = promises[0]?.shared_by === undefined ? 'commitments' : 'objectives';
        expect(await errors(stringify({ ...acme, sources, waivers: [], [section]: promises }))).toEqual([]);
      }
    },
  );
});

async function errors(text: string): Promise<string[]> {
  const { diagnostics } = await readAgreement('/agreement.sla.yaml', 'agreement.sla.yaml', text);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message, place }) => `${place?.start.line}: ${rule}: ${message}`);
}

function agreementsOf(page: string): [page: string, title: string, text: string][] {
  const [base = '', ...sections] = yamlBlocks(page);
  const agreement = parse(base);
  const whole = (section: string): string => stringify({ ...agreement, ...parse(section) });
  const titleOf = (section: string): string => /id: (\S+)/.exec(section)?.[1] ?? section.split('\n')[0] ?? '';
  return [
    [page, 'the whole', base],
    ...sections.map((section): [string, string, string] => [page, titleOf(section), whole(section)]),
  ];
}

function yamlBlocks(page: string): string[] {
  return [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map((match) => match[1] as string);
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}
