import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { agreementTerms } from '../../src/app/agreements/agreement-terms.ts';
import { promiseTerms } from '../../src/app/agreements/promise-terms.ts';
import { readAgreement } from '../../src/language/read.ts';
import { speak } from '../../src/messages/index.ts';
import { agreementText } from '../agreement.ts';
import { folderWith } from './folder.ts';

afterEach(() => speak('en'));

const GROUP = `sla: 1
sponsor: Director
timezone: Europe/Paris
teams: { marketing: { title: Marketing }, sales: { title: Sales } }
`;

interface Varied {
  readonly reason?: string;
  readonly wonAt?: string;
  readonly before?: string;
  readonly profile?: string;
  readonly waiver?: string;
  readonly more?: string;
}

const agreement = ({
  reason = '{ column: Motif, values: [No budget, Not our market] }',
  wonAt = '{ column: Gagné, type: datetime, format: iso }',
  before = ', before: won',
  profile,
  waiver = 'where: { do_not_contact: true }, between: 2026-05-01..2026-05-31',
  more,
}: Varied = {}): string =>
  agreementText({
    ...(profile === undefined ? {} : { profile }),
    ...(more === undefined ? {} : { more }),
    effective: '{ from: 2026-01-09 }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    owners: { source: assignments, owner: user, from: from_at, to: to_at }
    fields:
      id: id
      owner: Vendeur
      reason: ${reason}
      amount: { column: Montant, type: decimal }
      do_not_contact: { column: Opposition, type: boolean }
      came_at: { column: Venu, type: datetime, format: iso }
      won_at: ${wonAt}
  activities:
    files: activities.csv
    lead: lead
    fields: { kind: Type, at: { column: Date, type: datetime, format: iso } }
  assignments:
    files: assignments.csv
    lead: lead
    fields:
      user: User
      from_at: { column: From, type: datetime, format: iso }
      to_at: { column: To, type: datetime, format: iso }`,
    stages: '{ came: { at: came_at }, won: { at: won_at, title: Gagné } }',
    objectives: `
  - { id: revenue, title: Revenue, shared_by: [marketing, sales], sum: { field: amount, stage: won }, target: ">= 1000 EUR per month" }
  - id: influenced
    title: Influenced
    shared_by: [marketing, sales]
    share: { of: { stage: won }, with: { touched: { source: activities, where: { kind: Webinaire }${before} } }, weigh: amount }
    target: ">= 40%"`,
    commitments: `
  - { id: crossed, owed_by: sales, owed_to: marketing, count: { stage: won, distinct: owner }, target: ">= 3 per month" }
  - { id: reach, owed_by: sales, owed_to: marketing, share: { of: { stage: came }, reaches: won }, target: ">= 3%" }
  - id: meeting
    owed_by: sales
    owed_to: marketing
    occurrence: { records: meetings.yaml, at: date, with: { minutes: { exists: true } } }
    target: ">= 1 per month"`,
    waivers: `
  - { ${waiver}, commitment: reach, reason: Opposed, approved_by: [marketing, sales] }`,
  });

/** The sentences about an agreement, by the promise or the term that they are about. */
async function told(text: string, language: 'en' | 'fr'): Promise<Readonly<Record<string, string[]>>> {
  const { agreement: read, shared, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
  if (read === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  await speak(language);
  const sourced = { agreement: read, shared, file: 'a.sla.yaml' };
  const found: Record<string, string[]> = {};
  const all = [
    ...promiseTerms(sourced).map(({ commitment, text }) => [commitment, text] as const),
    ...agreementTerms(sourced).map(({ term, text }) => [term, text] as const),
  ];
  for (const [name, text] of all)
    found[name] = [...(found[name] ?? []), text.replaceAll(/[\u00a0\u202f]/g, ' ')];
  return found;
}

const EN = {
  influenced: [
    'weighed by amount: one case of 10,000 EUR counts as much as ten of 1,000 EUR',
    'a row in activities where kind is Webinaire counts for a case with “Gagné” on 9 January 2026 at 16:30 if it came by then, and not if it came later',
  ],
  crossed: ['three cases with one value of owner count once, and a case without a value does not count'],
  meeting: [
    '“minutes/2026-01-09.md” in minutes is evidence once that file is there, from the folder of the agreement; so is an https link, which is not opened',
  ],
  'leads.reason': [
    '“no budget” is no agreed word: it is counted as outside, and told with the nearest one, “No budget”',
  ],
  'leads.owners': [
    'in the groups of --by owner, what is due on 9 January 2026 at 16:30 is charged to who had it then, also where another has it the day after; its clock goes on',
  ],
  waivers: [
    'reach: a lead that starts from 1 to 31 May 2026 and for which do not contact is yes is set aside unless the promise is kept for it; both numbers are shown',
  ],
};

const FR = {
  influenced: [
    'pondéré par « Montant » : un cas de 10 000 EUR compte autant que dix de 1 000 EUR',
    'une ligne de « activities » où « Type » est Webinaire compte pour un cas dont « Gagné » est du 9 janvier 2026 à 16 h 30 si elle date au plus tard de cet instant, et pas si elle est venue après',
  ],
  crossed: [
    'trois cas d’une même valeur de « Vendeur » comptent une fois, et un cas sans valeur ne compte pas',
  ],
  meeting: [
    '« minutes/2026-01-09.md » dans « minutes » est une preuve dès que ce fichier est là, à partir du dossier de l’accord ; un lien https aussi, et il n’est pas ouvert',
  ],
  'leads.reason': [
    '« no budget » n’est pas un mot convenu : il est compté comme en dehors, et cité avec le plus proche, « No budget »',
  ],
  'leads.owners': [
    'dans les groupes de --by owner, ce qui est à traiter au plus tard le 9 janvier 2026 à 16 h 30 est au compte de qui l’avait alors, même si un autre l’a le lendemain ; le délai continue de courir',
  ],
  waivers: [
    'reach : un lead qui commence du 1er au 31 mai 2026 et pour lequel « Opposition » est oui est mis à part, sauf si l’engagement est tenu pour lui ; les deux chiffres sont affichés',
  ],
};

describe('the terms that count in another way than case by case', () => {
  it.each([
    ['en', EN],
    ['fr', FR],
  ] as const)('say what they mean on an example: %s', async (language, sentences) => {
    expect(await told(agreement(), language)).toEqual(sentences);
  });

  it('say nothing of an agreement without them', async () => {
    const plain = agreementText({
      commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: made }, target: ">= 1 per month" }`,
    });
    expect(await told(plain, 'en')).toEqual({});
  });
});

describe('a row of activities', () => {
  it('counts on the whole day of a date', async () => {
    const dated = agreement({ wonAt: '{ column: Gagné, type: date, format: iso }' });
    expect((await told(dated, 'en')).influenced?.[1]).toBe(
      'a row in activities where kind is Webinaire counts for a case with “Gagné” on 9 January 2026 if it came by the end of that day, and not if it came later',
    );
    expect((await told(dated, 'fr')).influenced?.[1]).toBe(
      'une ligne de « activities » où « Type » est Webinaire compte pour un cas dont « Gagné » est du 9 janvier 2026 si elle date au plus tard de ce jour, et pas si elle est venue après',
    );
  });

  it('counts at any time where no stage is named', async () => {
    const any = agreement({ before: '' });
    expect((await told(any, 'en')).influenced?.[1]).toBe(
      'a row in activities where kind is Webinaire counts whenever it came, and one that is still to come does not',
    );
    expect((await told(any, 'fr')).influenced?.[1]).toBe(
      'une ligne de « activities » où « Type » est Webinaire compte quelle que soit sa date, et une qui est encore à venir ne compte pas',
    );
  });

  it('is said once of the profile', async () => {
    const profile = '{ must: { touched: { source: activities, before: came } } }';
    expect((await told(agreement({ profile }), 'en')).profile).toEqual([
      'a row in activities counts for a case with “came” on 9 January 2026 at 16:30 if it came by then, and not if it came later',
    ]);
  });
});

describe('the agreed words', () => {
  const ofReason = async (reason: string, language: 'en' | 'fr') =>
    (await told(agreement({ reason }), language))['leads.reason'];

  it('of a personal field are not told', async () => {
    const personal = '{ column: Motif, personal: true, values: [FR, BE] }';
    expect(await ofReason(personal, 'en')).toEqual([
      '“fr” is no agreed word: it is counted as outside, and as a personal field not told',
    ]);
    expect(await ofReason(personal, 'fr')).toEqual([
      '« fr » n’est pas un mot convenu : il est compté comme en dehors, et n’est pas cité, car le champ est personnel',
    ]);
  });

  it('have an example that none of them is', async () => {
    const both = '{ column: Motif, values: [fr, FR, Be] }';
    expect(await ofReason(both, 'en')).toEqual([
      '“be” is no agreed word: it is counted as outside, and told with the nearest one, “Be”',
    ]);
  });

  it('without capitals have none', async () => {
    const digits = '{ column: Motif, values: ["1", "2"] }';
    expect(await ofReason(digits, 'en')).toEqual([
      'a cell with another word than the agreed ones is counted as outside',
    ]);
    expect(await ofReason(digits, 'fr')).toEqual([
      'une cellule qui a un autre mot que les mots convenus est comptée comme en dehors',
    ]);
  });
});

describe('a waiver by a condition', () => {
  const ofWaiver = async (waiver: string, language: 'en' | 'fr') =>
    (await told(agreement({ waiver }), language)).waivers;
  const opposed = 'where: { do_not_contact: true }';

  it.each([
    [`${opposed}`, 'a lead for which do not contact is yes'],
    [
      `${opposed}, expires: 2026-05-31`,
      'a lead that starts no later than 31 May 2026 and for which do not contact is yes',
    ],
    [
      `${opposed}, between: 2026-05-01..2026-06-30, expires: 2026-05-01`,
      'a lead that starts on 1 May 2026 and for which do not contact is yes',
    ],
  ])('names its days: %s', async (waiver, lead) => {
    expect(await ofWaiver(waiver, 'en')).toEqual([
      `reach: ${lead} is set aside unless the promise is kept for it; both numbers are shown`,
    ]);
  });

  it('names them in French', async () => {
    expect(await ofWaiver(`${opposed}, expires: 2026-05-31`, 'fr')).toEqual([
      'reach : un lead qui commence au plus tard le 31 mai 2026 et pour lequel « Opposition » est oui est mis à part, sauf si l’engagement est tenu pour lui ; les deux chiffres sont affichés',
    ]);
    expect(await ofWaiver(opposed, 'fr')).toEqual([
      'reach : un lead pour lequel « Opposition » est oui est mis à part, sauf si l’engagement est tenu pour lui ; les deux chiffres sont affichés',
    ]);
  });

  it('that is over before it begins, or names its leads, has no example', async () => {
    expect(
      await ofWaiver(`${opposed}, between: 2026-05-01..2026-06-30, expires: 2026-04-30`, 'en'),
    ).toBeUndefined();
    expect(await ofWaiver('leads: [L-1]', 'en')).toBeUndefined();
  });
});

describe('the sheet that both teams sign', () => {
  const folder = folderWith({ 'a.sla.yaml': agreement() });
  afterAll(() => folder.remove());

  it.each([
    ['en', 'S2, leads from 1 to 31 May 2026 for which do not contact is yes: “Opposed”'],
    ['fr', 'S2, leads du 1er au 31 mai 2026 pour lesquels « Opposition » est oui : « Opposed »'],
  ])('says what a waiver asks of its leads: %s', async (language, line) => {
    const { out } = await folder.sla('show', '--lang', language);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(line);
  });
});

describe('the files of parts', () => {
  const own = (rest: string): string => `sla: 1
id: france
title: France
version: "1"
parts: group.sla-parts.yaml
${rest}sources:
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields: { id: id, created: { column: created, type: datetime, format: iso } }
stages: { created: { at: created } }
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }
`;
  const folder = folderWith({
    'group.sla-parts.yaml': GROUP,
    'whole.sla.yaml': own(''),
    'own.sla.yaml': own('timezone: Europe/Zurich\n').replace('id: france', 'id: swiss'),
  });
  afterAll(() => folder.remove());
  const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

  it('are said beside the other examples, with what the agreement says itself', async () => {
    const { out } = await folder.sla('validate', 'own.sla.yaml');
    expect(flat(out)).toContain(
      'shared parts: from group.sla-parts.yaml: sponsor, timezone and teams; what this file says of timezone goes before',
    );
    const french = await folder.sla('validate', 'own.sla.yaml', '--lang', 'fr');
    expect(flat(french.out)).toContain(
      'parties partagées : de group.sla-parts.yaml : sponsor, timezone et teams ; ce que ce fichier dit de timezone l’emporte',
    );
  });

  it.each(['markdown', 'html'])('are said in %s too', async (format) => {
    const { out } = await folder.sla('validate', 'whole.sla.yaml', '--format', format);
    expect(out.replaceAll('\\', '')).toContain(
      'shared parts: from group.sla-parts.yaml: sponsor, timezone and teams',
    );
  });

  it('are a list of their own in JSON, by the term', async () => {
    const { out } = await folder.sla('validate', 'whole.sla.yaml', '--format', 'json');
    expect(JSON.parse(out).summary.termExamples).toEqual([
      {
        file: 'whole.sla.yaml',
        term: 'parts',
        text: 'from group.sla-parts.yaml: sponsor, timezone and teams',
      },
    ]);
  });
});
