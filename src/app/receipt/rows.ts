import { mark, say, t } from '../../messages/index.ts';
import { rejectWords } from '../../messages/reject-words.ts';
import type { FieldDef } from '../../model/agreement.ts';
import { firstLine } from '../../model/first-line.ts';
import { namesOf } from '../../model/header-names.ts';
import type { Io } from '../../model/io.ts';
import { isHidden, type Personal } from '../../model/personal.ts';
import type { FoundRow, LoadReport, Reject } from '../../model/reading.ts';
import type { ExplainRequest, Receipt, ReceiptHandOver, ReceiptRow } from '../../model/receipt.ts';
import { type Facts, handedOverBy } from '../../plan/facts.ts';
import { shown } from '../agreements/find.ts';
import type { Run } from '../judging/run.ts';

/** No lead has more rows in one source: beyond, an export has another key than it says. */
const MOST_ROWS = 100_000;

/** What the exports say of one lead, or of one of its hand-overs. */
export interface LeadRows {
  readonly handOver: ReceiptHandOver | null;
  readonly rows: readonly ReceiptRow[];
  /**
   * By field: the cells of the row that is judged and of the rows that join it; null where no row is
   * judged.
   */
  readonly judged: Readonly<Record<string, string>> | null;
}

/** A lead that is asked for, and the ids of those that were merged into it. */
export type Asked = ExplainRequest & Pick<Receipt, 'mergedIds'>;

/**
 * Every line of the exports that holds the lead, and what became of it: the leads first, then what joins
 * them, then activities. Once for each row that is judged, in the order of their hand-overs; empty where
 * the leads do not have it.
 */
export async function leadRows(run: Run, of: Facts, request: Asked, io: Io): Promise<readonly LeadRows[]> {
  const own = run.exports.reports.find(({ facts }) => facts === of);
  const found = own ? await rowsOf(own.report, request.lead, request.mergedIds) : [];
  if (found.length === 0) return [];
  const judged = found
    .filter(({ outcome }) => outcome === JUDGED)
    .sort((a, b) => (a.handOver?.nth ?? 0) - (b.handOver?.nth ?? 0));
  const all: LeadRows[] = [];
  for (const standing of judged.length === 0 ? [null] : judged)
    all.push(await rowsAround({ run, facts: of, standing, of: judged.length, found, request, io }));
  return all;
}

async function rowsAround({
  run,
  facts: own,
  standing,
  of,
  found,
  request,
  io,
}: {
  readonly run: Run;
  readonly facts: Facts;
  readonly standing: Judged | null;
  readonly of: number;
  readonly found: readonly Judged[];
  readonly request: Asked;
  readonly io: Io;
}): Promise<LeadRows> {
  const rows = found.map((row) => visible(asSeenFrom(standing, row), own, request.personal, io));
  let cells = standing?.cells ?? {};
  for (const { facts, report } of inReadingOrder(run, own)) {
    const { kind, joinsTo } = facts.source;
    // A joined row is found by the cell of the lead that it joins, which need not be the lead's key.
    const key = kind === 'joined' ? (standing ?? found[0])?.cells[joinsTo] : request.lead;
    if (key === undefined) continue;
    const more = await rowsOf(report, key, joinsTo === own.source.key ? request.mergedIds : []);
    rows.push(...more.map((row) => visible(row, facts, request.personal, io)));
    const joined = kind === 'joined' && more.find(({ outcome }) => outcome === JUDGED);
    if (joined) cells = { ...joined.cells, ...cells };
  }
  const field = handedOverBy(own.source);
  const handOver =
    field && standing?.handOver
      ? { ...standing.handOver, of, field, column: own.source.fields[field]?.column ?? field }
      : null;
  return { handOver, rows, judged: standing ? cells : null };
}

/** The receipt of one hand-over names the rows of the others. */
function asSeenFrom(standing: Judged | null, row: Judged): Judged {
  if (row.outcome !== JUDGED || !row.handOver || row === standing) return row;
  return { ...row, outcome: t`judged as hand-over ${row.handOver.nth}` };
}

/** The sources that are about the rows of one: what joins the leads, then activities. A records file is no source of the agreement. */
function inReadingOrder({ exports, tables, newest }: Run, own: Facts): Run['exports']['reports'] {
  const others = exports.reports.filter(
    ({ facts }) =>
      !tables.cases().includes(facts) &&
      newest.agreement.sources[facts.source.name] === facts.source &&
      tables.about(facts.source) === own,
  );
  const isJoined = ({ facts }: (typeof others)[number]) => facts.source.kind === 'joined';
  return [...others.filter(isJoined), ...others.filter((each) => !isJoined(each))];
}

interface Judged extends FoundRow {
  readonly outcome: string;
  readonly reject: Reject | null;
  /** Whether it stays on its server, where this key finds it. */
  readonly stays: boolean;
  readonly key: string;
}

const JUDGED = 'judged';

async function rowsOf(report: LoadReport, key: string, also: readonly string[]): Promise<readonly Judged[]> {
  const found = await report.rowsOf(key, MOST_ROWS, also);
  const anyRejected = found.length > 0 && Object.keys(report.ledger.rejected).length > 0;
  const at = ({ file, line }: { readonly file: string; readonly line: number }) => `${file}\n${line}`;
  const lines = new Set(found.map(at));
  const rejects: Reject[] = [];
  if (anyRejected)
    for (const id of [key, ...also]) rejects.push(...(await report.rejects(Number.MAX_SAFE_INTEGER, id)));
  const refused = new Map(rejects.filter((each) => lines.has(at(each))).map((each) => [at(each), each]));
  return found.map((row) => {
    const reject = refused.get(at(row)) ?? null;
    return {
      ...row,
      stays: report.stays === true,
      key,
      reject,
      outcome: reject ? 'rejected' : STANDING[row.standing],
    };
  });
}

/** Of a row of a source of which one is chosen for each lead. */
const NOT_CHOSEN = mark`another row of its lead was taken`;

const STANDING: Readonly<Record<FoundRow['standing'], string>> = {
  kept: JUDGED,
  identical: mark`identical duplicate`,
  superseded: mark`superseded duplicate`,
  merged: mark`merged into another lead`,
};

function visible(row: Judged, { source }: Facts, personal: Personal, io: Io): ReceiptRow {
  const { file, cells, reject, outcome, stays, key } = row;
  const isPersonal = source.fields[source.key]?.personal === true;
  const place = stays ? { line: null, ...(isPersonal ? {} : { key }) } : { line: row.line };
  return {
    source: source.name,
    file: shown(file, io),
    ...place,
    outcome: reject
      ? rejected(reject, isHidden(fieldOf(reject, source.fields), personal))
      : say(source.onePerLead && row.standing === 'superseded' ? NOT_CHOSEN : outcome),
    cells: Object.fromEntries(
      Object.entries(cells).filter(([name]) => !isHidden(source.fields[name], personal)),
    ),
    columns: Object.fromEntries(Object.entries(source.fields).map(([name, { column }]) => [name, column])),
  };
}

const fieldOf = ({ column }: Reject, fields: Readonly<Record<string, FieldDef>>): FieldDef | undefined =>
  Object.values(fields).find((field) => column !== null && namesOf(field).includes(column));

/** Characters of a rejected cell. */
const SHOWN = 60;

function rejected({ reason, column, value }: Reject, hidden: boolean): string {
  const cell = column === null ? '' : t` in column "${column}"`;
  return `${t`rejected: ${rejectWords(reason)}`}${cell}${value === null || hidden ? '' : `, "${firstLine(value, SHOWN)}"`}`;
}
