import { afterEach, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { termsSentence } from '../../src/app/wording/terms.ts';
import { readAgreement } from '../../src/language/read.ts';
import { reset, speak } from '../../src/messages/index.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { promisesOf } from '../../src/model/promises.ts';
import { agreementText } from '../agreement.ts';
import { firstEditedWorld, long } from '../effort.ts';
import { worldOf } from '../property/world/world.ts';

afterEach(reset);

const TERMS = agreementText({
  calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-17:00"] } } }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: Créé le, type: datetime, format: iso }
      called: { column: Appelé le, type: datetime, format: iso }
      company_size: { column: Effectif, type: integer }
      phone: Téléphone
      source: Origine
      amount: { column: Montant, type: decimal }
      vip: { column: VIP, type: boolean }
      touches: { column: Relances, type: integer }
  activities:
    files: activities.csv
    lead: lead
    fields: { at: { column: at, type: datetime, format: iso }, kind: Type }`,
  stages: '{ made: { at: created, title: Lead reçu }, first_call: { at: called } }',
  profile: '{ must: { company_size: ">= 20" } }',
  objectives: '[]',
  commitments: `
  - { id: a, owed_by: marketing, owed_to: sales, count: { stage: made, where: profile }, target: ">= 1 per month" }
  - { id: b, owed_by: marketing, owed_to: sales, sum: { field: amount, stage: made }, target: "<= 1500.5 EUR per quarter" }
  - { id: c, owed_by: marketing, owed_to: sales, share: { of: { stage: made }, with: { phone: present } }, target: ">= 97.5%" }
  - { id: d, owed_by: marketing, owed_to: sales, where: { source: [Web, "Salon, foire"], vip: true }, share: { of: { stage: made }, reaches: first_call }, target: ">= 100%" }
  - { id: e, owed_by: sales, owed_to: marketing, response: { from: made, to: first_call, within: 4 business hours, calendar: office }, target: ">= 90%",
      segments: [{ id: big, where: { company_size: 500..2000 }, within: 30 business minutes }, { id: rest, where: { phone: absent }, within: 2 hours }] }
  - { id: f, owed_by: sales, owed_to: marketing, response: { from: made, to: { earliest: activities, where: { kind: { not: [Mail, Note] } } }, within: 1 calendar day }, target: "<= 5%" }
  - { id: g, owed_by: sales, owed_to: marketing, attempts: { from: made, at_least: 3, distinct_days: true, min_gap: 2 hours, within: 5 business days, calendar: office, source: activities, until: first_call }, target: ">= 80%" }
  - { id: v, owed_by: marketing, owed_to: sales, count: { stage: made, distinct: source }, target: ">= 3 per quarter" }
  - { id: w, owed_by: marketing, owed_to: sales, share: { of: { stage: made, where: profile }, with: { source: Web }, weigh: { field: amount, unit: EUR } }, target: ">= 40%" }
  - { id: x, owed_by: marketing, owed_to: sales, share: { of: { stage: made }, reaches: first_call, weigh: amount }, target: "<= 40%" }
  - { id: h, owed_by: marketing, owed_to: sales, occurrence: { records: records/meetings.csv, at: date, with: { minutes: present } }, target: ">= 2 per month" }
`,
});

async function sentences(text: string): Promise<readonly string[]> {
  const { agreement, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return promisesOf(agreement as Agreement).map((promise) => termsSentence(promise, agreement as Agreement));
}

it('says in English when each kind of promise is met', async () => {
  expect(await sentences(TERMS)).toEqual([
    'Met if at least 1 lead in profile reaches “Lead reçu” per month.',
    'Met if amount, added up over the leads that reach “Lead reçu”, is at most 1,500.5 EUR per quarter.',
    'Met if at least 97.5% of the leads that reach “Lead reçu” have phone filled in.',
    'Met if all the leads for which source is Web or “Salon, foire” and vip is yes that reach “Lead reçu” also reach “first call”.',
    'Met if at least 90% of the leads go from “Lead reçu” to “first call” in at most 4 business hours; where company size is from 500 to 2,000, in at most 30 business minutes; otherwise where phone is blank, in at most 2 hours, day and night.',
    'Met if at most 5% of the leads go from “Lead reçu” to a first row in activities where kind is none of Mail and Note, in at most 1 calendar day.',
    'Met if at least 80% of the leads have touches on at least 3 different days, at least 2 hours, day and night apart, within 5 business days of “Lead reçu”, or reach “first call” by then.',
    'Met if the number of different values of source, among the leads that reach “Lead reçu”, is at least 3 per quarter.',
    'Met if at least 40% of amount in EUR, added up over the leads in profile that reach “Lead reçu”, is of those that meet this: source is Web.',
    'Met if at most 40% of amount, added up over the leads that reach “Lead reçu”, is of those that also reach “first call”.',
    'Met if meetings.csv holds at least 2 records per month, dated by date, where minutes is filled in.',
  ]);
});

it('says the same in French, with the headers of the columns and without breaks before units and marks', async () => {
  await speak('fr', { firm: true });
  const said = await sentences(TERMS);
  expect(said.map((text) => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
    'Tenu si au moins 1 lead du profil atteint « Lead reçu » par mois.',
    'Tenu si le total de « Montant », pour les leads qui atteignent « Lead reçu », est d’au plus 1 500,5 EUR par trimestre.',
    'Tenu si au moins 97,5 % des leads qui atteignent « Lead reçu » ont une valeur dans « Téléphone ».',
    'Tenu si tous les leads où « Origine » est Web ou « Salon, foire » et « VIP » est oui qui atteignent « Lead reçu » atteignent aussi « first call ».',
    'Tenu si au moins 90 % des leads passent de « Lead reçu » à « first call » en 4 heures ouvrées au plus ; si « Effectif » va de 500 à 2 000, en 30 minutes ouvrées au plus ; sinon, si « Téléphone » est vide, en 2 heures, jour et nuit au plus.',
    'Tenu si au plus 5 % des leads passent de « Lead reçu » à une première ligne de « activities » où « Type » n’est aucune de ces valeurs : Mail et Note, en 1 jour calendaire au plus.',
    'Tenu si au moins 80 % des leads ont des prises de contact à au moins 3 dates différentes, espacées d’au moins 2 heures, jour et nuit, en 5 jours ouvrés au plus après « Lead reçu », ou atteignent d’ici là « first call ».',
    'Tenu si le nombre de valeurs différentes de « Origine », parmi les leads qui atteignent « Lead reçu », est d’au moins 3 par trimestre.',
    'Tenu si au moins 40 % du total de « Montant » en EUR, pour les leads du profil qui atteignent « Lead reçu », vient de ceux qui vérifient : « Origine » est Web.',
    'Tenu si au plus 40 % du total de « Montant », pour les leads qui atteignent « Lead reçu », vient de ceux qui atteignent aussi « first call ».',
    'Tenu si meetings.csv compte au moins 2 lignes par mois, à la date de « date », où « minutes » est renseigné.',
  ]);
  for (const text of said) expect(text).not.toMatch(/ [:;?!%»]|« /);
});

/** All that a promise judges by. */
function judged({ promises, index }: { readonly promises: Agreement; readonly index: number }): string {
  const { measure, where, target, segments } = promisesOf(promises)[index] as never as Record<string, object>;
  const { text: _, ...aim } = target as { readonly text: string };
  const bare = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, each) => (IDLE.has(key) ? undefined : each)));
  return JSON.stringify(bare([measure, where, aim, segments]));
}

/** Names and spellings, and what divides a wait without judging it. */
const IDLE = new Set(['id', 'text', 'splitAt']);

it('never says the same of promises of random agreements that judge differently', async () => {
  for (let seed = firstEditedWorld; seed < firstEditedWorld + (long ? 40 : 10); seed++) {
    const [version] = worldOf(seed).world.versions;
    const { agreement } = await readAgreement(
      '/a.sla.yaml',
      'a.sla.yaml',
      stringify(version, { aliasDuplicateObjects: false }),
    );
    if (!agreement) continue;
    const terms = new Map<string, string>();
    for (const [index, promise] of promisesOf(agreement).entries()) {
      const sentence = termsSentence(promise, agreement);
      const own = judged({ promises: agreement, index });
      expect(terms.get(sentence) ?? own).toBe(own);
      terms.set(sentence, own);
    }
  }
});
