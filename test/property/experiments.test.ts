import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadFamilies } from '../../src/app/agreements/load.ts';
import { openRun } from '../../src/app/judging/open.ts';
import { measuring } from '../../src/app/tried/beside.ts';
import { registerOf } from '../../src/app/tried/register.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { long } from '../effort.ts';
import type { RawAgreement, RawCondition, RawPromise, World } from '../oracle/agreement.ts';
import { type Ruled, rule } from '../oracle/judge.ts';
import { dateOf, midnightOf } from '../oracle/zone.ts';
import { REQUEST, within } from './run.ts';
import { promiseOf } from './world/agreement.ts';
import { type Random, randomOf } from './world/random.ts';
import { anyDay } from './world/season.ts';
import { type Seeded, worldOf } from './world/world.ts';

const first = Number(process.env.SEED ?? 917);
const WORLDS = Number(process.env.WORLDS ?? (long ? 20 : 1));

const LEAD_STAGES = ['created', 'handed', 'assigned', 'contacted', 'answered', 'won', 'closed'] as const;
const KINDS = ['count', 'sum', 'share', 'response', 'attempts'] as const;

interface Tried {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly leads: RawCondition;
  readonly kpis: readonly RawPromise[];
}

/** An experiment of some days of a season, with KPIs of any kind that begin at any stage. */
function triedIn(id: string, { season, world }: Seeded, random: Random): Tried {
  const from = anyDay(season, random) - random.int(0, 15);
  const kpis = KINDS.flatMap((kind): readonly RawPromise[] => {
    const { at_risk, book_by, segments, where, ...kpi } = promiseOf(random, `k-${kind}`, kind, 'month');
    // Values are counted once, and which currency a cell is in is told by the promises alone.
    if (kpi.count?.distinct !== undefined || typeof kpi.share?.weigh === 'object') return [];
    const source = kpi.attempts?.counter ? {} : { source: 'activities' };
    return [
      {
        ...kpi,
        ...(where === undefined || random.chance(0.6) ? {} : { where }),
        ...(kpi.attempts ? { attempts: { ...kpi.attempts, ...source } } : {}),
        target: String(kpi.target).replace(/(?: EUR)? per \w+$/, ''),
      },
    ];
  });
  const leads = random.pick<RawCondition>([
    { country: { not: ['DE'] } },
    { size: '>= 100' },
    { vip: { not: true } },
    { any: [{ country: 'FR' }, { size: '> 0' }] },
    ...world.versions.flatMap(({ profile }) => (profile?.must === undefined ? [] : [profile.must])),
  ]);
  return { id, from, to: from + random.int(10, 40), leads, kpis };
}

/** As its file says it. */
const fileOf = ({ id, leads, from, to, kpis }: Tried) => ({
  ...{ id, asks: 'Is it so?', by: 'marketing', leads, outcome: 'running' },
  ...{ from: dateOf(from), to: dateOf(to), kpis },
});

/** The KPIs, and what it brought, as promises about the leads that match. */
function promisesIn(
  { id, leads, kpis }: Tried,
  [stage, last]: readonly [string, string],
): readonly RawPromise[] {
  const brought: RawPromise = { id: 'brought', share: { of: { stage }, reaches: last }, target: '0%' };
  return [...kpis, brought].map((one) => ({ ...one, id: `${id} ${one.id}`, where: both(leads, one.where) }));
}

const beginsAt = ({ count, sum, share, response, attempts }: RawPromise): string | undefined =>
  (count ?? sum ?? share?.of)?.stage ?? (response ?? attempts)?.from;

const rowOf = ({ case: { lead, handOver } }: Ruled) => JSON.stringify([lead, handOver]);

const yaml = (raw: object) => stringify(raw, { aliasDuplicateObjects: false });

/** What an experiment names stands beside the promises of the newest version, which is in force always. */
function agreementOf({ world }: Seeded, funnel: readonly [string, string]): RawAgreement {
  const { effective: _, ...newest } = world.versions.at(-1) as RawAgreement;
  const revenue: RawPromise = {
    id: 'revenue',
    shared_by: ['marketing', 'sales'],
    sum: { field: 'amount', stage: funnel[1] },
    target: '>= 1000 EUR per quarter',
  };
  return { ...newest, objectives: [revenue] };
}

const both = (leads: RawCondition, where: RawCondition | undefined): RawCondition =>
  where === undefined ? leads : ({ not: { any: [{ not: leads }, { not: where }] } } as never);

async function registerIn(texts: Parameters<typeof within>[0], asOf: string | null) {
  return within(texts, async (io) => {
    const { families, findings: loaded } = await loadFamilies([], io);
    const [family] = families;
    if (!family) throw new Error('No agreement');
    const engine = await openDuckDb({ threads: 1 });
    try {
      const request = { ...REQUEST, asOf };
      const { run, findings } = await openRun({ family, request, engine, io, measure: measuring(family) });
      const wrong = [...loaded, ...findings].filter(
        (one) => one.fatal === true || one.rule === 'experiment-unread',
      );
      if (run === null || wrong.length > 0) return { register: null, wrong };
      const { register } = await registerOf(run, { io, allowOutside: false });
      return { register, wrong };
    } finally {
      await engine.close();
    }
  });
}

const STATES = ['met', 'breached', 'pending', 'unknown'] as const;

/** The cases of a KPI whose leads came in the days of the experiment, one lead at a time. */
function countsOf(own: readonly Ruled[], isIn: (one: Ruled) => boolean) {
  const cases = own.filter((one) => !one.case.undated && isIn(one));
  const counts = Object.fromEntries(
    STATES.map((state) => [state, cases.filter((one) => one.state === state).length]),
  );
  const sum = cases.reduce((all, one) => all + (one.state === 'met' ? one.case.amount : 0), 0);
  return { counts, sum };
}

it('what experiments brought, and their KPIs, are what a plain loop over the leads says', {
  timeout: 60_000 + WORLDS * 10_000,
}, async () => {
  let [later, seen] = [0, 0];
  for (let seed = first; seed < first + WORLDS; seed++) {
    const seeded = worldOf(seed);
    const { world, texts, season } = seeded;
    const random = randomOf(seed + 77_777);
    const funnel = [random.pick(LEAD_STAGES.slice(0, 3)), random.pick(LEAD_STAGES.slice(3))] as const;
    const all = Array.from({ length: long ? 6 : 3 }, (_, i) => triedIn(`tried-${i}`, seeded, random));
    const agreement = agreementOf(seeded, funnel);
    // What is measured beside the promises moves no present.
    const present = rule({ ...world, by: [], versions: [agreement] }, season.span)?.asOf;
    if (present === undefined) continue;
    const asOf = new Date(present / 1000).toISOString();
    const own = Object.entries(texts).filter(([path]) => !path.endsWith('.yaml'));
    const named = { ...agreement, funnel, experiments: { files: 'tried/*.yaml' } };
    const files = all.map((one) => [`tried/${one.id}.yaml`, yaml(fileOf(one))]);
    const { register, wrong } = await registerIn(
      { ...Object.fromEntries([...own, ...files]), 'world.sla.yaml': yaml(named) },
      asOf,
    );
    expect(wrong, `SEED=${seed} WORLDS=1`).toEqual([]);
    const measured = all.flatMap((one) => promisesIn(one, funnel));
    const judged: World = {
      ...{ ...world, asOf, by: [] },
      versions: [{ ...agreement, commitments: [...agreement.commitments, ...measured] }],
    };
    const ruling = rule(judged, season.span);
    if (ruling === null || register === null) throw new Error(`World ${seed} was not judged`);
    expect(register.asOf, `${seed}`).toBe(ruling.asOf);
    for (const one of all) {
      const said = register.experiments.find(({ id }) => id === one.id);
      const days = [midnightOf(ruling.zone, one.from), midnightOf(ruling.zone, one.to + 1)] as const;
      const isWithin = (at: number): boolean => days[0] <= at && at < days[1] && at <= ruling.asOf;
      const of = (id: string) => ruling.cases.filter(({ promise }) => promise.id === `${one.id} ${id}`);
      const came = new Set(
        of('brought').flatMap((each) =>
          each.case.start && isWithin(each.case.start.first) ? [rowOf(each)] : [],
        ),
      );
      for (const kpi of one.kpis) {
        const isLater = beginsAt(kpi) !== funnel[0];
        const { counts, sum } = countsOf(of(kpi.id), (each) =>
          isLater ? came.has(rowOf(each)) : isWithin(each.at),
        );
        const told = said?.kpis.find(({ id }) => id === kpi.id);
        const { excluded: _, ...toldCounts } = told?.counts ?? {};
        const what = `SEED=${seed} WORLDS=1: ${yaml({ ...fileOf(one), kpis: [kpi] })}`;
        expect(toldCounts, what).toEqual(counts);
        if (kpi.count ?? kpi.sum) expect(told?.value, what).toBeCloseTo(sum, 6);
        seen += counts.met ?? 0;
        later += isLater ? (counts.met ?? 0) : 0;
      }
      const { counts } = countsOf(of('brought'), (each) => isWithin(each.at));
      const cases = STATES.reduce((n, state) => n + (counts[state] ?? 0), 0);
      expect([said?.leads, said?.won], `${seed} ${one.id}`).toEqual([cases, counts.met]);
    }
  }
  expect(later).toBeGreaterThan(long ? 50 : 0);
  expect(seen).toBeGreaterThan(later);
});
