import { dirname, resolve } from 'node:path';
import type { FileDigests } from '../../change/meaning.ts';
import { type StepDates, stepsOf } from '../../change/steps.ts';
import { conditionsIn } from '../../kinds/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import { readRecords } from '../../language/records.ts';
import type { PromiseDef, SourceDef } from '../../model/agreement.ts';
import { alikeText } from '../../model/alike.ts';
import type { Condition } from '../../model/condition.ts';
import type { Files, Io } from '../../model/io.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Sourced } from './family.ts';
import { leavesRepository } from './inside-repository.ts';

/**
 * By when the steps of each promise are to be done, as far as they are kept in YAML beside the agreement: what
 * an export holds is no term. What is done is none either.
 */
export async function stepDates(
  { agreement }: Pick<Sourced, 'agreement'>,
  files: Pick<Files, 'stat' | 'read'>,
  io: Io | null,
): Promise<FileDigests> {
  const found: Record<string, StepDates> = {};
  for (const promise of promisesOf(agreement)) {
    const { by } = kindOf(promise.measure.kind).due?.(promise.measure) ?? {};
    const source = agreement.sources[promise.population ?? ''];
    if (by === undefined || source === undefined) continue;
    const dates: Record<string, string | null> = Object.create(null);
    let isRead = false;
    for (const file of source.files.filter((name) => /^[^*?[{]+\.ya?ml$/i.test(name))) {
      const path = resolve(dirname(agreement.file), file);
      if ((await files.stat(path))?.kind !== 'file') continue;
      if (io !== null && (await leavesRepository(path, agreement.file, io))) continue;
      isRead = true;
      Object.assign(dates, datesIn(await files.read(path), { promise, source, by }));
    }
    if (isRead) found[stepsOf(promise.id)] = dates;
  }
  return found;
}

interface Steps {
  readonly promise: PromiseDef;
  readonly source: SourceDef;
  readonly by: string;
}

function datesIn(bytes: Uint8Array, { promise, source, by }: Steps): StepDates {
  const { records } = readRecords('', bytes);
  const dates: Record<string, string | null> = Object.create(null);
  const conditions = [...conditionsIn(promise.measure), ...(promise.where === null ? [] : [promise.where])];
  for (const { cells } of records?.rows ?? []) {
    const cellOf: CellOf = (field) => {
      const cell = cells[records?.header.indexOf(source.fields[field]?.column ?? '') ?? -1]?.trim() ?? '';
      return source.nulls.some((word) => word.toLowerCase() === cell.toLowerCase()) ? '' : cell;
    };
    const key = cellOf(source.key);
    if (key === '' || !conditions.every((condition) => mayHold(condition, cellOf) !== false)) continue;
    dates[key] = cellOf(by) === '' ? null : cellOf(by);
  }
  return dates;
}

type CellOf = (field: string) => string;

/** Whether a condition holds, as far as words tell; null where that takes more than words: then it may. */
function mayHold(condition: Condition, cellOf: CellOf): boolean | null {
  switch (condition.op) {
    case 'in':
      return condition.values.some(
        (value) => alikeText(String(value).trim()) === alikeText(cellOf(condition.field)),
      );
    case 'present':
      return cellOf(condition.field) !== '';
    case 'not': {
      const held = mayHold(condition.of, cellOf);
      return held === null ? null : !held;
    }
    case 'all':
    case 'any': {
      const held = condition.of.map((part) => mayHold(part, cellOf));
      const settles = condition.op === 'any';
      return held.includes(settles) ? settles : held.includes(null) ? null : !settles;
    }
    default:
      return null;
  }
}
