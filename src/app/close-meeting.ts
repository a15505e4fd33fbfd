import { isUtf8 } from 'node:buffer';
import { resolve } from 'node:path';
import { withNearFile } from '../files/near.ts';
import { withRecords } from '../language/edit/records.ts';
import { civil } from '../messages/civil.ts';
import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { DecisionRecord } from '../model/decisions.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { Answer } from '../model/requests.ts';
import { shown } from './agreements/find.ts';
import { leavesRepository } from './agreements/inside-repository.ts';
import { loadFamilies } from './agreements/load.ts';
import { isFatalError } from './findings/fatal.ts';
import { sortFindings } from './findings/order.ts';
import { decisionsFile, openOf, readDecisions } from './meeting/decisions.ts';
import { type Minutes, readMinutes } from './meeting/minutes.ts';

export interface CloseMeetingRequest {
  /** Files or folders; empty means the working directory. */
  readonly paths: readonly string[];
  /** The minutes, as typed. */
  readonly minutes: string;
}

export interface CloseMeetingResult extends Answer {
  /** Null where nothing was written. */
  readonly file: string | null;
  readonly added: readonly DecisionRecord[];
  /** Ids of what the same minutes say otherwise than before. */
  readonly corrected: readonly string[];
  /** Ids of what was done, and of what comes back. */
  readonly done: readonly string[];
  readonly again: readonly string[];
}

/** Takes the decisions of a meeting from its minutes into the records beside the agreement, all or none. */
export async function closeMeeting(request: CloseMeetingRequest, io: Io): Promise<CloseMeetingResult> {
  const path = resolve(io.cwd, request.minutes);
  if ((await io.files.stat(path)) === null) return noMinutes(path, request.minutes, io);
  const bytes = await io.files.read(path);
  const file = shown(path, io);
  if (bytes.length > MOST_OF_MINUTES) return tooLarge(file, bytes.length);
  const text = new TextDecoder().decode(bytes);
  const minutes = readMinutes(file, text);
  const loaded = await loadFamilies(request.paths, io);
  const texts = { ...loaded.texts, [file]: text };
  const failed = (findings: readonly Diagnostic[]): CloseMeetingResult => ({
    ...{ file: null, added: [], corrected: [], done: [], again: [], texts },
    findings: sortFindings(findings.map((each) => ({ ...each, fatal: true }))),
  });
  const family = loaded.families.find(({ id }) => id === minutes.agreement);
  const agreementFile = family?.versions.at(-1)?.agreement.file;
  const held = minutes.held;
  const problems = [
    ...loaded.findings.filter(isFatalError),
    ...minutes.findings,
    ...notText(file, bytes),
    ...(held === null ? [notHeld(file, minutes.label)] : []),
    ...(agreementFile === undefined ? [notOurs(file, minutes)] : []),
  ];
  if (problems.length > 0 || agreementFile === undefined || held === null) return failed(problems);
  const target = decisionsFile(agreementFile);
  if (await leavesRepository(target, agreementFile, io)) return failed([outside(shown(target, io))]);
  const agreement = minutes.agreement ?? '';
  return io.files.locked(target, async () => {
    const there = await readDecisions(agreementFile, io);
    if (there.findings.length > 0) return failed(there.findings);
    const found = changesOf({ minutes, agreement, held, file }, there.records);
    const wrongRows = problemsOf(found, file, shown(target, io));
    if (wrongRows.length > 0) return failed(wrongRows);
    const before =
      (await io.files.stat(target)) === null ? '' : new TextDecoder().decode(await io.files.read(target));
    const after = withRecords(before, 'id', found.edit);
    if (after === null)
      return failed([
        wrong(shown(target, io), t`The file is not a list of records`, t`mend it, or move it away`),
      ]);
    if (after !== before) await io.files.write(target, after, { force: true, folder: true });
    const { added, corrected, done, again } = found;
    return { ...{ file: shown(target, io), added, corrected, done, again, texts }, findings: [] };
  });
}

/** Bytes: an agenda has 20,000, and what is kept of 50 years of meetings is another file. */
const MOST_OF_MINUTES = 300_000;

function tooLarge(file: string, size: number): CloseMeetingResult {
  const told = wrong(
    file,
    t`The minutes are too large: ${whole(size)} bytes, at most ${whole(MOST_OF_MINUTES)}`,
    t`name the minutes of one meeting, as "sla pack -o minutes.md" writes their agenda`,
  );
  return { ...{ file: null, added: [], corrected: [], done: [], again: [] }, findings: [told], texts: {} };
}

async function noMinutes(path: string, typed: string, io: Io): Promise<CloseMeetingResult> {
  const message = t`There is no file "${typed}"`;
  const told = t`name the minutes that the meeting filled in: "sla pack -o minutes.md" writes their agenda`;
  const help = await withNearFile(told, path, typed, io.files);
  const findings = [{ rule: 'wrong-minutes', severity: 'error', message, help, fatal: true } as const];
  return { ...{ file: null, added: [], corrected: [], done: [], again: [] }, findings, texts: {} };
}

const notHeld = (file: string, label: string): Diagnostic =>
  wrong(
    file,
    t`The minutes do not say on which day the meeting was held`,
    t`write it behind "${label}" as 2026-06-09`,
  );

/** What the minutes say of decisions that are not open, or were not made yet. */
const problemsOf = (
  { unknown, early }: Pick<ReturnType<typeof changesOf>, 'unknown' | 'early'>,
  file: string,
  records: string,
): readonly Diagnostic[] => [
  ...unknown.map((id) =>
    wrong(
      file,
      t`There is no open decision "${id}" in ${records}`,
      t`leave the first column as "sla pack" wrote it`,
    ),
  ),
  ...early.map(({ id, on, decided, line }) =>
    wrong(
      file,
      t`"${id}" can not be done on ${civil(on)}: it was decided on ${civil(decided)}`,
      t`write the day on which it was done`,
      line,
    ),
  ),
];

/** What one meeting adds and changes. Closed twice, the same minutes change nothing. */
function changesOf(
  {
    minutes,
    agreement,
    held,
    file,
  }: { readonly minutes: Minutes; readonly agreement: string; readonly held: string; readonly file: string },
  there: readonly DecisionRecord[],
) {
  const known = there.filter((one) => one.agreement === agreement);
  const { fresh, corrections } = matched(
    minutes.decided,
    known.filter(({ decided }) => decided === held),
    file,
  );
  const ids = new Set(there.map(({ id }) => id));
  let n = 1;
  const added = fresh.map((one): DecisionRecord => {
    while (ids.has(`${held}-${n}`)) n++;
    const id = `${held}-${n}`;
    ids.add(id);
    return { id, agreement, ...one, decided: held, minutes: file, done: '', again: 0, asked: '' };
  });
  const changed = new Map<string, Readonly<Record<string, string | number>>>(corrections);
  const [done, again]: [string[], string[]] = [[], []];
  for (const { id, decided, asked, again: n } of openOf(known, agreement)) {
    const on = minutes.done.get(id)?.on;
    if (on !== undefined) {
      changed.set(id, { ...changed.get(id), done: on });
      done.push(id);
    } else if (decided < held && asked < held) {
      changed.set(id, { ...changed.get(id), again: n + 1, asked: held });
      again.push(id);
    }
  }
  const unknown = [...minutes.done.keys()].filter((id) => !known.some((one) => one.id === id));
  const early = known.flatMap(({ id, decided }) => {
    const one = minutes.done.get(id);
    return one !== undefined && one.on < decided ? [{ id, decided, ...one }] : [];
  });
  const corrected = [...corrections.keys()];
  return {
    added,
    corrected,
    done,
    again,
    unknown,
    early,
    edit: { changed, added: added.map((one) => ({ ...one })) },
  };
}

/**
 * The rows of the minutes against what was kept of the same meeting: by what is to be done, and what is left
 * over in its order, so that a row that was corrected is the decision that it was.
 */
function matched(
  rows: Minutes['decided'],
  known: readonly DecisionRecord[],
  file: string,
): {
  readonly fresh: Minutes['decided'];
  readonly corrections: ReadonlyMap<string, Readonly<Record<string, string>>>;
} {
  const left = [...known];
  const take = (holds: (one: DecisionRecord) => boolean): DecisionRecord | undefined => {
    const at = left.findIndex(holds);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const same = rows.map((row) => ({ row, record: take(({ what }) => what === row.what) }));
  const pairs = same.map(({ row, record }) => ({
    row,
    record: record ?? take(({ minutes, done, asked }) => minutes === file && done === '' && asked === ''),
  }));
  const corrections = pairs.flatMap(({ row, record }) => {
    if (record === undefined) return [];
    const cells = (['what', 'who', 'due', 'seen'] as const).filter((name) => record[name] !== row[name]);
    const said = Object.fromEntries(cells.map((name) => [name, row[name]]));
    return cells.length === 0 ? [] : [[record.id, said] as const];
  });
  return {
    fresh: pairs.flatMap(({ row, record }) => (record === undefined ? [row] : [])),
    corrections: new Map(corrections),
  };
}

const wrong = (file: string, message: string, help: string, line = 1): Diagnostic => ({
  rule: 'wrong-minutes',
  severity: 'error',
  message,
  help,
  place: { file, start: { line, column: 1 }, end: { line, column: 1 } },
});

const notText = (file: string, bytes: Uint8Array): readonly Diagnostic[] =>
  isUtf8(bytes) ? [] : [wrong(file, t`The minutes are not UTF-8`, t`save the file as plain text in UTF-8`)];

const notOurs = (file: string, { agreement }: Minutes): Diagnostic =>
  agreement === null
    ? wrong(
        file,
        t`"${file}" is not an agenda that "sla pack" wrote`,
        t`the mark in its first line tells whose it is`,
      )
    : wrong(
        file,
        t`The minutes are of "${agreement}", which is not here`,
        t`name the agreement: sla pack --close FILE acme.sla.yaml`,
      );

const outside = (file: string): Diagnostic => ({
  rule: 'outside-path',
  severity: 'error',
  message: t`"${file}" leads to a file outside the repository`,
  help: t`remove the link: decisions lie beside their agreement`,
});
