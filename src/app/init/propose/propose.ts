import { t } from '../../../messages/index.ts';
import type { Compliance } from '../../../model/compliance.ts';
import type { RoleName } from '../../../model/sniff.ts';
import { type Mapping, onlyAccepted } from '../ask/mapping.ts';
import { attemptTrials, followUp } from './attempts.ts';
import { customers, customerTrials } from './customers.ts';
import type { More } from './more.ts';
import { unknownParts } from './past.ts';
import {
  blockText,
  countMeasure,
  limits,
  limitText,
  percent,
  rareFields,
  recordFields,
  recordMeasure,
  responseMeasure,
  type Settled,
} from './promises.ts';
import { mostlyUndated, wins, winTrials } from './revenue.ts';
import { records, response, type Timed, volume } from './targets.ts';
import { BEARABLE, unknownLimit } from './unknown.ts';

/**
 * The promises that an export can bear, first as trials on the past, then with the targets that the past
 * reached.
 */
export interface Proposal {
  readonly used: ReadonlySet<RoleName>;
  /** Commitments whose targets are of no account. */
  readonly trials: readonly string[];
  readonly trialObjectives: readonly string[];
  settle(past: Compliance, part: 0.8 | 0.9): Targets;
}

interface Targets {
  readonly commitments: readonly string[];
  readonly objectives: readonly string[];
  /** Why some are not proposed. */
  readonly left: readonly string[];
  /** Whether one of them counts the activities. */
  readonly touches: boolean;
  /** Columns of the trials that none of them reads. */
  readonly unused: readonly RoleName[];
}

/** What the leads of an export are judged by. */
export interface Bearing {
  readonly mapping: Mapping;
  /** Of the export of the leads. */
  readonly rows: number;
  readonly start: 'qualified' | 'created';
  readonly wholeDays: boolean;
  readonly touched?: Pick<More, 'name' | 'touch'> | null;
  /** When the clocks stand still, as a measure writes it; null or absent where they never do. */
  readonly pause?: string | null;
}

/** A clock of leads, which the role of a column stops. */
type OfLeads = Timed & { readonly to: 'contacted' | 'answered' };

const TIMED: readonly OfLeads[] = [
  {
    id: 'first-contact',
    to: 'contacted',
    sentence: (within) => t`Every lead is contacted within ${limitText(within)}`,
  },
  {
    id: 'feedback',
    to: 'answered',
    sentence: (within) => t`Every lead is accepted or refused within ${limitText(within)}`,
  },
];

const acceptance = (within: string): string => t`Every lead is accepted by sales within ${limitText(within)}`;

/** What to try on the past, and what to promise of what it shows. Long because it lists each promise once for both. */
export function propose({
  mapping,
  rows,
  start,
  wholeDays,
  touched = null,
  pause = null,
}: Bearing): Proposal {
  const record = recordFields(mapping, rows);
  const timed = TIMED.filter(({ to }) => mapping[to] !== undefined).map((each) => ({
    ...each,
    ...(each.to === 'answered' && onlyAccepted(mapping) ? { sentence: acceptance } : {}),
    ...(pause === null ? {} : { pause }),
  }));
  const won = mapping.won !== undefined;
  const revenue = won && mapping.amount !== undefined;
  const shareOfWins = won && timed.length === 0;
  const qualifies = start === 'created' && mapping.qualified !== undefined;
  const used = new Set<RoleName>(['id', start, ...record, ...timed.map(({ to }) => to)]);
  if (won) used.add('won');
  if (revenue) used.add('amount');
  if (qualifies) used.add('qualified');
  if (mapping.status) used.add('status');
  const trial = (id: string, measure: string, target: string): string =>
    blockText({ id, by: 'sales', promise: id, measure, target, comments: [] });
  const trialsOf = ({ id, to }: OfLeads) =>
    limits(wholeDays || mapping[to]?.type === 'date').map((within, i) => ({ id: `${id}-${i}`, within, to }));
  const attempts = touched ? attemptTrials(touched, start, wholeDays) : [];
  return {
    used,
    trials: [
      trial('volume', countMeasure(start), '>= 1 per month'),
      ...(record.length > 0 ? [trial('complete-records', recordMeasure(start, record), '>= 1%')] : []),
      ...(shareOfWins ? customerTrials(start).map(({ id, measure }) => trial(id, measure, '>= 1%')) : []),
      ...timed.flatMap((each) =>
        trialsOf(each).map(({ id, within, to }) =>
          trial(id, responseMeasure(start, to, within, pause), '>= 1%'),
        ),
      ),
      ...attempts.map(({ id, measure }) => trial(id, measure, '>= 1%')),
    ],
    trialObjectives: won ? winTrials(revenue) : [],
    settle(past, part) {
      const others = part === 0.8 ? 0.9 : 0.8;
      const settled: Settled[] = [volume(past, start, part)];
      if (record.length > 0) settled.push(records(past, start, record, part));
      const undated = won ? mostlyUndated(past) : null;
      if (shareOfWins && undated === null) settled.push(customers(past, start, part));
      for (const each of timed)
        settled.push(response({ past, start, timed: each, trials: trialsOf(each), part, others }));
      const judged = settled.map((each) => borne(past, each));
      const tried: Borne = borne(past, followUp(past, attempts, part));
      const objective =
        won && undated === null
          ? wins(past, revenue ? { currency: mapping.amount?.currency ?? null } : null, part)
          : null;
      return {
        commitments: [...judged, tried].flatMap(({ text }) => text ?? []),
        objectives: objective === null ? [] : [objective.text],
        left: [
          ...[...judged, tried, undated === null ? {} : { left: undated }].flatMap(({ left }) => left ?? []),
          ...rareFields(mapping, rows),
        ],
        touches: tried.text !== undefined,
        unused: undated !== null ? ['won', 'amount'] : objective?.revenue === false ? ['amount'] : [],
      };
    },
  };
}

interface Borne {
  readonly text?: string;
  readonly left?: string;
}

/**
 * A promise with what it must bear of unknown cases, or why it is left: one without a verdict helps nobody.
 */
function borne(past: Compliance, settled: Settled): Borne {
  if (settled === null) return {};
  if (typeof settled === 'string') return { left: settled };
  const { worst } = unknownParts(past, settled.trial);
  if (worst > BEARABLE)
    return {
      left: t`"${settled.id}" is not proposed: of the cases of one period the data can not tell ${percent(worst)}, and there would be no verdict.`,
    };
  const limit = unknownLimit(past, settled.trial);
  return limit === null
    ? { text: blockText(settled) }
    : { text: blockText({ ...settled, comments: [...settled.comments, limit.why] }, limit.percent) };
}
