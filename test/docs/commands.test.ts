import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fewOf, long, oneIn } from '../effort.ts';
import { commandsOf, root, type Step, stepsOf } from './page.ts';
import { type Reader, reader } from './reader.ts';

/** What the pages speak of: the examples, and exports by the names that a reader may have given them. */
const FILES = {
  examples: 'examples',
  'leads.csv': 'examples/acme/exports/leads.csv',
  exports: 'examples/acme/exports',
  'march.csv': 'examples/acme/exports/leads.csv',
  'won.csv': 'examples/acme/exports/deals.csv',
};
const TUTORIALS = ['docs/tutorial.md', 'docs/fr/tutoriel.md'];
const all = ['README.md', 'README.fr.md', 'CONTRIBUTING.md', ...pagesIn('docs'), ...pagesIn('examples')];

describe.each(['en', 'fr'] as const)('what pages in %s show', (language) => {
  let at: Reader;
  beforeAll(() => {
    at = reader({
      files: FILES,
      lang: language === 'fr' ? 'fr_FR.UTF-8' : 'C',
      same: true,
    });
  });
  afterAll(() => at.leave());

  const shown = all
    .filter((page) => isFrench(page) === (language === 'fr') && !TUTORIALS.includes(page))
    .flatMap((page) => stepsOf(page).map((step): Shown => [page, titleOf(step), step]));

  it.each(inTime(fewOf(shown.filter(isShown), (one) => kindOf(one, language), 1)))(
    '%s tells the truth: %s',
    async (_page, _title, step) => {
      await at.follow(step);
    },
  );
});

type Shown = readonly [page: string, title: string, step: Step];

/**
 * What is of one kind is printed alike. A run of the example takes as long as a hundred other tests, so the short run tries one of
 * each kind; of French pages one of each command, whose counts are those of their English twins.
 */
function kindOf([, title, { kind }]: Shown, language: 'en' | 'fr'): string {
  if (kind !== 'run' || QUICK.test(title)) return title;
  return language === 'fr' ? title.split(' ').slice(0, 2).join(' ') : title.replaceAll(CHOOSING, '');
}

/** Of what judges an export one in twenty, other ones in each release; the long run takes all. */
const inTime = (all: readonly Shown[]): readonly Shown[] => {
  const judging = new Set(oneIn(20, all.filter(judges)));
  return all.filter((one) => !judges(one) || judging.has(one));
};

const judges = ([, title, step]: Shown): boolean => step.kind === 'run' && !QUICK.test(title);

/** That what shows nothing succeeds is found out by the long run. */
const isShown = ([, , step]: Shown): boolean => long || step.kind !== 'run' || step.pieces.length > 0;

/** Commands that open no export. */
const QUICK = /^sla (clock|rules|show|validate) /;

/** Options that choose what is looked at, and not how it is told. */
const CHOOSING = / --(as-of|commitment|from|leads|owner|period|rejects|source|state|to) ("[^"]*"|\S+)/g;

/** The files that examples of commands speak of are not there: what matters here is that each is understood. */
describe('every command of a page is one that can be typed', () => {
  let at: Reader;
  beforeAll(() => {
    at = reader({ files: {}, same: true });
  });
  afterAll(() => at.leave());

  // The demo has tests of its own, and takes no file.
  const shown = all.map(
    (page) => [page, commandsOf(page).filter((line) => !line.startsWith('sla demo'))] as const,
  );
  it.each(
    oneIn(
      5,
      shown.filter(([, commands]) => commands.length > 0),
    ),
  )('%s', async (_page, commands) => {
    for (const command of commands) {
      const { out, err } = await at.run(command);
      expect(`${command}\n${out}${err}`).not.toMatch(/There is no (option|command)|error {2}usage/);
    }
  });
});

function titleOf(step: Step): string {
  return step.kind === 'run' ? step.command : `an edit of ${step.file}`;
}

function isFrench(page: string): boolean {
  return page.startsWith('docs/fr/') || page.endsWith('.fr.md');
}

function pagesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((page) => !page.startsWith('docs/rules/'))
    .sort();
}
