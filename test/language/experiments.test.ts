import { describe, expect, it } from 'vitest';
import { exampleWith } from '../../src/build/rule-pages.ts';
import { compareVersions } from '../../src/change/compare.ts';
import { termsMeaning } from '../../src/change/meaning.ts';
import { readAgreement } from '../../src/language/read.ts';
import { experimentRules } from '../../src/language/rules/experiments.ts';

const SHARED = `objectives:
  - id: new-revenue
    shared_by: [marketing, sales]
    count: { stage: contacted }
    target: ">= 10 per month"
`;
const TERMS =
  'experiments: { files: experiments/*.yaml, budget: { limit: 12000 EUR per quarter, reserve: 15% } }\n';

/** An agreement with these files of experiments beside it. */
async function read(files: readonly string[], terms = TERMS, more = '') {
  const text = exampleWith(`${SHARED}${terms}${more}`);
  return readAgreement('/a.sla.yaml', 'a.sla.yaml', text, {
    openExperiments: async () =>
      files.map((file, i) => ({
        ...{ file: `/experiments/${i}.yaml`, shownAs: `experiments/${i}.yaml` },
        bytes: new TextEncoder().encode(file),
      })),
  });
}

const found = async (...args: Parameters<typeof read>) =>
  (await read(...args)).diagnostics
    .filter(({ place }) => place?.file.startsWith('experiments/'))
    .map(({ rule, place }) => `${rule} ${place?.file} ${place?.start.line}`);

const experiment = (more = '', change: (text: string) => string = (text) => text): string =>
  change(`id: webinar
asks: Does a webinar bring French firms?
by: marketing
channel: Webinar
persona: { country: FR, size: 50..500 }
serves: new-revenue
leads: { country: FR }
kpis: [{ id: in-profile, share: { of: { stage: qualified }, with: profile }, target: ">= 60%" }]
from: 2026-06-02
to: 2026-06-30
`) + more;

describe('the rules of experiments', () => {
  it('are these', () => {
    expect(experimentRules.map(({ id }) => id)).toEqual([
      ...['experiment-unread', 'experiment-twice', 'experiment-without-kpi', 'experiment-without-objective'],
      ...['outside-profile', 'over-envelope', 'failure-without-lesson', 'same-failure', 'unknown-experiment'],
      ...['lesson-overdue', 'feedback-overdue'],
    ]);
  });

  // Those that a date decides, and the budget, whose example is in the agreement, are tried below.
  const inFile = experimentRules.filter(({ id }) => !/overdue|envelope/.test(id));
  for (const { id, good, bad } of inFile)
    it(`${id}: its good example keeps it, and its bad one breaks it alone`, async () => {
      expect(await found(good.split('---'))).toEqual([]);
      const rules = (await found(bad.split('---'))).map((line) => line.split(' ')[0]);
      expect(rules).toEqual([id]);
    });

  it('a failure is no finding, and one without its lesson is', async () => {
    expect(await found([experiment('outcome: failed\nlesson: They want the price before\n')])).toEqual([]);
    expect(await found([experiment('outcome: failed\n')])).toEqual([
      'failure-without-lesson experiments/0.yaml 11',
    ]);
  });

  it('the same failure is told whatever the order of the persona and the case of the channel', async () => {
    const failed = experiment('outcome: failed\nlesson: They want the price before\n');
    const again = experiment('', (text) =>
      text
        .replace('id: webinar', 'id: again')
        .replace('channel: Webinar', 'channel: Webinar ')
        .replace('{ country: FR, size: 50..500 }', '{ size: 50..500, country: FR }')
        .replaceAll('2026-06', '2026-09'),
    );
    expect(await found([failed, again])).toEqual(['same-failure experiments/1.yaml 1']);
    expect(await found([failed, `${again}changed: The price is sent before\n`])).toEqual([]);
    // One that worked may be done again, and so may one for others.
    expect(await found([experiment('outcome: worked\nlesson: Do it again\n'), again])).toEqual([]);
    expect(await found([failed, again.replace('size: 50..500', 'size: 500..900')])).toEqual([]);
  });

  it('the first that goes beyond the budget of its quarter is told, and a planned one that takes of the reserve', async () => {
    const costing = (id: string, from: string, limit: number, more = '') =>
      experiment(`budget: { limit: ${limit} EUR }\n${more}`, (text) =>
        text
          .replace('id: webinar', `id: ${id}`)
          .replace('channel: Webinar\n', '')
          .replace('2026-06-02', from)
          .replace('2026-06-30', '2026-12-31'),
      );
    const running = 'outcome: running\n';
    const of = (...files: string[]) => found(files);
    expect(
      await of(costing('a', '2026-04-01', 9000, running), costing('b', '2026-05-01', 3000, running)),
    ).toEqual([]);
    expect(
      await of(costing('a', '2026-04-01', 9000, running), costing('b', '2026-05-01', 3001, running)),
    ).toEqual(['over-envelope experiments/1.yaml 10']);
    expect(await of(costing('a', '2026-04-01', 10_200))).toEqual([]);
    expect(await of(costing('a', '2026-04-01', 10_201))).toEqual(['over-envelope experiments/0.yaml 10']);
    // Another quarter has another budget, and what is over has cost what it has cost.
    expect(
      await of(costing('a', '2026-04-01', 9000, running), costing('b', '2026-07-01', 9000, running)),
    ).toEqual([]);
    const over = costing('a', '2026-04-01', 11_000, 'outcome: worked\nlesson: Go on\n').replace(
      'limit: 11000 EUR',
      'limit: 11000 EUR, spent: 2000 EUR',
    );
    expect(await of(over, costing('b', '2026-05-01', 8000))).toEqual([]);
  });

  it('the agreement weighs them', async () => {
    expect(
      await found([experiment('outcome: failed\n')], TERMS, 'lint: { failure-without-lesson: off }\n'),
    ).toEqual([]);
  });
});

describe('a file of an experiment that is wrong', () => {
  const told = async (text: string) => {
    const { agreement, diagnostics } = await read([
      text,
      experiment('', (own) => own.replace('webinar', 'other')),
    ]);
    // The agreement stands, and so does the other experiment.
    expect(agreement?.experiments?.tried.map(({ id }) => id)).toEqual(['other']);
    return diagnostics.filter(({ rule }) => rule === 'experiment-unread').map(({ message }) => message);
  };

  it('is told with its place and what to type, and the agreement stands', async () => {
    expect(await told(experiment('', (text) => text.replace('by: marketing', 'by: marketting')))).toEqual([
      'There is no team "marketting"',
    ]);
    expect(await told(experiment('colour: red\n'))).toEqual(['The key "colour" is not known here']);
    expect(await told(experiment('', (text) => text.replace('to: 2026-06-30', 'to: 2026-06-01')))).toEqual([
      'The experiment ends on 2026-06-01, before it begins on 2026-06-02',
    ]);
    expect(await told(experiment('budget: { limit: 4000 CHF }\n'))).toEqual([
      '"4000 CHF" is not in EUR, in which the budget of all experiments is',
    ]);
    expect(await told(experiment('budget: { limit: much }\n'))).toEqual(['"much" is no amount']);
    expect(await told('- a list\n')).toEqual(['The file holds no experiment: it has no keys']);
    expect(await told('id: [\n')).toHaveLength(1);
  });

  it('a KPI has the number of the whole experiment, and is about leads', async () => {
    const kpi = (text: string) => experiment('', (own) => own.replace(/kpis: .*/, `kpis: [${text}]`));
    expect(await told(kpi('{ id: v, count: { stage: qualified }, target: ">= 20 per month" }'))).toEqual([
      '">= 20 per month" names a period, and a KPI is of the whole experiment',
    ]);
    expect(
      await told(kpi('{ id: v, occurrence: { records: meetings.csv, at: date }, target: ">= 2" }')),
    ).toEqual(['A KPI is about the leads that the experiment brought, and "v" is about other rows']);
    const { agreement } = await read([kpi('{ id: v, count: { stage: qualified }, target: ">= 20" }')]);
    expect(agreement?.experiments?.tried[0]?.kpis[0]?.target).toMatchObject({ value: 20, per: null });
  });
});

describe('what is agreed of experiments', () => {
  const version = async (terms: string, files: readonly string[] = [experiment()]) => {
    const { agreement, source, diagnostics } = await read(files, terms);
    if (!agreement) throw new Error(diagnostics.map(({ message }) => message).join());
    return {
      agreement,
      file: 'a.sla.yaml',
      place: (path: readonly (string | number)[]) => source.place(path),
    };
  };
  const changes = async (before: string, after: string, files?: readonly string[]) =>
    compareVersions(await version(before), await version(after, files)).map((one) => [
      one.rule,
      one.class,
      one.protects,
    ]);

  it('a change of the budget or of the reserve is open, and every team has to accept it', async () => {
    const agreed = ['experiments', 'open', ['marketing', 'sales']];
    expect(await changes(TERMS, TERMS.replace('12000', '13000'))).toEqual([agreed]);
    expect(await changes(TERMS, TERMS.replace('15%', '10%'))).toEqual([agreed]);
    expect(await changes('', TERMS)).toContainEqual(agreed);
  });

  it('another experiment and another lesson change nothing, and another folder nothing that is signed', async () => {
    const files = [
      experiment('outcome: failed\n'),
      experiment('', (text) => text.replace('webinar', 'other')),
    ];
    expect(await changes(TERMS, TERMS, files)).toEqual([]);
    const moved = await changes(TERMS, TERMS.replace('experiments/*.yaml', 'tried/*.yaml'));
    expect(moved.map(([rule, found]) => [rule, found])).toEqual([['experiments.files', 'editorial']]);
    const [one, other] = [await version(TERMS), await version(TERMS, files)];
    expect(termsMeaning(one.agreement)).toEqual(termsMeaning(other.agreement));
  });
});
