import { kindOf } from '../../kinds/index.ts';
import { t } from '../../messages/index.ts';
import type { PromiseDef, Target } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { condition } from './condition.ts';
import { oneOf } from './people.ts';
import { newId, type PromiseContext } from './promise-context.ts';
import type { Raw } from './report.ts';
import { isMap, list, text } from './report.ts';
import { target } from './target.ts';

/**
 * The parts of an objective, as promises about some of its rows: each is judged as the whole is. A row that
 * meets the conditions of several parts belongs to the first of them, so that the parts add up.
 */
export function partsOf(raw: Raw, whole: PromiseDef, around: PromiseContext): readonly PromiseDef[] {
  const written = list(raw, 'parts');
  if (written.length === 0 || !addUp(whole, around)) return [];
  const before: Condition[] = [];
  return written.flatMap((part, i) => {
    if (!isMap(part)) return [];
    const path = [...whole.path, 'parts', i];
    const own = condition(part.where, around.scope, [...path, 'where'], around);
    if (part.where === undefined && i < written.length - 1) restNotLast(path, around);
    const where = among([whole.where, own], before);
    if (own !== null) before.push(own);
    return partOf(part, { whole, where, path }, around) ?? [];
  });
}

/** A part that has none of the others before it. */
function among(own: readonly (Condition | null)[], before: readonly Condition[]): Condition | null {
  const of = [
    ...own.filter((one) => one !== null),
    ...before.map((one): Condition => ({ op: 'not', of: one })),
  ];
  const [only] = of;
  return of.length > 1 ? { op: 'all', of } : (only ?? null);
}

interface PartOf {
  readonly whole: PromiseDef;
  readonly where: Condition | null;
  readonly path: YamlPath;
}

function partOf(raw: Raw, { whole, where, path }: PartOf, around: PromiseContext): PromiseDef | null {
  const { report, yearStarts } = around;
  const id = newId(raw, path, around);
  const owedBy = oneOf({
    ...{ raw: raw.owed_by, what: 'team', names: whole.sharedBy, titles: {} },
    ...{ path: [...path, 'owed_by'], report },
  });
  const kind = kindOf(whole.measure.kind);
  const own = target(raw.target, kind, {
    path: [...path, 'target'],
    report,
    yearStarts,
  });
  if (own !== null && !isAlike(own, whole.target)) {
    const { cmp, unit, per } = whole.target;
    report('part-target', [...path, 'target'], {
      message: t`"${own.text}" can't be added up to "${whole.target.text}"`,
      help: t`write it as the whole has it: "${cmp} 40${unit === null ? '' : ` ${unit}`} per ${per ?? ''}"`,
    });
    return null;
  }
  if (id === null || owedBy === null || own === null) return null;
  const { drawnUp: _drawnUp, ...shared } = whole;
  return {
    ...shared,
    ...{
      id,
      title: text(raw, 'title') ?? id,
      promise: text(raw, 'promise'),
      owedBy,
    },
    ...{
      partOf: whole.id,
      where,
      target: own,
      formerly: text(raw, 'formerly'),
      path,
    },
  };
}

const isAlike = (a: Target, b: Target): boolean =>
  a.cmp === b.cmp && a.unit === b.unit && a.per === b.per && a.of === b.of;

/** Shares of different wholes do not add up, nor do values that are counted once each, nor records without fields. */
function addUp({ measure, path }: PromiseDef, { report }: PromiseContext): boolean {
  const kind = kindOf(measure.kind);
  const isAdded = kind.target === 'number' && kind.scope(measure) !== null;
  if (isAdded && (kind.distinct?.(measure) ?? null) === null) return true;
  report('parts-of-what', [...path, 'parts'], {
    message: t`What is measured here does not add up from parts`,
    help: t`make each part an objective of its own; a count of rows or a sum has parts`,
    on: 'key',
  });
  return false;
}

function restNotLast(path: YamlPath, { report }: PromiseContext): void {
  report('part-rest', path, {
    message: t`A part without "where" is all the rest, and others stand behind it`,
    help: t`add where: to it, or write it last`,
    on: 'key',
  });
}
