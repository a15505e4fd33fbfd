import type { KindDef, SegmentTerm } from '../../kinds/kind.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { whole as figure } from '../../messages/numbers.ts';
import type { PromiseDef, Segment } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Measure } from '../../model/measure.ts';
import { condition } from './condition.ts';
import { drawnUp } from './drawn-up.ts';
import { calendar, measure, populationOf } from './measure.ts';
import { partsOf } from './objective-parts.ts';
import { duration, isAn } from './parts.ts';
import { checkPause } from './pauses.ts';
import { oneOf } from './people.ts';
import { ofPopulation } from './population.ts';
import { newId, type PromiseContext } from './promise-context.ts';
import type { Raw } from './report.ts';
import { isMap, isWritten, list, text } from './report.ts';
import { settings } from './settings.ts';
import { target } from './target.ts';
import { touched } from './touched.ts';

export function promises(
  root: Raw,
  section: 'objectives' | 'commitments',
  around: PromiseContext,
): readonly PromiseDef[] {
  return list(root, section).flatMap((raw, i) => (isMap(raw) ? withParts(raw, [section, i], around) : []));
}

/** A promise and the parts that it has. */
function withParts(raw: Raw, path: YamlPath, around: PromiseContext): readonly PromiseDef[] {
  const whole = promise(raw, path, around);
  return whole === null ? [] : [whole, ...partsOf(raw, whole, ofItsRows(raw, around))];
}

/** What a promise may name: of rows that are no leads their own fields, stages and activities. */
function ofItsRows(raw: Raw, whole: PromiseContext): PromiseContext {
  const population = populationOf(raw, whole);
  if (population === null) return whole;
  const own: PromiseContext = {
    ...ofPopulation(whole, population),
    scope: population,
    touched: population.open ? null : (asked, path) => touched(asked, path, own),
  };
  return own;
}

export function promise(raw: Raw, path: YamlPath, whole: PromiseContext): PromiseDef | null {
  const population = populationOf(raw, whole);
  const around = ofItsRows(raw, whole);
  const kind = path[0] === 'commitments' ? 'commitment' : 'objective';
  const { report } = around;
  const id = newId(raw, path, around);
  const owedBy = team(raw.owed_by, [...path, 'owed_by'], around);
  const owedTo = team(raw.owed_to, [...path, 'owed_to'], around);
  const sharedBy = list(raw, 'shared_by').flatMap(
    (name, i) => team(name, [...path, 'shared_by', i], around) ?? [],
  );
  if (owedBy !== null && owedBy === owedTo) {
    const other = around.teamNames?.find((name) => name !== owedBy);
    report('owed-to-itself', [...path, 'owed_to'], {
      message: t`The team "${owedBy}" owes this to itself`,
      help: other === undefined ? t`name the other team` : t`name the other team: owed_to: ${other}`,
    });
  }
  const drawn = drawnUp(raw.drawn_up, [...path, 'drawn_up'], around);
  const measured = measure(raw, path, around);
  const excusedBy = excuses(raw, path, around);
  const where = condition(raw.where, around.scope, [...path, 'where'], around);
  const goal = measured
    ? target(raw.target, measured.kind, {
        ...{ path: [...path, 'target'], report, yearStarts: around.yearStarts },
        isWhole: around.isWhole ?? false,
      })
    : null;
  const segments = measured
    ? segmentsOf({ raw, path, kind: measured.kind, whole: measured.measure, around })
    : [];
  const own = settings(raw, path, around.defaults, report);
  if (measured?.measure)
    checkPause({ timing: measured.kind.timing(measured.measure), segments, settings: own, path }, report);
  if (id === null || goal === null || !measured?.measure) return null;
  return {
    kind,
    id,
    title: text(raw, 'title') ?? id,
    promise: text(raw, 'promise'),
    owedBy,
    owedTo,
    sharedBy,
    ...(drawn === null ? {} : { drawnUp: drawn }),
    measure: measured.measure,
    ...(population?.source && !measured.kind.records ? { population: population.source } : {}),
    where,
    target: goal,
    segments,
    ...(excusedBy.length === 0 ? {} : { excusedBy }),
    ...own,
    formerly: text(raw, 'formerly'),
    path,
  };
}

function team(raw: unknown, path: YamlPath, { teamNames, report }: PromiseContext): string | null {
  return oneOf({ raw, what: 'team', names: teamNames, titles: {}, path, report });
}

function excuses(raw: Raw, path: YamlPath, { report, promiseNames }: PromiseContext): readonly string[] {
  const named = list(raw, 'excused_by').flatMap((name, i) => {
    const at = [...path, 'excused_by', i];
    return oneOf({ raw: name, what: 'commitment', names: promiseNames, titles: {}, path: at, report }) ?? [];
  });
  return [...new Set(named)];
}

/** More than people agree on; the columns that each asks of every lead are planned together. */
const MOST_SEGMENTS = 300;

/** Where segments stand: in the promise, whose measure is the whole. */
interface SegmentsRead {
  readonly raw: Raw;
  readonly path: YamlPath;
  readonly kind: KindDef;
  readonly whole: Measure | null;
  readonly around: PromiseContext;
}

function segmentsOf({ raw, path, kind, whole, around }: SegmentsRead): readonly Segment[] {
  if (list(raw, 'segments').length > 0 && kind.segmentTerms.length === 0) {
    const message = isAn(kind.kind)
      ? t`The terms of an ${kind.kind} do not differ by segment`
      : t`The terms of a ${kind.kind} do not differ by segment`;
    around.report('segment-terms', [...path, 'segments'], {
      message,
      help: t`make each segment a promise of its own, with "where"`,
      on: 'key',
    });
    return [];
  }
  const all = list(raw, 'segments');
  if (all.length > MOST_SEGMENTS) {
    around.report('too-many-segments', [...path, 'segments'], {
      message: t`The promise has ${figure(all.length)} segments, and at most ${figure(MOST_SEGMENTS)} are judged`,
      help: t`join those with the same terms under one condition`,
      on: 'key',
    });
    return [];
  }
  return all.flatMap((segment, i) =>
    isMap(segment)
      ? (segmentOf({ raw: segment, path: [...path, 'segments', i], kind, whole, around }) ?? [])
      : [],
  );
}

function segmentOf({ raw, path, kind, whole, around }: SegmentsRead): Segment | null {
  const id = newId(raw, path, around);
  const where = condition(raw.where, around.scope, [...path, 'where'], around);
  for (const term of ['within', 'calendar', 'at_least'] satisfies readonly SegmentTerm[]) {
    if (term in raw && !kind.segmentTerms.includes(term)) {
      const help = t`remove it; the terms are ${allOf(kind.segmentTerms)}`;
      around.report('segment-terms', [...path, term], {
        message: isAn(kind.kind)
          ? t`"${term}" is not a term of an ${kind.kind}`
          : t`"${term}" is not a term of a ${kind.kind}`,
        help,
        on: 'key',
      });
    }
  }
  const within = duration(raw.within, [...path, 'within'], around.report);
  const timing = whole === null ? null : kind.timing(whole);
  const inherits =
    timing !== null &&
    (timing.calendar !== null || isWritten(around.root, [...path.slice(0, -2), kind.kind, 'calendar']));
  const named = !inherits || raw.calendar !== undefined;
  const own =
    named && whole !== null ? calendar(raw.calendar, [...path, 'calendar'], { limit: within }, around) : null;
  const atLeast = typeof raw.at_least === 'number' ? raw.at_least : null;
  if (id === null || where === null) return null;
  return { id, where, within, calendar: own, atLeast };
}
