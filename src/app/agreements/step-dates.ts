import { dirname } from 'node:path';
import type { FileDigests } from '../../change/meaning.ts';
import { type StepDates, stepsOf } from '../../change/steps.ts';
import { FileProblem } from '../../files/disk.ts';
import { expand } from '../../files/glob.ts';
import { conditionsIn } from '../../kinds/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import { readRecords } from '../../language/records.ts';
import type { Agreement, PromiseDef, SourceDef } from '../../model/agreement.ts';
import type { Files, Io } from '../../model/io.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Sourced } from './family.ts';
import { fixedPart, leavesRepository } from './inside-repository.ts';
import { cellsOf, mayHold } from './step-cells.ts';
import { dateMeant } from './step-date.ts';

/**
 * By when the steps of each promise are to be done, as far as they are kept in YAML beside the agreement: what
 * an export holds is no term. What is done is none either. A file that is not there, or can't be read, has no
 * steps: so that what goes with it is told as gone.
 */
export async function stepDates(
  { agreement }: Pick<Sourced, 'agreement'>,
  files: Files,
  io: Io | null,
): Promise<FileDigests> {
  const found: Record<string, StepDates> = {};
  for (const promise of promisesOf(agreement)) {
    const { by } = kindOf(promise.measure.kind).due?.(promise.measure) ?? {};
    const source = agreement.sources[promise.population ?? ''];
    const patterns = by === undefined ? [] : inYaml(source);
    if (by === undefined || source === undefined || patterns.length === 0) continue;
    const dates = new Map<string, Set<string>>();
    for (const pattern of patterns)
      for (const path of await pathsOf(pattern, agreement.file, files, io))
        addDates(dates, await files.read(path), { promise, source, by });
    found[stepsOf(promise.id)] = told(dates);
  }
  return found;
}

const inYaml = (source: SourceDef | undefined): readonly string[] =>
  source?.files.filter((name) => /\.ya?ml$/i.test(name)) ?? [];

/** The paths and patterns, from the agreement, of the files in which steps are kept. */
export const stepFiles = (agreement: Agreement): readonly string[] =>
  promisesOf(agreement).flatMap(({ measure, population }) =>
    kindOf(measure.kind).due?.(measure) === undefined ? [] : inYaml(agreement.sources[population ?? '']),
  );

/** The files of a pattern that lie in the repository; none where they can't be looked at. */
async function pathsOf(
  pattern: string,
  agreementFile: string,
  files: Files,
  io: Io | null,
): Promise<readonly string[]> {
  const leaves = async (path: string) => io !== null && (await leavesRepository(path, agreementFile, io));
  if (await leaves(fixedPart(pattern))) return [];
  const paths = await expand(pattern, dirname(agreementFile), files).catch((error: unknown) => {
    if (error instanceof FileProblem) return [];
    throw error;
  });
  const there = await Promise.all(
    paths.map(async (path) => (await files.stat(path))?.kind === 'file' && !(await leaves(path))),
  );
  return paths.filter((_, i) => there[i]);
}

interface Steps {
  readonly promise: PromiseDef;
  readonly source: SourceDef;
  readonly by: string;
}

function addDates(dates: Map<string, Set<string>>, bytes: Uint8Array, { promise, source, by }: Steps): void {
  const { records } = readRecords('', bytes);
  const conditions = [...conditionsIn(promise.measure), ...(promise.where === null ? [] : [promise.where])];
  const dated = source.fields[by];
  const steps = cellsOf(records, source).filter(
    ({ key, cellOf }) =>
      key !== '' && conditions.every((condition) => mayHold(condition, cellOf, source) !== false),
  );
  for (const { key, cellOf } of steps) {
    const own = dates.get(key) ?? new Set();
    dates.set(key, own.add(dated === undefined ? '' : dateMeant(cellOf(by), dated)));
  }
}

/** A step that stands there twice has the dates of both: which of them counts is not decided here. */
const told = (dates: ReadonlyMap<string, ReadonlySet<string>>): StepDates =>
  Object.assign(
    Object.create(null),
    Object.fromEntries([...dates].map(([key, own]) => [key, [...own].sort().join(', ') || null])),
  );
