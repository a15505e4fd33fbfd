import { fieldsOf } from '../kinds/fields.ts';
import { kindOf } from '../kinds/index.ts';
import type { LowerContext } from '../kinds/lower.ts';
import type { Agreement, PromiseDef } from '../model/agreement.ts';
import type { CasePlan, Span, Terms } from '../model/judge.ts';
import { sourcesOf } from '../model/promises.ts';
import type { Limit } from '../model/time.ts';
import { type Facts, resolve, stageRef } from './facts.ts';

/** The tables that an agreement's promises are judged from, by the names of their sources and files. */
export interface Tables {
  readonly leads: Facts;
  /** A source with rows of its own. */
  population(name: string): Facts;
  activities(source: string): Facts;
  /** A file kept by hand, as rows that are dated by a column and have others besides. */
  records(path: string, at: string, fields: readonly string[]): Facts;
}

/** The cases of those leads alone that came to a stage within a span. */
export interface Cohort {
  readonly stage: string;
  readonly span: Span;
}

/** Turns a promise into cases, of a cohort or of all rows, asking the tables for the columns that it needs. */
export function lower(
  promise: PromiseDef,
  agreement: Agreement,
  tables: Tables,
  cohort: Cohort | null = null,
): CasePlan {
  const leads = casesIn(tables, promise);
  const came = cohort && { stage: stageRef(agreement, cohort.stage, leads), span: cohort.span };
  const context: LowerContext = {
    stage: (id) => stageRef(agreement, id, leads),
    wordsOf: (id) =>
      wordFieldsOf(agreement, id, promise.population).map((field) => ({ field, column: leads.text(field) })),
    number: (field) => leads.number(field),
    time: (field) => leads.time(field),
    deadline: (field) => leads.deadline(field),
    value: (field) => (isNumber(agreement, promise, field) ? leads.number(field) : leads.text(field)),
    scope: (...conditions) => {
      const all = [promise.where, ...conditions];
      return came === null ? leads.flag(agreement, all) : leads.cameFlag(agreement, all, came);
    },
    flag: (condition) => required(leads.flag(agreement, [condition])),
    activities(source, where) {
      const facts = tables.activities(source);
      return { table: facts.table, time: facts.time('at'), when: facts.flag(agreement, [where]) };
    },
    holds(source, { from, to, where }) {
      const facts = source === null ? leads : tables.activities(source);
      return {
        table: facts.table,
        // When a pause begins or ends says nothing of the present.
        ...{ from: facts.deadline(from), to: facts.deadline(to) },
        when: facts.flag(agreement, [where]),
        inRow: source === null,
      };
    },
    terms(own): readonly Terms[] {
      const lowered = (within: Limit): Terms['within'] =>
        within.unit === 'row' ? { ...within, column: leads.deadline(within.field) } : within;
      const segments = promise.segments.map((segment) => ({
        segment: segment.id,
        when: required(leads.flag(agreement, [segment.where])),
        within: lowered(segment.within ?? own.within),
        calendar: segment.calendar ?? own.calendar,
        atLeast: segment.atLeast ?? own.atLeast,
      }));
      return [{ segment: null, when: null, ...own, within: lowered(own.within) }, ...segments];
    },
  };
  return kindOf(promise.measure.kind).lower(promise.measure, context);
}

/** The table whose rows are the cases of a promise. */
export function casesIn(tables: Tables, { measure, where, population }: CasesOf): Facts {
  const records = kindOf(measure.kind).records?.(measure);
  const asked = [where, records?.with ?? null].flatMap((each) => fieldsOf(each));
  if (records) return tables.records(records.file, records.at, [...new Set(asked)]);
  return population === undefined ? tables.leads : tables.population(population);
}

/** What a promise says of the rows that are its cases. */
export type CasesOf = Pick<PromiseDef, 'measure' | 'where' | 'population'>;

function isNumber(agreement: Agreement, { population }: PromiseDef, name: string): boolean {
  const fields = sourcesOf(agreement, population).flatMap((source) => source.fields[name] ?? []);
  return fields.some(({ type }) => type === 'integer' || type === 'decimal');
}

/** The fields in words of a stage's condition, each once; a personal one is nobody's to tell. */
export function wordFieldsOf(
  agreement: Agreement,
  id: string,
  population: string | undefined,
): readonly string[] {
  const known = sourcesOf(agreement, population).map(({ fields }) => fields);
  const when = agreement.stages[id]?.when ?? null;
  const names = when === null ? [] : fieldsOf(resolve(when, agreement));
  return [...new Set(names)].filter((name) => {
    const field = known.find((fields) => Object.hasOwn(fields, name))?.[name];
    return field !== undefined && field.type === 'text' && !field.personal;
  });
}

function required(flag: string | null): string {
  if (flag === null) throw new Error('A condition restricts nothing');
  return flag;
}
