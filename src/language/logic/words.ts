import { conditionsIn, touchesOf } from '../../kinds/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Agreement, FieldDef, PromiseDef, SourceDef } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { promisesOf, sourcesOf } from '../../model/promises.ts';

/** A word that a condition asks of a field. */
export interface AskedWord {
  readonly field: string;
  readonly word: string;
  readonly path: YamlPath;
  /** The fields of that name that the condition may mean: one, unless two sources have it. */
  readonly meant: readonly FieldDef[];
}

/**
 * Every word that the conditions of an agreement ask of a declared field. Long because its parts share what
 * a field may mean. Those about a file of records,
 * whose columns are declared nowhere, are left out.
 */
export function wordsAsked(agreement: Agreement): readonly AskedWord[] {
  const { stages, profile } = agreement;
  const ofLeads = sourcesOf(agreement, undefined);
  const meant = (field: string, sources = ofLeads): readonly FieldDef[] =>
    sources.flatMap(({ fields }) => (Object.hasOwn(fields, field) ? (fields[field] ?? []) : []));
  const asked = (condition: Condition | null, path: YamlPath, population?: string): readonly AskedWord[] => [
    ...wordsIn(condition).map((each) => ({
      ...each,
      path,
      meant: meant(each.field, sourcesOf(agreement, population)),
    })),
    ...ofActivities(condition, path),
  ];
  const ofActivities = (condition: Condition | null, path: YamlPath): readonly AskedWord[] =>
    touchesOf(condition).flatMap(({ source, where }) =>
      wordsIn(where).map((each) => ({
        ...each,
        path,
        meant: meant(each.field, sourcesNamed(agreement, source)),
      })),
    );
  const ofPromise = ({ measure, where, segments, path, population }: PromiseDef): readonly AskedWord[] => {
    const { records, references } = kindOf(measure.kind);
    if (records !== undefined) return [];
    const named = references(measure);
    const sources = [
      ...sourcesOf(agreement, population),
      ...Object.values(agreement.sources).filter(({ name }) =>
        named.some((reference) => reference.to === 'source' && reference.name === name),
      ),
    ];
    const within = conditionsIn(measure)
      .flatMap(wordsIn)
      .map((each) => ({
        ...each,
        path: [
          ...path,
          measure.kind,
          ...(named.find(({ to, name }) => to === 'field' && name === each.field)?.path ?? []),
        ],
        meant: meant(each.field, sources),
      }));
    return [
      ...within,
      ...conditionsIn(measure).flatMap((each) => ofActivities(each, [...path, measure.kind])),
      ...asked(where, [...path, 'where'], population),
      ...segments.flatMap((segment, i) =>
        asked(segment.where, [...path, 'segments', i, 'where'], population),
      ),
    ];
  };
  return [
    ...Object.values(stages).flatMap(({ id, when, population }) =>
      asked(when, ['stages', id, 'when'], population),
    ),
    ...asked(profile?.must ?? null, ['profile', 'must']),
    ...asked(profile?.mustNot ?? null, ['profile', 'must_not']),
    ...(profile?.score?.points ?? []).flatMap(({ when }, i) =>
      asked(when, ['profile', 'score', 'points', i, 'when']),
    ),
    ...promisesOf(agreement).flatMap(ofPromise),
  ];
}

const sourcesNamed = ({ sources }: Agreement, name: string): readonly SourceDef[] =>
  Object.hasOwn(sources, name) ? [sources[name] ?? []].flat() : [];

function wordsIn(condition: Condition | null): readonly Pick<AskedWord, 'field' | 'word'>[] {
  switch (condition?.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(wordsIn);
    case 'not':
      return wordsIn(condition.of);
    case 'score':
      return condition.points.flatMap(({ when }) => wordsIn(when));
    case 'in': {
      const { field, values } = condition;
      return values.flatMap((word) => (typeof word === 'string' ? { field, word } : []));
    }
    default:
      return [];
  }
}
