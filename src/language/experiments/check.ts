import { formatDay } from '../../calendar/day.ts';
import { periodDaysOf } from '../../calendar/period-days.ts';
import { canonicalText } from '../../kinds/values.ts';
import { t } from '../../messages/index.ts';
import { nearest } from '../../messages/nearest.ts';
import type { Agreement } from '../../model/agreement.ts';
import { alikeText } from '../../model/alike.ts';
import type { Finding } from '../../model/diagnostic.ts';
import type { Envelope, Experiment } from '../../model/experiment.ts';
import { profileOf, prover } from '../logic/contradiction.ts';
import { experimentRules } from '../rules/experiments.ts';

type Found = Omit<Finding, 'severity'>;

/** What is asked of experiments that no date decides. */
export function checkExperiments(agreement: Agreement): readonly Finding[] {
  const { experiments } = agreement;
  if (experiments === undefined) return [];
  const { tried, budget } = experiments;
  const found: readonly Found[] = [
    ...tried.flatMap((one) => alone(one)),
    ...outsideProfile(agreement, tried),
    ...tried.flatMap((one, i) => besideOthers(one, tried.slice(0, i), tried)),
    ...(budget === null ? [] : overEnvelope(tried, budget, agreement.yearStarts)),
  ];
  return found.map((one) => ({
    ...one,
    severity: SEVERITIES.get(one.rule) ?? 'warning',
  }));
}

const SEVERITIES = new Map(experimentRules.map(({ id, severity }) => [id, severity]));

function alone({ id, kpis, serves, outcome, lesson, path }: Experiment): readonly Found[] {
  const found: Found[] = [];
  if (kpis.length === 0)
    found.push({
      rule: 'experiment-without-kpi',
      message: t`Nothing says by which number "${id}" is told to have worked`,
      help: t`add kpis: [{ id: in-profile, share: { of: { stage: <a stage> }, with: profile }, target: ">= 60%" }]`,
      ...{ path, on: 'key' },
    });
  if (serves === null)
    found.push({
      rule: 'experiment-without-objective',
      message: t`"${id}" serves no objective`,
      help: t`add serves: with the id of an objective of the agreement`,
      ...{ path, on: 'key' },
    });
  if (outcome === 'failed' && lesson === null)
    found.push({
      rule: 'failure-without-lesson',
      message: t`"${id}" failed, and nothing says what was learned`,
      help: t`add lesson: with what both teams know now`,
      path: [...path, 'outcome'],
    });
  return found;
}

function outsideProfile(agreement: Agreement, tried: readonly Experiment[]): readonly Found[] {
  const { profile } = agreement;
  if (profile === null) return [];
  const never = prover(agreement);
  return tried.flatMap(({ id, persona, path }): readonly Found[] =>
    persona === null || never([profileOf(profile)]) || !never([persona, profileOf(profile)])
      ? []
      : [
          {
            rule: 'outside-profile',
            message: t`None of those whom "${id}" is meant for can be in the profile`,
            help: t`change the persona, or agree on another profile first`,
            path: [...path, 'persona'],
          },
        ],
  );
}

function besideOthers(
  one: Experiment,
  before: readonly Experiment[],
  all: readonly Experiment[],
): readonly Found[] {
  const { id, repeats, changed, path } = one;
  const found: Found[] = [];
  const twin = before.find((other) => other.id === id);
  if (twin)
    found.push({
      rule: 'experiment-twice',
      message: t`The id "${id}" is that of ${twin.file} too`,
      help: t`write another id`,
      path: [...path, 'id'],
    });
  const repeated = before.find((other) => other.id === repeats && other !== twin);
  if (repeats !== null && !repeated) {
    const near = nearest(
      repeats,
      all.map((other) => other.id).filter((name) => name !== id),
    );
    found.push({
      rule: 'unknown-experiment',
      message: t`No experiment "${repeats}" began before "${id}"`,
      help: near === null ? t`write the id of the one that it repeats` : t`did you mean "${near}"?`,
      path: [...path, 'repeats'],
    });
  }
  const failure = before.findLast(
    (other) => other.outcome === 'failed' && (other === repeated || isAlike(other, one)),
  );
  if (failure && changed === null)
    found.push({
      rule: 'same-failure',
      message: t`"${id}" tries again what failed as "${failure.id}", and nothing says what is changed`,
      help: t`write what differs this time: changed:`,
      ...{ path: repeats === null ? path : [...path, 'repeats'], on: 'key' },
    });
  return found;
}

/** One channel, and one persona whatever the order in which it is written. */
const isAlike = (one: Experiment, other: Experiment): boolean =>
  one.channel !== null &&
  other.channel !== null &&
  alikeText(one.channel.trim()) === alikeText(other.channel.trim()) &&
  one.persona !== null &&
  other.persona !== null &&
  canonicalText(one.persona) === canonicalText(other.persona);

/** What an experiment takes of the envelope: what it has cost once it is over, else what it may still cost. */
export function boundBy({ outcome, budget: { limit, spent } }: Experiment): number {
  const over = outcome === 'worked' || outcome === 'failed' || outcome === 'stopped';
  if (over && spent !== null) return spent.value;
  return Math.max(limit?.value ?? 0, spent?.value ?? 0);
}

/** The first experiment that goes beyond it is told, and the first planned one that takes of the reserve. */
function overEnvelope(
  tried: readonly Experiment[],
  { limit, unit, per, reserve }: Envelope,
  yearStarts: number,
): readonly Found[] {
  const bound = new Map<string, number>();
  const told = new Set<string>();
  return tried.flatMap((one): readonly Found[] => {
    const { label } = periodDaysOf(per, one.from, yearStarts);
    const sum = (bound.get(label) ?? 0) + boundBy(one);
    bound.set(label, sum);
    const free = one.outcome === 'planned' ? limit * (1 - reserve) : limit;
    if (sum <= free + 1e-9 || told.has(label)) return [];
    told.add(label);
    const amount = `${sum} ${unit}`;
    return [
      {
        rule: 'over-envelope',
        message:
          sum > limit
            ? t`With "${one.id}" of ${formatDay(one.from)} the experiments of ${label} take ${amount}, and ${limit} ${unit} are agreed`
            : t`With "${one.id}", which is planned, the experiments of ${label} take ${amount} of ${limit} ${unit}, and of the reserve`,
        help: t`make it smaller, begin it in another period, or agree on another budget`,
        path: [...one.path, 'budget'],
      },
    ];
  });
}
