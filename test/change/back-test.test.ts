import { afterEach, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { oneIn } from '../effort.ts';
import { inTurns } from '../turns.ts';
import { folder, type Repository } from './repository.ts';

const { describe, it } = inTurns();

const made: Repository[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

interface Terms {
  readonly within?: string;
  readonly where?: string;
  readonly count?: string;
  readonly week?: string;
  readonly more?: string;
}

/** Limits by the clock on the wall, so that a plain loop can judge them too. */
const agreement = ({
  within = '4 hours',
  where = '',
  count = '',
  week = '09:00-17:00',
  more = '',
}: Terms): string =>
  agreementText({
    id: 'acme',
    title: 'Acme',
    timezone: 'UTC',
    teams: '{ marketing: {}, sales: {} }',
    sponsor: 'Managing director',
    calendars: `
  office: { timezone: UTC, week: { mon-sun: [${week}] } }`,
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: { column: id, personal: true }
      country: country
      asked: { column: asked, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }`,
    stages: `
  asked: { at: asked }
  called: { at: called }`,
    commitments: `
  - id: calls
    owed_by: sales
    owed_to: marketing
    response: { from: asked, to: called, within: ${within}${within.includes('business') ? ', calendar: office' : ''} }${where === '' ? '' : `\n    where: { ${where} }`}
    target: ">= 90%"
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: asked${count === '' ? '' : `, where: { ${count} }`} }
    target: ">= 10 per month"
${more}`,
  });

interface Lead {
  readonly id: number;
  readonly country: string;
  /** Hours since 2026-03-01. */
  readonly asked: number;
  readonly called: number | null;
}

/** Without chance: a fixed sequence that mixes countries, waits and missing calls. */
const leads: readonly Lead[] = Array.from({ length: 200 }, (_, id) => ({
  id,
  country: ['FR', 'BE', 'DE'][(id * 7) % 3] ?? '',
  asked: (id * 17) % 600,
  called: id % 11 === 0 ? null : ((id * 17) % 600) + ((id * 13) % 97) / 10,
}));

const instant = (hours: number): string => new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000).toISOString();
const csv = [
  'id,country,asked,called',
  ...leads.map(
    ({ id, country, asked, called }) =>
      `L-${id},${country},${instant(asked)},${called === null ? '' : instant(called)}`,
  ),
].join('\n');

/** The latest instant in the data is as-of: a lead without a call is late once its time is over. */
const asOf = Math.max(...leads.flatMap(({ asked, called }) => [asked, called ?? 0]));

function state({ asked, called }: Lead, within: number): string {
  if (called !== null) return called <= asked + within + 1e-9 ? 'met' : 'breached';
  return asked + within < asOf ? 'breached' : 'pending';
}

async function diff(before: Terms, after: Terms, ...argv: readonly string[]) {
  const here = folder();
  made.push(here);
  here.write('old/acme.sla.yaml', agreement(before));
  here.write('new/acme.sla.yaml', agreement(after));
  here.write('new/leads.csv', csv);
  const { status, out } = await here.sla('diff', 'old', 'new', '--format', 'json', ...argv);
  return { status, out, ...JSON.parse(out) };
}

/** The change of the promise itself, beside what the promises together read. */
const ofTerms = ({ results }: { readonly results: readonly { readonly rule: string }[] }) =>
  results.find(({ rule }) => rule !== 'reads');

describe('the back-test', () => {
  it.each(
    oneIn(3, [
      [4, 6],
      [6, 4],
      [1, 9],
    ]),
  )('of %i hours against %i agrees with a plain loop over the rows', async (before, after) => {
    const { backTest } = await diff({ within: `${before} hours` }, { within: `${after} hours` });
    const flips = (from: string, to: string) =>
      leads.filter((lead) => state(lead, before) === from && state(lead, after) === to).length;
    const number = (within: number, what: string) =>
      leads.filter((lead) => state(lead, within) === what).length;
    const side = (within: number) => ({
      cases: 200,
      met: number(within, 'met'),
      breached: number(within, 'breached'),
      pending: number(within, 'pending'),
      unknown: 0,
      attainment: number(within, 'met') / (number(within, 'met') + number(within, 'breached')),
      value: null,
      target: '>= 90%',
    });
    expect(backTest).toEqual([
      {
        agreement: 'acme',
        id: 'calls',
        owedBy: ['sales'],
        protects: ['marketing'],
        of: 'rate',
        before: side(before),
        after: side(after),
        breachedToMet: flips('breached', 'met'),
        metToBreached: flips('met', 'breached'),
        entered: 0,
        left: 0,
        otherwise: flips('pending', 'breached') + flips('breached', 'pending'),
        effect: after > before ? 'weakened' : 'tightened',
      },
    ]);
  });

  it('informs about a scope, and settles nothing: leads that leave weaken, leads that enter strengthen', async () => {
    const narrower = await diff({}, { where: 'country: [FR, BE]' });
    expect(narrower.status).toBe(1);
    expect(ofTerms(narrower)).toMatchObject({
      class: 'open',
      settled: 'weakened',
      missing: ['marketing', 'sales'],
    });
    const left = leads.filter(({ country }) => country === 'DE').length;
    expect(narrower.backTest[0]).toMatchObject({ left, entered: 0, effect: 'weakened' });
    const wider = await diff({ where: 'country: [FR, BE]' }, {});
    expect(wider.status).toBe(1);
    expect(wider.backTest[0]).toMatchObject({ left: 0, entered: left, effect: 'tightened' });
    const other = await diff({ where: 'country: FR' }, { where: 'country: BE' });
    expect(other.backTest[0]).toMatchObject({ effect: 'both' });
    expect(other.status).toBe(1);
    const same = await diff({ where: 'country: [FR, BE, DE]' }, {});
    expect(same.backTest[0]).toMatchObject({ effect: 'none', entered: 0, left: 0 });
    expect(same.status).toBe(1);
  });

  it('knows that a number is easier to reach where more leads count', async () => {
    const looser = await diff({ count: 'country: FR' }, {});
    expect(ofTerms(looser)).toMatchObject({
      rule: 'count.where',
      settled: 'weakened',
      missing: ['marketing', 'sales'],
    });
    const french = leads.filter(({ country }) => country === 'FR').length;
    expect(looser.backTest[0]).toMatchObject({
      of: 'number',
      before: { value: french },
      after: { value: 200 },
    });
    const stricter = await diff({}, { count: 'country: FR' });
    expect(ofTerms(stricter)).toMatchObject({ settled: 'tightened', missing: ['marketing', 'sales'] });
  });

  it('shows what the hours of a calendar do', async () => {
    const within = '4 business hours';
    const shorter = await diff({ within }, { within, week: '09:00-13:00' });
    expect(shorter.results[0]).toMatchObject({ rule: 'calendars.office', settled: 'weakened' });
    const longer = await diff({ within, week: '09:00-13:00' }, { within });
    expect(longer.results[0]).toMatchObject({ settled: 'tightened' });
  });

  it('counts waived leads that were late as gone from the promise, and no others', async () => {
    const more =
      'waivers:\n  - { leads: [L-0, L-1, L-11], commitment: calls, reason: Outage, approved_by: [sales] }\n';
    const { backTest } = await diff({}, { more });
    expect(backTest.find(({ id }: { id: string }) => id === 'calls')).toMatchObject({
      left: 2,
      effect: 'weakened',
    });
  });

  it('takes the months asked for, and other exports', async () => {
    const within = { within: '8 hours' };
    const march = await diff({}, within, '--from', '2026-03', '--to', '2026-03');
    const asked = csv.split('\n').filter((line) => line.split(',')[2]?.startsWith('2026-03'));
    expect(march.backTest[0].before.cases).toBe(asked.length);
    const here = made.at(-1);
    here?.write('few.csv', csv.split('\n').slice(0, 11).join('\n'));
    const few = await here?.sla('diff', 'old', 'new', '--format', 'json', '--leads', 'few.csv');
    expect(JSON.parse(few?.out ?? '').backTest[0].before.cases).toBe(10);
  });

  it('judges the version at a commit, on the rows of the working tree', async () => {
    const here = folder();
    made.push(here);
    here.git('init', '--quiet', '--initial-branch=main');
    here.commit('agreement', { 'acme.sla.yaml': agreement({}) });
    here.write('acme.sla.yaml', agreement({ within: '8 hours' }));
    here.write('leads.csv', csv);
    const { out } = await here.sla('diff', '--format', 'json');
    expect(JSON.parse(out).summary.agreements[0].backTest).toMatchObject({ rows: 200 });
  });

  /** What the back-test says on a day: as text, else in a format or a language. */
  async function told(
    here: Repository,
    day: string,
    {
      as = 'text',
      language = 'en',
      argv = [],
    }: { as?: string; language?: string; argv?: readonly string[] } = {},
  ): Promise<string> {
    const on = { SOURCE_DATE_EPOCH: String(Date.parse(day) / 1000), LANG: language };
    const { status, out } = await here.slaWith(on, 'diff', 'old', 'new', '--format', as, ...argv);
    expect(status).toBe(1);
    return out.replaceAll(/\s+/g, ' ');
  }

  const answer = async (...asked: Parameters<typeof told>) => {
    const json = JSON.parse(await told(asked[0], asked[1], { ...asked[2], as: 'json' }));
    return { results: json.results, ...json.summary.agreements[0], promises: json.backTest };
  };

  function twoVersions(before: string, after: string, leadsCsv = csv): Repository {
    const here = folder();
    made.push(here);
    here.write('old/acme.sla.yaml', before);
    here.write('new/acme.sla.yaml', after);
    here.write('new/leads.csv', leadsCsv);
    return here;
  }

  it('says that no case was decided, and calls nothing harmless for it', async () => {
    const here = twoVersions(
      agreement({ where: 'country: [XX]' }),
      agreement({ where: 'country: [XX, YY]' }),
    );
    const argv: readonly string[] = [];
    const found = await answer(here, '2026-06-01', { argv });
    expect(found.results.find(({ rule }: { rule: string }) => rule === 'where').settled).toBe('nothing');
    expect(found.promises[0]).toMatchObject({ effect: 'nothing', before: { cases: 0 } });
    for (const as of ['text', 'markdown']) {
      const text = await told(here, '2026-06-01', { as, argv });
      expect(text).toContain('no case was decided: nothing is shown');
      expect(text).toContain('not proved harmless: no case of the back-test was decided');
    }
    expect(await told(here, '2026-06-01', { language: 'fr', argv })).toContain('aucun cas n’est tranché');
    const same = twoVersions(agreement({}), agreement({ where: 'country: [FR, BE, DE]' }));
    expect(await told(same, '2026-06-01')).toContain(
      'not proved harmless, though the same on all leads of the back-test',
    );
  });

  it('says that dates lie ahead, or stand alone behind all others', async () => {
    const here = twoVersions(agreement({}), agreement({ where: 'country: [FR, BE]' }));
    expect((await answer(here, '2026-06-01')).backTest.cautions).toEqual([]);
    const ahead =
      /It reaches to 2026-03-\d\d, which is after today: what is judged there has not happened yet/;
    const { cautions } = (await answer(here, '2026-03-02')).backTest;
    expect(cautions).toEqual([expect.stringMatching(ahead)]);
    for (const as of ['text', 'markdown']) expect(await told(here, '2026-03-02', { as })).toMatch(ahead);
    expect(await told(here, '2026-03-02', { language: 'fr' })).toMatch(
      /Il va jusqu’au \d+ \p{L}+ \d{4}, après aujourd’hui/u,
    );
    here.write('new/leads.csv', `${csv}\nL-999,FR,2099-01-04T10:00:00Z,`);
    const { backTest } = await answer(here, '2026-06-01');
    const alone = '1 date behind the end of the data is not taken for the present';
    expect(backTest.cautions).toEqual([expect.stringContaining(alone)]);
    expect(backTest.to.slice(0, 4)).toBe('2026');
  });

  it('says how many cases leave with the days or the promise that holds them no more', async () => {
    const early = leads.filter(({ asked }) => asked < 240);
    const missed = early.filter((lead) => state(lead, 4) === 'breached').length;
    expect(missed).toBeGreaterThan(0);
    const effective = (from: string) => agreement({ more: `effective: { from: ${from} }\n` });
    const here = twoVersions(effective('2026-01-01'), effective('2026-03-11'));
    const { leaving } = await answer(here, '2026-06-01');
    const days = { from: '2026-01-01', to: '2026-03-10' };
    expect(leaving).toEqual([
      { promise: 'calls', ...days, cases: early.length, breached: missed },
      { promise: 'volume', ...days, cases: early.length, breached: 0 },
    ]);
    for (const as of ['text', 'markdown']) {
      expect(await told(here, '2026-06-01', { as })).toContain(
        `calls: ${early.length} cases from 2026-01-01 to 2026-03-10 are under it no more; breached: ${missed}`,
      );
    }
    const renamed = agreement({}).replace('  - id: volume', '  - id: other');
    const dropped = await answer(twoVersions(agreement({}), renamed), '2026-06-01');
    expect(dropped.leaving).toMatchObject([{ promise: 'volume', cases: leads.length }]);
  });

  it('says which version can not judge the exports', async () => {
    const broken = agreement({}).replace('column: called', 'column: call');
    const here = twoVersions(agreement({}), broken);
    const why =
      'the new version can not judge the exports: The export has no column "call" for the field "called"';
    expect(await answer(here, '2026-06-01')).toMatchObject({ backTest: null, noBackTest: why });
    for (const as of ['text', 'markdown']) {
      const text = await told(here, '2026-06-01', { as });
      expect(text).toContain(`No back-test: ${as === 'text' ? why : why.split('"')[0]}`);
      expect(text).toContain('not proved harmless');
    }
    expect(await told(here, '2026-06-01', { language: 'fr' })).toContain(
      'la nouvelle version ne peut pas juger les exports',
    );
    const mended = await answer(twoVersions(broken, agreement({})), '2026-06-01');
    expect(mended.noBackTest).toContain('the old version can not judge the exports');
    const empty = twoVersions(agreement({}), agreement({ within: '8 hours' }), '');
    expect((await answer(empty, '2026-06-01')).noBackTest).toBe(
      'the new version can not judge the exports: The export is empty',
    );
  });

  it('judges each version on its own files where they name others', async () => {
    const emptier = agreement({}).replace('files: leads.csv', 'files: few.csv');
    const here = twoVersions(agreement({}), emptier);
    here.write('new/few.csv', csv.split('\n').slice(0, 51).join('\n'));
    expect((await answer(here, '2026-06-01')).backTest.cautions).toEqual([
      'The files of "leads" of the old version are not there: it reads those of the new',
    ]);
    here.write('old/leads.csv', csv);
    const found = await answer(here, '2026-06-01');
    expect(found.backTest.cautions).toEqual(['Each version reads its own files of "leads": they are others']);
    const calls = found.promises.find(({ id }: { id: string }) => id === 'calls');
    expect([calls.before.cases, calls.after.cases, calls.effect]).toEqual([200, 50, 'weakened']);
  });

  it('says why there is none where no export is at hand', async () => {
    const here = folder();
    made.push(here);
    here.write('old/acme.sla.yaml', agreement({}));
    here.write('new/acme.sla.yaml', agreement({ within: '8 hours' }));
    const { status, out } = await here.sla('diff', 'old', 'new');
    expect([status, out]).toEqual([
      1,
      expect.stringContaining('No back-test: No export found at "leads.csv"'),
    ]);
  });

  it('shows no key of a lead in any format', async () => {
    await diff({}, { where: 'country: FR' });
    for (const format of ['text', 'markdown', 'json', 'github', 'gitlab']) {
      const { out } = (await made.at(-1)?.sla('diff', 'old', 'new', '--format', format)) ?? { out: 'L-1' };
      expect(out).not.toMatch(/L-\d/);
    }
  });
});
