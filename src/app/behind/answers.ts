import { microsOf } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import type { Answers, AnswerWords, SourceAnswers } from '../../model/behind.ts';
import type { Period } from '../../model/time.ts';
import { answersSql, sourcesSql } from '../../sql/judge/answers.ts';
import { contextOf } from '../judging/context.ts';
import { boundariesOf } from '../judging/counting.ts';
import type { Planned, Run } from '../judging/run.ts';
import { answerFields, profileColumn } from './ask.ts';

/** Words and sources that a table has room for, and words across it. */
const [MOST, ACROSS] = [12, 3];

/** What the leads of a promise under one version were answered, in each of the periods. */
export async function answersOf(
  run: Run,
  one: Planned,
  periods: readonly Period[],
): Promise<readonly Answers[]> {
  const { tables, engine } = run;
  const fields = answerFields(one, tables);
  const [first] = fields?.words ?? [];
  if (fields === null || !first || periods.length === 0) return [];
  const words = fields.words.map(({ name }) => tables.leads.text(name));
  const context = { ...contextOf(run, one, boundariesOf(periods)), undated: false };
  const profile = profileColumn(one, tables);
  const rows = await engine.rows(answersSql(one.plan, context, { words, profile }, MOST));
  const texts = topWords(rows);
  const source = fields.source === null ? null : tables.leads.text(fields.source.name);
  const bySource =
    source === null
      ? []
      : await engine.rows(
          sourcesSql(one.plan, context, { word: tables.leads.text(first.name), source, texts }, MOST),
        );
  return periods.flatMap(({ label }, index): readonly Answers[] => {
    const own = (all: readonly Row[]) => all.filter(({ period }) => microsOf(period) === index);
    const mine = own(rows);
    if (mine.length === 0) return [];
    return [
      {
        ...{ promise: one.promise.id, period: label },
        columns: fields.words.map(({ column }) => column),
        words: mine.map((row) => wordsIn(row, words.length, profile !== null)),
        sources:
          fields.source === null
            ? null
            : { column: fields.source.column, words: texts, rows: own(bySource).map(sourceIn(texts.length)) },
      },
    ];
  });
}

const textOf = (value: Row[string] | undefined): string | null => (value == null ? null : String(value));
const countOf = (value: Row[string] | undefined): number => Number(value ?? 0);

const wordsIn = (row: Row, n: number, hasProfile: boolean): AnswerWords => ({
  words: row.rest === true ? null : Array.from({ length: n }, (_, i) => textOf(row[`w${i}`])),
  cases: countOf(row.n),
  inProfile: hasProfile ? countOf(row.inside) : null,
});

const sourceIn =
  (n: number) =>
  (row: Row): SourceAnswers => ({
    source: textOf(row.source),
    others: row.rest === true,
    cases: countOf(row.n),
    of: Array.from({ length: n }, (_, i) => countOf(row[`n${i}`])),
    blank: countOf(row.blank),
  });

/** The most frequent words of the first column over all periods. */
function topWords(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const word = textOf(row.w0);
    if (word !== null) counts.set(word, (counts.get(word) ?? 0) + countOf(row.n));
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sorted.slice(0, ACROSS).map(([word]) => word);
}

/** Of two versions that judged one period, by the same words. */
export function addedUp(a: Answers, b: Answers): Answers {
  const words = summed(
    [...a.words, ...b.words],
    ({ words: own }) => JSON.stringify(own),
    (x, y) => ({
      words: x.words,
      cases: x.cases + y.cases,
      inProfile: x.inProfile === null || y.inProfile === null ? null : x.inProfile + y.inProfile,
    }),
  );
  if (a.sources === null || b.sources === null) return { ...a, words };
  const rows = summed(
    [...a.sources.rows, ...withWords(b.sources, a.sources.words)],
    ({ source, others }) => JSON.stringify([source, others]),
    (x, y) => ({
      ...x,
      cases: x.cases + y.cases,
      of: x.of.map((n, i) => n + (y.of[i] ?? 0)),
      blank: x.blank + y.blank,
    }),
  );
  return { ...a, words, sources: { ...a.sources, rows } };
}

const withWords = (
  { words, rows }: NonNullable<Answers['sources']>,
  wanted: readonly string[],
): readonly SourceAnswers[] =>
  rows.map((row) => ({ ...row, of: wanted.map((word) => row.of[words.indexOf(word)] ?? 0) }));

/** Those with one key added up, the largest first and what is told together last. */
function summed<T extends { readonly cases: number }>(
  all: readonly T[],
  keyOf: (one: T) => string,
  add: (a: T, b: T) => T,
): readonly T[] {
  const sums = new Map<string, T>();
  for (const one of all) {
    const known = sums.get(keyOf(one));
    sums.set(keyOf(one), known === undefined ? one : add(known, one));
  }
  const isRest = (one: T) =>
    ('others' in one && one.others === true) || ('words' in one && one.words === null);
  return [...sums.values()].sort((a, b) => Number(isRest(a)) - Number(isRest(b)) || b.cases - a.cases);
}
