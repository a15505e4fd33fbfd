import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleWith } from '../../src/build/rule-pages.ts';
import { readAccepted } from '../../src/language/accepted/read.ts';
import { withEntries } from '../../src/language/accepted/write.ts';
import { catalogue } from '../../src/language/catalogue.ts';
import { readAgreement } from '../../src/language/read.ts';
import { readRecords } from '../../src/language/records.ts';
import { foundElsewhere, foundLater } from '../../src/language/rules/found-elsewhere.ts';
import { rules } from '../../src/language/rules/index.ts';
import { reset, say, speak } from '../../src/messages/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { oneIn } from '../effort.ts';
import { englishWords } from '../messages/english-words.ts';
import { base } from './base.ts';
import { broken, cases } from './broken-cases.ts';

beforeEach(() => speak('fr', { firm: true }));
afterEach(reset);

const found = async (text: string | Uint8Array) =>
  (await readAgreement('/a.sla.yaml', 'a.sla.yaml', text)).diagnostics;

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const shown = ({ message, help }: Diagnostic): string => plain(`${message}\n${help}`);

/** Without what is the language's own: the keys that are possible, and the schema's example of a line or of a map. */
const said = ({ message, help = '' }: Diagnostic): string =>
  `${message} ${help.replace(/(?<=^ajoutez une ligne|les clés possibles ici sont |^écrivez un ensemble de clés, par exemple ).*/, '')}`;

const corpus = new URL('../hostile/agreements/', import.meta.url);
const files = readdirSync(corpus).filter((name) => name.includes('--'));

describe('a broken agreement is told in French alone', () => {
  it.each(oneIn(6, files))('%s', async (file) => {
    const diagnostics = await found(readFileSync(new URL(file, corpus)));
    expect(diagnostics).not.toEqual([]);
    expect(diagnostics.map(said).flatMap(englishWords)).toEqual([]);
  });

  it.each(oneIn(6, cases))('$name', async (entry) => {
    const diagnostics = await found(broken(entry).text);
    expect(diagnostics.map(said).flatMap(englishWords)).toEqual([]);
  });
});

describe('a rule', () => {
  it.each([...rules, ...foundElsewhere.filter(({ id }) => !foundLater.has(id))])(
    'tells in French what it finds: $id',
    async ({ bad }) => {
      const diagnostics = await found(exampleWith(bad));
      expect(diagnostics).not.toEqual([]);
      expect(diagnostics.map(said).flatMap(englishWords)).toEqual([]);
    },
  );

  it.each(catalogue)('has its law in French: $id', ({ law }) => {
    expect(say(law)).not.toBe(law);
    expect(say(law)).toMatch(/^[A-ZÀ-Ý].*\.$/);
    expect(englishWords(say(law))).toEqual([]);
  });
});

describe('an agreement in French', () => {
  const wrong: readonly (readonly [piece: string, by: string, shown: string])[] = [
    [
      'sponsor:',
      'sponser:',
      'La clé « sponser » est inconnue ici\nvouliez-vous dire « sponsor » ? les clés possibles ici sont sla, id, title, version, why, decided_by, status, effective, review, parts, timezone, year_starts, language, teams, sponsor, calendars, sources, stages, funnel, profile, judging, objectives, priorities, commitments, plan, experiments, disputes, views, closing, waivers, approvals et lint',
    ],
    ['id: demo\n', '', 'Il manque la clé « id »\najoutez une ligne : id: acme-demand'],
    [
      'version: "1"',
      'version: 1.0',
      'Valeur écrite : un nombre (« 1.0 ») ; valeur attendue : un texte\nmettez des guillemets : "1.0"',
    ],
    [
      'country: Country',
      'country: [A]',
      'Valeur écrite : une liste ; valeur attendue : un texte ou un ensemble de clés\nécrivez un texte ou un ensemble de clés',
    ],
    [
      'owed_by: sales',
      'owed_by: sale',
      'Il n’y a pas d’équipe « sale »\nles équipes sont marketing et sales ; vouliez-vous dire « sales » ?',
    ],
    [
      'within: 4 business hours',
      'within: 3 days',
      '« 3 days » peut se lire de deux façons\nécrivez « 3 business days » ou « 3 calendar days »',
    ],
    [
      'timezone: Europe/Paris\n    week',
      'timezone: Paris\n    week',
      '« Paris » n’est pas un fuseau horaire\nvouliez-vous dire « Europe/Paris » ? écrivez un nom IANA, comme Europe/Paris',
    ],
    [
      'fri: [09:00-17:00]',
      'thu-fri: [09:00-17:00]',
      '« thu-fri » nomme de nouveau thu, après « mon-thu »\nnommez chaque jour une seule fois, avec toutes ses plages dans une liste : mon: [09:00-12:30, 14:00-18:00]',
    ],
    [
      'format: dd/MM/yyyy HH:mm',
      'format: dd/mm/yyyy HH:mm',
      'Le format de date « dd/mm/yyyy HH:mm » n’a pas de mois : « mm » désigne les minutes\nécrivez « MM »',
    ],
    [
      'target: 95%',
      'target: 5 per month',
      '« 5 per month » est un nombre, et une mesure response a un taux pour cible\nécrivez un taux : ">= 95%"',
    ],
    [
      'sponsor: Managing Director',
      'sponsor: "Managing Director',
      'Un guillemet est ouvert ici et n’est pas fermé\nfermez-le par "',
    ],
  ];

  it.each(wrong)('with %j as %j', async (piece, by, sentences) => {
    expect(base.split(piece).length).toBe(2);
    const [first] = await found(base.replace(piece, () => by));
    expect(first && shown(first)).toBe(sentences);
  });

  it('says what a rule finds', async () => {
    const findings = await found(exampleWith(rules.find(({ id }) => id === 'closed-limit')?.bad ?? ''));
    expect(findings.map(shown)).toEqual([
      'Un lead reçu ven. 18:00 est à échéance « 30 minutes » plus tard, et le calendrier « office » est fermé jusqu’à lun. 09:00\n' +
        'écrivez un temps ouvré et un calendrier : within: 30 business minutes, calendar: office',
    ]);
  });

  it('has its numbers as French writes them', async () => {
    const findings = await found(exampleWith(rules.find(({ id }) => id === 'total-target')?.bad ?? ''));
    expect(findings.map(shown)).toEqual([
      'La cible « >= 100% » vaut pour tous les cas, et jusqu’à 5 % des cas peuvent être indéterminés\n' +
        'ajoutez max_unknown: 0%, ou écrivez une cible qui laisse manquer un cas',
    ]);
  });

  it('has comments that ignore a rule', async () => {
    const findings = await found(base.replace('sla: 1', 'sla: 1 # sla-ignore unused-team'));
    expect(findings.map(shown)).toEqual([
      'Le commentaire ne dit pas pourquoi ignorer « unused-team » : il reste donc sans effet\n' +
        'ajoutez la raison : # sla-ignore unused-team: pourquoi la règle ne vaut pas ici',
    ]);
  });
});

describe('the files beside an agreement, in French', () => {
  it('are records', () => {
    expect(readRecords('r.yaml', '- date: { a: 1 }\n').diagnostics.map(shown)).toEqual([
      'La valeur de « date » n’est pas simple : un ensemble de clés n’a pas sa place dans une cellule\n' +
        'écrivez un élément par enregistrement du suivi : - { date: 2026-03-10, minutes: minutes/2026-03-10.md }',
    ]);
  });

  it('are acceptances', () => {
    const { diagnostics } = readAccepted('a.yaml', '- { agreement: a, rule: within, to: 1, by: sales }\n');
    expect(diagnostics.map(shown)).toEqual([
      'L’acceptation n’indique pas « reason »\nlaissez « sla accept » écrire l’entrée, ou corrigez-la à la main',
      'L’acceptation n’indique pas « from »\nécrivez la valeur, ou null s’il n’y en a pas',
    ]);
  });

  it('say at their top what they are', () => {
    const entry = {
      agreement: 'a',
      commitment: null,
      rule: 'r',
      from: 1,
      to: 2,
      by: 'sales',
      reason: 'x',
      bound: null,
    };
    expect(
      plain(withEntries(null, [entry]))
        .split('\n')
        .slice(0, 3),
    ).toEqual([
      '# Changements d’accords acceptés par les équipes concernées : une entrée par changement et par équipe.',
      '# Écrit par « sla accept ». Une entrée ne vaut que pour les valeurs et les sens qu’elle contient, et a fait son office une fois le changement intégré.',
      '- agreement: "a"',
    ]);
  });
});
