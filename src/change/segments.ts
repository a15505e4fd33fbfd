import { kindOf } from '../kinds/index.ts';
import { canonicalText } from '../kinds/values.ts';
import type { PromiseDef, Segment } from '../model/agreement.ts';
import type { TermChange } from '../model/change.ts';
import type { Measure } from '../model/measure.ts';
import { canonical } from './canonical.ts';
import { seenThrough } from './ceiling.ts';
import { meaningOf, segmentMeaning } from './meaning.ts';
import { at, unclaimed } from './unclaimed.ts';

/** What is compared of a segment; anything else that it says is open. */
const KNOWN: ReadonlySet<string> = new Set(['id', 'where', 'within', 'calendar', 'atLeast']);

/** The names of what a segment may state, in the agreement and in the measure. */
const TERMS = { within: 'within', calendar: 'calendar', at_least: 'atLeast' } as const;

/** Segments by their ids: their terms, their scopes, their order, those that came and those that went. */
export function compareSegments(before: PromiseDef, after: PromiseDef): readonly TermChange[] {
  const kept = (segment: Segment, others: PromiseDef) => others.segments.find(({ id }) => id === segment.id);
  const changes: TermChange[] = [];
  for (const old of before.segments) {
    const now = kept(old, after);
    if (now) changes.push(...compareOne(old, now, before, after));
    else changes.push(gone(old, before, after));
  }
  for (const now of after.segments) if (!kept(now, before)) changes.push(come(now, before, after));
  const order = (one: PromiseDef, other: PromiseDef) =>
    one.segments
      .filter((segment) => kept(segment, other))
      .map(({ id }) => id)
      .join(', ');
  const [from, to] = [order(before, after), order(after, before)];
  if (from !== to) changes.push({ rule: 'segments', class: 'open', from, to });
  return changes;
}

function compareOne(
  old: Segment,
  now: Segment,
  before: PromiseDef,
  after: PromiseDef,
): readonly TermChange[] {
  const prefix = `segments.${old.id}`;
  const [from, to] = [canonicalText(old.where), canonicalText(now.where)];
  const scope: TermChange[] = from === to ? [] : [{ rule: `${prefix}.where`, class: 'open', from, to }];
  return [
    ...scope,
    ...others(old, now).map((change) => ({ ...change, rule: `${prefix}.${change.rule}` })),
    ...termsOf(termsFor(old, before.measure), termsFor(now, after.measure), before, after)
      // What both leave to the commitment was compared there.
      .filter(({ rule }) => old[keyOf(rule)] !== null || now[keyOf(rule)] !== null)
      .map((change) => ({ ...change, rule: `${prefix}.${change.rule}` })),
  ];
}

function others(old: Segment, now: Segment): readonly TermChange[] {
  return unclaimed(old, now, () => []).flatMap((path): TermChange[] => {
    if (KNOWN.has(path[0] ?? '')) return [];
    const [from = '', to = ''] = [old, now].map((one) => canonical(meaningOf(at(one, path) ?? null)));
    return [{ rule: path.join('.'), class: 'open', from, to }];
  });
}

/**
 * Leads of a segment at the end of the list had the commitment's own terms before. Elsewhere it takes them
 * from others.
 */
function come(now: Segment, before: PromiseDef, after: PromiseDef): TermChange {
  const last = after.segments
    .slice(after.segments.indexOf(now))
    .every(({ id }) => !before.segments.some((segment) => segment.id === id));
  const terms = termsOf(before.measure, termsFor(now, after.measure), before, after);
  return {
    rule: `segments.${now.id}`,
    class: last ? together(terms) : 'open',
    from: null,
    to: canonical(segmentMeaning(now)),
  };
}

function gone(old: Segment, before: PromiseDef, after: PromiseDef): TermChange {
  const last = before.segments
    .slice(before.segments.indexOf(old))
    .every(({ id }) => !after.segments.some((segment) => segment.id === id));
  const terms = termsOf(termsFor(old, before.measure), after.measure, before, after);
  return {
    rule: `segments.${old.id}`,
    class: last ? together(terms) : 'open',
    from: canonical(segmentMeaning(old)),
    to: null,
  };
}

/** Of terms that say the same, that the segment is looked at at all can still matter: a blank cell is unknown. */
function together(changes: readonly TermChange[]): 'weakened' | 'tightened' | 'open' {
  const classes = new Set(changes.map((change) => change.class));
  const [only] = classes;
  return classes.size === 1 && (only === 'weakened' || only === 'tightened') ? only : 'open';
}

function termsOf(a: Measure, b: Measure, before: PromiseDef, after: PromiseDef): readonly TermChange[] {
  if (a.kind !== b.kind) return [];
  const { compare, segmentTerms } = kindOf(a.kind);
  const names: readonly string[] = segmentTerms;
  return compare(a, b)
    .filter(({ rule }) => names.includes(rule))
    .map((change) => seenThrough(before.target, after.target, change));
}

/** The measure as it judges the leads of a segment. */
function termsFor(segment: Segment, measure: Measure): Measure {
  const own = Object.values(TERMS).filter((key) => segment[key] !== null);
  return { ...measure, ...Object.fromEntries(own.map((key) => [key, segment[key]])) };
}

const keyOf = (rule: string): (typeof TERMS)[keyof typeof TERMS] => TERMS[rule as keyof typeof TERMS];
