import { formatDay } from '../../calendar/day.ts';
import { conditionsIn, evidenceOf, touchesOf } from '../../kinds/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import { unitOf } from '../../kinds/unit.ts';
import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Agreement, FieldDef, PromiseDef } from '../../model/agreement.ts';
import type { Condition, Touched } from '../../model/condition.ts';
import { promisesOf } from '../../model/promises.ts';
import type { DueExample } from '../../model/requests.ts';
import { conditionWords } from '../wording/conditions.ts';
import { fieldName, rowsOf, stageName } from '../wording/names.ts';
import { dateText, quoted, timeText } from '../wording/small-forms.ts';
import { ORDINARY_FRIDAY } from './due-examples.ts';
import type { Sourced } from './family.ts';

/** What one term of a promise means, a sentence each time that it is used. */
type PromiseTerm = (promise: PromiseDef, agreement: Agreement) => readonly string[];

/** Terms that have an example beside those of limits and targets. */
const TERMS: readonly PromiseTerm[] = [weighed, distinct, touched, evidence];

/** What the terms of each promise mean by which its cases are found, weighed and told apart. */
export function promiseTerms({
  agreement,
  file,
}: Pick<Sourced, 'agreement' | 'file'>): readonly DueExample[] {
  return promisesOf(agreement).flatMap((promise) => {
    // A part has the measure of its whole, which says it.
    const texts = promise.partOf === undefined ? TERMS.flatMap((term) => term(promise, agreement)) : [];
    return [...new Set(texts)].map((text) => ({
      file,
      commitment: promise.id,
      title: promise.title,
      segment: null,
      text,
    }));
  });
}

function weighed(promise: PromiseDef, agreement: Agreement): readonly string[] {
  const { measure, target } = promise;
  const added = target.of === 'rate' ? kindOf(measure.kind).adds(measure) : null;
  if (added === null) return [];
  const unit = added.unit ?? unitOf(added.field, agreement);
  const told = (n: number): string => (unit === null ? whole(n) : `${whole(n)} ${unit}`);
  const field = fieldName(agreement, added.field, rowsOf(promise));
  return [t`weighed by ${field}: one case of ${told(10_000)} counts as much as ten of ${told(1000)}`];
}

function distinct(promise: PromiseDef, agreement: Agreement): readonly string[] {
  const { measure } = promise;
  const told = kindOf(measure.kind).distinct?.(measure) ?? null;
  if (told === null) return [];
  const field = fieldName(agreement, told, rowsOf(promise));
  return [t`three cases with one value of ${field} count once, and a case without a value does not count`];
}

/** The conditions of a promise, those of its segments included. */
const conditionsOf = ({ measure, where, segments }: PromiseDef): readonly Condition[] => [
  ...conditionsIn(measure),
  ...(where === null ? [] : [where]),
  ...segments.map((segment) => segment.where),
];

function touched(promise: PromiseDef, agreement: Agreement): readonly string[] {
  return conditionsOf(promise).flatMap((condition) =>
    touchesOf(condition).map((touch) => touchExample(touch, agreement)),
  );
}

/** Which row counts of those that come on the day of a stage. */
export function touchExample({ source, where, before }: Touched, agreement: Agreement): string {
  const row =
    where === null
      ? t`a row in ${source}`
      : t`a row in ${source} where ${conditionWords(where, agreement, { source })}`;
  const stage = agreement.stages[before ?? ''];
  if (stage === undefined) return t`${row} counts whenever it came, and one that is still to come does not`;
  const [reached, date] = [stageName(agreement, stage.id), exampleDate(agreement)];
  const sources = Object.values(agreement.sources);
  const of = (fields: Readonly<Record<string, FieldDef>>, name: string): boolean =>
    fields[name]?.type === 'date';
  const isStageDate = sources.some(
    ({ name, kind, fields }) =>
      (stage.population === undefined ? kind === 'leads' || kind === 'joined' : name === stage.population) &&
      of(fields, stage.at),
  );
  // Where one of the two has no time, they can't be told apart within a day.
  if (isStageDate || of(agreement.sources[source]?.fields ?? {}, 'at'))
    return t`${row} counts for a case with ${reached} on ${date} if it came by the end of that day, and not if it came later`;
  const time = timeText(16 * 60 + 30);
  return t`${row} counts for a case with ${reached} on ${date} at ${time} if it came by then, and not if it came later`;
}

export const exampleDate = ({ effective }: Agreement): string => dateText(effective.from ?? ORDINARY_FRIDAY);

function evidence(promise: PromiseDef, agreement: Agreement): readonly string[] {
  const path = (field: string): string =>
    `${field}/${formatDay(agreement.effective.from ?? ORDINARY_FRIDAY)}.md`;
  return conditionsOf(promise)
    .flatMap(evidenceOf)
    .map((field) => {
      const name = fieldName(agreement, field, rowsOf(promise) ?? 'records');
      return t`${quoted(path(field))} in ${name} is evidence once that file is there, from the folder of the agreement; so is an https link, which is not opened`;
    });
}
