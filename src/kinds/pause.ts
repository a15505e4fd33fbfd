import { t } from '../messages/index.ts';
import type { TermChange } from '../model/change.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import type { PausePlan } from '../model/judge.ts';
import type { Pause } from '../model/pause.ts';
import type { Duration, Limit } from '../model/time.ts';
import { fieldReferences } from './fields.ts';
import type { DecodeContext, FieldScope, Reference } from './kind.ts';
import type { LowerContext } from './lower.ts';
import { compareTerms, shape, type Term } from './terms.ts';
import { canonicalText, durationText } from './values.ts';
import type { Wording } from './wording.ts';

export const pauseSchema: JsonSchema = {
  title: 'Time on hold',
  description:
    'When the clock stands still: the rows of a source with two ends (a status history), or two date fields of the row itself. Pauses that overlap count once, one without an end lasts, and all of them together take no more than at_most off the clock.',
  examples: [
    {
      source: 'history',
      from: 'entered_at',
      to: 'left_at',
      where: { status: 'Waiting for the customer' },
      at_most: '40 business hours',
    },
  ],
  type: 'object',
  properties: {
    source: { $ref: '#/definitions/sourceName' },
    from: {
      title: 'Beginning',
      description: 'The date field at which a pause begins.',
      examples: ['entered_at'],
      type: 'string',
    },
    to: {
      title: 'End',
      description: 'The date field at which it ends. Blank: it lasts.',
      examples: ['left_at'],
      type: 'string',
    },
    where: { $ref: '#/definitions/condition' },
    at_most: {
      title: 'At most',
      description:
        'All that one case may be on hold, in hours or minutes of its clock: business time where the limit is business time. After that the clock runs again.',
      examples: ['40 business hours', '72 hours'],
      type: 'string',
    },
  },
  required: ['from', 'to', 'at_most'],
  additionalProperties: false,
};

/** The pause of a measure: null where something was reported, undefined where none is written. */
export function pauseIn(
  raw: { readonly [key: string]: unknown },
  within: Limit | null,
  context: DecodeContext,
): Pause | null | undefined {
  if (typeof raw.pause !== 'object' || raw.pause === null) return undefined;
  return decodePause(raw.pause as { readonly [key: string]: unknown }, within, context);
}

/** Paths start at the measure. Null where something was reported. */
function decodePause(
  raw: { readonly [key: string]: unknown },
  within: Limit | null,
  context: DecodeContext,
): Pause | null {
  const at = (key: string) => ['pause', key];
  const source = raw.source === undefined ? null : context.activities(raw.source, at('source'), false);
  const scope: FieldScope = source === null ? 'cases' : { source };
  if (raw.source !== undefined && source === null) return null;
  const from = context.field(raw.from, at('from'), 'time', scope);
  const to = context.field(raw.to, at('to'), 'time', scope);
  const where = context.condition(raw.where, at('where'), scope);
  const atMost = context.duration(raw.at_most, at('at_most'));
  if (from !== null && from.name === to?.name) {
    context.report({
      rule: 'pause-ends',
      message: t`A pause begins and ends at the same field "${from.name}"`,
      help: t`name in "to" the field that tells when it is over`,
      path: at('to'),
    });
    return null;
  }
  const isWrong = atMost !== null && within !== null && !isCapOf(atMost, within);
  if (isWrong) {
    context.report({
      rule: 'pause-unit',
      message: t`"${atMost.text}" is no time of the clock that stands still`,
      help: capHelp(within),
      path: at('at_most'),
    });
  }
  if (from === null || to === null || atMost === null || isWrong || 'days' in atMost) return null;
  return { source, from: from.name, to: to.name, where, atMost };
}

/** Whether so much time can be taken off a clock: it is counted as the clock counts. */
export function isCapOf(atMost: Duration, within: Limit): boolean {
  return !('days' in atMost) && isBusiness(atMost) === isBusiness(within);
}

export const capHelp = (within: Limit): string =>
  isBusiness(within)
    ? t`write business hours or business minutes, for example at_most: 40 business hours`
    : t`write hours or minutes that run day and night, for example at_most: 72 hours`;

const isBusiness = ({ unit }: Limit): boolean => unit.startsWith('business');

export function pauseReferences({ source, from, to, where }: Pause): readonly Reference[] {
  const path = (key: string) => ['pause', key];
  return [
    ...(source === null ? [] : [{ to: 'source' as const, name: source, path: path('source') }]),
    { to: 'field', name: from, path: path('from') },
    { to: 'field', name: to, path: path('to') },
    ...fieldReferences(where, path('where')),
  ];
}

export function lowerPause({ source, from, to, where, atMost }: Pause, context: LowerContext): PausePlan {
  return { ...context.holds(source, { from, to, where }), atMost: atMost.micros };
}

/** Another pause than before; more of it is weaker, and so is one where there was none. */
export function comparePauses(before: Pause | undefined, after: Pause | undefined): readonly TermChange[] {
  if (before !== undefined && after !== undefined) return compareTerms(TERMS, before, after);
  const [from, to] = [before, after].map((pause) => (pause === undefined ? null : pauseText(pause)));
  if (from === to) return [];
  return [
    {
      rule: 'pause',
      class: before === undefined ? 'weakened' : 'tightened',
      from: from ?? null,
      to: to ?? null,
    },
  ];
}

const TERMS: readonly Term<Pause>[] = [
  shape('pause', (pause) => rowsText(pause)),
  (before, after) => {
    const [a, b] = [before.atMost, after.atMost];
    if (a.unit === b.unit && a.micros === b.micros) return null;
    const from = durationText(a);
    const to = durationText(b);
    const comparable = a.unit === b.unit;
    return {
      rule: 'pause.at_most',
      class: !comparable ? 'open' : b.micros > a.micros ? 'weakened' : 'tightened',
      from,
      to,
    };
  },
];

/** `history from entered_at to left_at where status = Waiting`, and what it is capped at. */
const pauseText = (pause: Pause): string => `${rowsText(pause)}, at most ${durationText(pause.atMost)}`;

const rowsText = ({ source, from, to, where }: Pause): string =>
  [
    ...(source === null ? [] : [source]),
    `from ${from} to ${to}`,
    ...(where === null ? [] : [`where ${canonicalText(where)}`]),
  ].join(' ');

/** `; the clock stands still from entered at to left at where status is Waiting, for 40 business hours at most`. */
export function pauseWords(
  { source, from, to, where, atMost }: Pause,
  words: Wording,
  calendar: string | null,
): string {
  const of = source === null ? undefined : { source };
  const [begins, ends] = [words.field(from, of), words.field(to, of)];
  const most = words.duration(atMost, calendar);
  if (source === null)
    return where === null
      ? t`; the clock stands still from ${begins} to ${ends}, for at most ${most}`
      : t`; the clock stands still from ${begins} to ${ends} where ${words.condition(where)}, for at most ${most}`;
  return where === null
    ? t`; the clock stands still from ${begins} to ${ends} of each row in ${source}, for at most ${most}`
    : t`; the clock stands still from ${begins} to ${ends} of each row in ${source} where ${words.condition(where, of)}, for at most ${most}`;
}
