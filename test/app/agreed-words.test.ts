import { expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from '../judging/world.ts';

const agreement = (more: string): string =>
  agreementText({
    effective: '{ from: 2026-01-01 }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    nulls: ["-"]
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      reason: { column: Motif, values: [Hors cible, Pas de budget, Déjà équipé] }
      who: { column: who, values: [Anna], personal: true }
  activities:
    files: activities.csv
    lead: id
    fields: { at: { column: at, type: datetime, format: iso }, kind: { column: kind, values: [Call] } }
  deals:
    files: deals.csv
    joins: { lead: id }
    fields: { amount: { column: amount, type: integer }, phase: { column: phase, values: [Won] } }`,
    stages: '{ created: { at: created } }',
    objectives: `
  - { id: money, shared_by: [marketing, sales], sum: { field: amount, stage: created }, target: ">= 1 EUR per month" }`,
    commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }
  - { id: calls, owed_by: sales, owed_to: marketing, response: { from: created, to: { earliest: activities }, within: 2 hours }, target: ">= 1%" }`,
    more,
  });

const REASONS = [
  ...['Hors cible', 'Pas de budget', 'Pas  de\u00a0budget', 'De\u0301ja\u0300 équipé', '', '-'],
  ...['Pas de Budget', 'Pas de Budget', 'Deja equipe', 'Autre', 'Autre', 'Autre', 'zzz'],
];

const EXPORTS = {
  leads: `id,created,Motif,who\n${REASONS.map((reason, i) => `L${i},2026-03-02 09:00,${reason},Secret\n`).join('')}`,
  activities: 'id,at,kind\nL0,2026-03-02 09:30,Call\nL1,2026-03-02 09:40,=cmd()\n',
  deals: 'lead,amount,phase\nL0,5,Won\nL1,5,won\nL2,5,\n',
};

it('tells what stands outside the agreed words once a field, in every source that is read', async () => {
  const { findings, results } = await reportOf(agreement(''), EXPORTS);
  expect(findings.map(({ rule, message, place }) => `${place?.start.line} ${rule}: ${message}`)).toEqual([
    '27 word-outside: 1 cell of "phase" in "deals" is outside its agreed words: "won" (1, did you mean "Won"?)',
    '23 word-outside: 1 cell of "kind" in "activities" is outside its agreed words: "=cmd()" (1)',
    '18 word-outside: 7 cells of "reason" in "leads" are outside its agreed words: "Autre" (3), "Pas de Budget" (2, did you mean "Pas de budget"?), "Deja equipe" (1, did you mean "Déjà équipé"?) and 1 more word',
    '19 word-outside: 13 cells of "who" in "leads" are outside its agreed words: personal, and not shown',
  ]);
  expect(results.map(({ id, value }) => `${id} ${value}`)).toContain('volume 13');

  // The agreement weighs it like any rule.
  const weighed = await reportOf(agreement('lint: { word-outside: off }\n'), EXPORTS);
  expect(weighed.findings).toEqual([]);
});
