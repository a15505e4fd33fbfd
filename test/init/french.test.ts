import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { parse } from 'yaml';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { reset } from '../../src/messages/index.ts';
import type { Stream } from '../../src/model/io.ts';
import { long, oneIn } from '../effort.ts';
import { root } from '../examples/sla.ts';
import { englishWords } from '../messages/english-words.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sla-init-fr-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  reset();
});

/** Runs the program in French in the temporary folder; `lines` are what a person types there. */
async function sla(argv: readonly string[], lines: readonly string[] | null = null) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): Stream => ({
    isTTY: lines !== null,
    columns: 200,
    write: (text) => {
      written[name] += text;
      return true;
    },
  });
  const left = [...(lines ?? [])];
  reset();
  const status = await main(argv, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: { isTTY: lines !== null, read: async () => '', line: async () => left.shift() ?? null },
    env: { CI: '1', LANG: 'fr_FR.UTF-8' },
    cwd: folder,
    files: realFiles(),
    signal: new AbortController().signal,
  });
  return { status, ...written };
}

const here = (name: string): string => join(folder, name);
const agreement = (): string => readFileSync(here('agreement.sla.yaml'), 'utf8');
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const FIXED = ['--timezone', 'Europe/Paris', '--holidays', 'FR'] as const;

/** What the agreement says to people: comments, titles, promises; not headers and values of the export. */
function spoken(text: string): readonly string[] {
  return text
    .replace(/^# profile:.*?(?=\n\n)/ms, '')
    .split('\n')
    .flatMap((line) => [
      ...(line.startsWith('# yaml-language-server') ? [] : [/(?:^|\s)#\s(.*)$/.exec(line)?.[1] ?? '']),
      /(?:promise|title|lead|sponsor): ([^#{]*?)(?: \}| #|,|$)/.exec(line)?.[1] ?? '',
    ])
    .filter((part) => part !== '' && !/^\s*(?:owner|closed|country|source|company_size):/.test(part))
    .map((part) =>
      part.replace(/un autre .* : une ligne/, '').replace(/sla (?:check|report|validate|sniff)/g, ''),
    );
}

const NAMES = [
  'salesforce-report-fr',
  'acme',
  'dynamics',
  'hubspot',
  'odoo',
  'pipedrive',
  'salesforce',
  'zoho',
];

describe('sla init in French', () => {
  it.each(oneIn(4, NAMES))(
    'writes an agreement on the export of %s that validates and judges at once',
    async (name) => {
      copyFileSync(join(root, `examples/${name}/exports/leads.csv`), here('leads.csv'));
      const made = await sla(['init', '--from', 'leads.csv', ...FIXED]);
      expect(made, made.stderr).toMatchObject({ status: 0 });
      expect(parse(agreement())).toMatchObject({ language: 'fr', title: 'Accord entre marketing et ventes' });
      expect(spoken(agreement()).length).toBeGreaterThan(15);
      expect(spoken(agreement()).flatMap(englishWords)).toEqual([]);
      expect((await sla(['validate'])).status).toBe(0);
      const report = await sla(['report']);
      expect(report.status).toBe(0);
      expect(plain(report.stdout)).toContain('Accord entre marketing et ventes');
    },
  );

  it('writes the promises and what they rest on', async () => {
    // Two leads a day, on Mondays to Fridays of four weeks; four of five are called after 50 minutes, the fifth after 3 hours.
    const rows = Array.from({ length: 40 }, (_, i) => {
      const day = String(2 + Math.floor(i / 10) * 7 + Math.floor((i % 10) / 2)).padStart(2, '0');
      return `L${i};2026-03-${day} 10:00;2026-03-${day} ${i % 5 === 0 ? '13:00' : '10:50'};06 12 34 56 78\n`;
    });
    writeFileSync(here('leads.csv'), `Identifiant;Créé le;Premier contact le;Téléphone\n${rows.join('')}`);
    await sla(['init', '--from', 'leads.csv', ...FIXED, '--hours', '09:00-17:00']);
    const text = plain(agreement());
    expect(text.slice(text.indexOf('commitments:'))).toBe(`commitments:
  # L’export a les leads de 1 mois, peut-être incomplet : revoyez la cible quand il y en aura davantage.
  - id: volume
    owed_by: marketing
    owed_to: ventes
    promise: 40 leads chaque mois
    count: { stage: cree }
    target: ">= 40 per month"

  # 100 % des leads avaient tout ; dans 100 % des mois, c’était 95 % ou davantage.
  - id: fiches-remplies
    owed_by: marketing
    owed_to: ventes
    promise: Un lead arrive complet (téléphone)
    share: { of: { stage: cree }, with: { telephone: present } }
    target: ">= 95%"

  # Par le passé, 80 % des cas ont pris 1 heure ouvrée au plus ; 100 %, 4 heures ouvrées au plus.
  # Nombre de cas : 40 ; un lead sans cette date compte comme en retard.
  - id: premier-contact
    owed_by: ventes
    owed_to: marketing
    promise: Chaque lead est contacté en 1 heure ouvrée au plus
    response: { from: cree, to: contacte, within: 1 business hour, calendar: bureau }
    target: ">= 80%"
`);
    expect(text).toContain('language: fr # langue des rapports, pour tous');
    expect(text).toContain('  cree: { at: cree_le, title: Lead créé }');
  });

  it.skipIf(!long)('joins deals and activities, and says how', async () => {
    for (const name of ['leads', 'deals', 'activities'])
      copyFileSync(join(root, `examples/acme/exports/${name}.csv`), here(`${name}.csv`));
    const from = ['leads', 'deals', 'activities'].flatMap((name) => ['--from', `${name}.csv`]);
    const made = await sla(['init', ...from, ...FIXED]);
    expect(made, made.stderr).toMatchObject({ status: 0 });
    expect(plain(agreement())).toContain('plusieurs lignes par lead : ce qui a été fait');
    const { sources, commitments } = parse(agreement());
    expect(Object.keys(sources)).toEqual(['leads', 'affaires', 'activites']);
    expect(sources.activites.fields).toMatchObject({ at: { type: 'datetime' }, nature: 'Type' });
    expect(commitments.find(({ id }: { id: string }) => id === 'relances').attempts).toMatchObject({
      source: 'activites',
      touches: { nature: expect.any(Array) },
    });
    expect(plain(agreement())).toMatch(/Chaque lead reçoit .* tentatives? de contact/);
    expect(spoken(agreement()).flatMap(englishWords)).toEqual([]);
    expect((await sla(['validate'])).status).toBe(0);
  });

  it('asks, proposes and refuses in French', async () => {
    copyFileSync(join(root, 'examples/generic/exports/leads.csv'), here('leads.csv'));
    const { status, stderr } = await sla(
      ['init', '--from', 'leads.csv'],
      ['', 'x', '1', 'aucune', '', 'Mars/Olympus', 'paris', 'tôt', '9h-18h', 'Gaule', 'France', '70', '90'],
    );
    expect(status, stderr).toBe(0);
    const asked = plain(stderr);
    expect(asked).toContain('Quelle date indique qu’un lead a été confié aux ventes ?');
    expect(asked).toContain('« x » n’est pas une date de l’export ; ses dates sont ');
    expect(asked).toContain('« Mars/Olympus » n’est pas un fuseau comme Europe/Paris');
    expect(asked).toContain('« tôt » n’est pas une liste d’horaires comme 09:00-12:30, 14:00-18:00');
    expect(asked).toContain('[FR : le pays du fuseau Europe/Paris] > ');
    expect(asked).toMatch(/none +l’export n’en a pas\n/);
    expect(asked).toContain('mois du rapport ? (par exemple Europe/Paris)');
    expect(asked).toContain('« Gaule » n’est ni un pays comme FR, ni « aucun »');
    expect(agreement()).toContain('timezone: Europe/Paris');
    expect(agreement()).toContain('holidays: [FR]');
    expect(asked).toContain('« 70 » n’est ni 80 ni 90');
    expect(englishWords(stderr)).toEqual([]);
  });

  it.each([
    ['a,b\n1,2\n', 'Aucune colonne de « leads.csv » n’identifie un lead'],
    ['id,b\n1,x\n2,y\n', 'Aucune colonne de « leads.csv » ne dit quand un lead a été créé ou transmis'],
    ['id,Created\n1,01/02/2026\n2,03/04/2026\n', 'Rien ne distingue le jour du mois dans « Created »'],
    ['1,2026-01-01\n2,2026-01-02\n', 'Aucune ligne de « leads.csv » ne ressemble à un en-tête'],
    ['', 'leads.csv : L’export est vide'],
  ])('refuses %j', async (text, wanted) => {
    writeFileSync(here('leads.csv'), text);
    const { status, stderr } = await sla(['init', '--from', 'leads.csv', ...FIXED]);
    expect(status).toBe(2);
    expect(plain(stderr)).toContain(wanted);
    expect(englishWords(stderr)).toEqual([]);
    expect(existsSync(here('agreement.sla.yaml'))).toBe(false);
  });

  it('raises the limit where more rows can not be read than usual', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `${i % 5 === 0 ? '' : `L${i}`},2026-03-${String((i % 20) + 2).padStart(2, '0')}\n`,
    );
    writeFileSync(here('leads.csv'), `id,created_at\n${rows.join('')}`);
    expect((await sla(['init', '--from', 'leads.csv', ...FIXED])).status).toBe(0);
    expect(plain(agreement())).toContain(
      'max_rejected: 20% # la limite habituelle est de 1 % : cet export a davantage de lignes illisibles',
    );
  });

  it('writes a template, and the comments of the pipeline', async () => {
    expect((await sla(['init', '--ci', 'github'])).status).toBe(0);
    expect(spoken(agreement()).flatMap(englishWords)).toEqual([]);
    expect(agreement()).toContain('      owner: { column: Responsable, personal: true }');
    // The example in a comment names what is defined above it.
    expect(agreement()).toMatch(/^# {3}- \{ id: nouveaux-clients, .*count: \{ stage: gagne \}/m);
    expect((await sla(['validate'])).status).toBe(0);
    expect(plain(readFileSync(here('.github/workflows/sla.yml'), 'utf8'))).toContain(
      '# L’export n’est pas dans le dépôt : seul l’accord est vérifié.',
    );
  });
});
