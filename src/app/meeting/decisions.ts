import { dirname, join } from 'node:path';
import { readRecords } from '../../language/records.ts';
import type { DecisionRecord } from '../../model/decisions.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { shown } from '../agreements/find.ts';
import { leavesRepository } from '../agreements/inside-repository.ts';

/** Where the decisions of meetings are kept, beside the agreement. */
export const decisionsFile = (agreementFile: string): string =>
  join(dirname(agreementFile), 'records', 'decisions.yaml');

export interface ReadDecisions {
  readonly records: readonly DecisionRecord[];
  readonly findings: readonly Diagnostic[];
}

const NONE: ReadDecisions = { records: [], findings: [] };

/** Every decision that is kept beside an agreement, done or not; none where there is no such file. */
export async function readDecisions(agreementFile: string, io: Io): Promise<ReadDecisions> {
  const path = decisionsFile(agreementFile);
  if ((await io.files.stat(path))?.kind !== 'file') return NONE;
  if (await leavesRepository(path, agreementFile, io)) return NONE;
  const { records, diagnostics } = readRecords(shown(path, io), await io.files.read(path));
  if (records === null) return { records: [], findings: diagnostics };
  const { header, rows } = records;
  const read = rows.map(({ cells }): DecisionRecord => {
    const of = (name: string) => cells[header.indexOf(name)] ?? '';
    return {
      ...{ id: of('id'), agreement: of('agreement'), what: of('what'), who: of('who') },
      ...{ decided: of('decided'), due: of('due'), seen: of('seen'), minutes: of('minutes') },
      ...{ done: of('done'), asked: of('asked'), again: Number(of('again')) || 0 },
    };
  });
  return { records: read, findings: [] };
}

/** Those of an agreement that are not done, what is due first before the others. */
export const openOf = (records: readonly DecisionRecord[], agreement: string): readonly DecisionRecord[] =>
  records
    .filter((one) => one.done === '' && one.agreement === agreement)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
