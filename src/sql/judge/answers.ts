import type { CasePlan } from '../../model/judge.ts';
import { STATE, sameLead } from './base.ts';
import { casesSql } from './cases.ts';
import type { JudgeContext } from './context.ts';

/** Columns of the leads by which the cases of a promise are told. */
export interface AnswerColumns {
  /** Texts, one at least. */
  readonly words: readonly string[];
  /** A flag; null where there is no profile. */
  readonly profile: string | null;
}

/**
 * How the cases of a promise divide by the words of their leads, the most frequent first: `period`, the words
 * as `w0` ..., `rest` for all behind the first `most` of a period, `n` and `inside`, how many are in profile.
 */
export function answersSql(
  plan: CasePlan,
  context: JudgeContext,
  { words, profile }: AnswerColumns,
  most: number,
): string {
  const { identifier } = context.dialect;
  const names = words.map((_, i) => `w${i}`);
  const inside = profile === null ? 'false' : `l.${identifier(profile)}`;
  const cells = words.map((column, i) => `l.${identifier(column)} AS w${i}`);
  const order = ['count(*) DESC', ...names.map((name) => `${name} NULLS LAST`)].join(', ');
  const told = names.map((name) => `CASE WHEN place <= ${most} THEN ${name} END AS ${name}`);
  const grouped = ['period', ...names].join(', ');
  return `
SELECT ${['period', ...names].join(', ')}, rest, sum(n) AS n, sum(inside) AS inside, min(place) AS place
FROM (
  SELECT period, ${told.join(', ')}, place > ${most} AS rest, n, inside, place
  FROM (
    SELECT ${grouped}, count(*) AS n, sum(CASE WHEN inside THEN 1 ELSE 0 END) AS inside,
      row_number() OVER (PARTITION BY period ORDER BY ${order}) AS place
    FROM (${casesWith([...cells, `${inside} AS inside`], plan, context)})
    GROUP BY ${grouped}
  )
)
GROUP BY ${['period', ...names].join(', ')}, rest
ORDER BY period, place`;
}

/**
 * The same cases by where their leads come from: `period`, `source`, `rest`, `n`, how many have each of the
 * texts in the first column as `n0` ..., and no text as `blank`.
 */
export function sourcesSql(
  plan: CasePlan,
  context: JudgeContext,
  {
    word,
    source,
    texts,
  }: { readonly word: string; readonly source: string; readonly texts: readonly string[] },
  most: number,
): string {
  const { identifier, text } = context.dialect;
  const count = (test: string) => `sum(CASE WHEN ${test} THEN 1 ELSE 0 END)`;
  const counts = texts.map((each, i) => `${count(`word = ${text(each)}`)} AS n${i}`);
  const sums = [...texts.map((_, i) => `n${i}`), 'blank'].map((name) => `sum(${name}) AS ${name}`);
  const cells = [`l.${identifier(word)} AS word`, `l.${identifier(source)} AS source`];
  return `
SELECT period, source, rest, sum(n) AS n, ${sums.join(', ')}, min(place) AS place
FROM (
  SELECT *, place > ${most} AS rest
  FROM (
    SELECT period, CASE WHEN place <= ${most} THEN source END AS source, place, n, ${[...texts.map((_, i) => `n${i}`), 'blank'].join(', ')}
    FROM (
      SELECT period, source, count(*) AS n, ${[...counts, `${count('word IS NULL')} AS blank`].join(', ')},
        row_number() OVER (PARTITION BY period ORDER BY count(*) DESC, source NULLS LAST) AS place
      FROM (${casesWith(cells, plan, context)})
      GROUP BY period, source
    )
  )
)
GROUP BY period, source, rest
ORDER BY period, place`;
}

/** The cases that count, with cells of their leads. */
const casesWith = (cells: readonly string[], plan: CasePlan, context: JudgeContext): string => `
SELECT c.period, ${cells.join(', ')}
FROM (SELECT * FROM (${casesSql(plan, context, { due: false })}) WHERE state <> ${STATE.excluded}) c
JOIN ${context.dialect.identifier(context.leads)} l ON ${sameLead('l', 'c', context)}`;
