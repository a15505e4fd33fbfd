import { dirname, relative, sep } from 'node:path';
import { say, t } from '../../messages/index.ts';
import { ownSource } from '../../messages/own-ids.ts';
import type { Compliance } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Ask, Decision, InitRequest, InitResult } from '../../model/init.ts';
import type { Io } from '../../model/io.ts';
import type { LinkedHistory, Sniff, SniffColumn } from '../../model/sniff.ts';
import { pauseText } from '../../report/history-lines.ts';
import { inOneOrder } from './ask/date-order.ts';
import { officeOf, settling } from './ask/decide.ts';
import { isChosen, jointKeyOf } from './ask/joint-key.ts';
import { keyColumns, keyQuestion, noKey } from './ask/key.ts';
import { mappingOf, unreadable } from './ask/mapping.ts';
import type { RowColumns, RowKind } from './ask/rows.ts';

import { proposeRows } from './propose/rows.ts';
import { sourceName } from './propose/source-name.ts';
import { judge, pastOf } from './try-out.ts';
import { defaultTitle } from './write/opening.ts';
import { type RowsDraft, rowsText } from './write/rows.ts';

/** An export of what happened to other rows. */
export interface Held {
  readonly path: string;
  readonly sniff: Sniff;
  readonly history: LinkedHistory;
}

/** An export of rows that are no leads, and what is to be made of it. */
interface OfRows {
  readonly request: InitRequest;
  readonly ask: Ask;
  readonly asked: boolean;
  readonly io: Io;
  /** The agreement, and the export. */
  readonly target: string;
  readonly from: string;
  readonly found: Sniff;
  readonly rows: { readonly kind: RowKind; readonly columns: RowColumns };
  /** Exports of what happened to these rows, each with its path. */
  readonly histories: readonly Held[];
}

/** A first agreement about rows that are no leads: tried on the past, then with the targets that it reached. */
export async function draftRows(of: OfRows): Promise<InitResult> {
  const { request, io, target, found, rows } = of;
  const decided = await decideRows(of);
  if ('rule' in decided) return failed([decided]);
  const { decisions, part, columns, ...said } = decided;
  const named = historiesNamed(of.histories, [ownSource(rows.kind.source)], dirname(target));
  const [pause = null] = named.flatMap((each) => pauseText(each.name, each.history) ?? []);
  const proposal = proposeRows({ kind: rows.kind, columns, pause });
  const draft: RowsDraft = {
    ...said,
    title: request.title ?? defaultTitle(),
    files: relative(dirname(target), of.from).split(sep).join('/'),
    sheet: request.sheet,
    ...{ sniff: found, kind: rows.kind, columns, effective: null, left: [] },
    ...{ maxRejected: undefined, modified: null, histories: named, ...proposal.trials },
  };
  const tried = await tryRows(draft, target, io);
  if ('findings' in tried) return { ...failed(tried.findings), decisions };
  const first = tried.past.periods.find(({ label }) => /^\d{4}-\d{2}$/.test(label));
  const text = rowsText({
    ...tried.draft,
    ...proposal.settle(tried.past, part),
    effective: first === undefined ? null : `${first.label}-01`,
  });
  const { findings, texts } = await judge(text, target, io);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ...failed(errors), texts, decisions };
  return { agreement: text, written: [], decisions, findings: [notOfLeads(found, rows.kind)], texts: {} };
}

/** Histories with the names of their sources, and their paths from the folder of the agreement. */
function historiesNamed(
  histories: OfRows['histories'],
  taken: readonly string[],
  folder: string,
): RowsDraft['histories'] {
  const names = new Set(taken);
  return histories.map(({ path, ...each }) => {
    const name = sourceName(path, names);
    names.add(name);
    return { ...each, name, files: relative(folder, path).split(sep).join('/') };
  });
}

interface DecidedRows
  extends Pick<RowsDraft, 'timezone' | 'hours' | 'holidays' | 'key' | 'isKeyChosen' | 'columns'> {
  readonly part: 0.8 | 0.9;
  readonly decisions: readonly Decision[];
}

async function decideRows({
  request,
  ask,
  asked,
  io,
  from,
  found,
  rows,
}: OfRows): Promise<DecidedRows | Diagnostic> {
  const decisions: Decision[] = [];
  const settle = settling(decisions, asked ? ask : null);
  const joint = await jointKeyOf(from, request, found, io);
  const answer = await settle(keyQuestion(found, mappingOf(found), joint), request.key);
  if (typeof answer !== 'string') return answer;
  const key = keyColumns(found, answer) ?? [];
  if (key.length === 0) return noKey(found);
  const ordered = await inOneOrder(rows.columns, request.dateOrder, asked ? ask : null, decisions);
  if ('rule' in ordered) return ordered;
  const { columns } = ordered;
  const [broken] = unreadable(columns);
  if (broken) return unread(broken);
  const office = await officeOf(request, found, columns.opened.type === 'date', settle);
  if ('rule' in office) return office;
  const { target: part, ...hours } = office;
  return { ...hours, part, key, isKeyChosen: isChosen(key, joint), columns, decisions };
}

/** Judges the past by the trials; where the data resist, once more with what they need. */
async function tryRows(
  draft: RowsDraft,
  target: string,
  io: Io,
): Promise<
  { readonly draft: RowsDraft; readonly past: Compliance } | { readonly findings: readonly Diagnostic[] }
> {
  let now = draft;
  for (let attempt = 0; ; attempt++) {
    const { past, errors } = await pastOf(rowsText(now), target, io);
    if (past) return { draft: now, past };
    const next = mended(now, errors);
    if (next === null || attempt === 2) return { findings: errors };
    now = next;
  }
}

/** Most of the rows that may be left out of an export from which something is proposed, in percent. */
const MOST_REJECTED = 50;

function mended(draft: RowsDraft, errors: readonly Diagnostic[]): RowsDraft | null {
  const rejected = errors.find((error) => error.rejected !== undefined)?.rejected;
  if (rejected && draft.maxRejected === undefined) {
    const share = Math.ceil((rejected.rows / rejected.of) * 100);
    return share > MOST_REJECTED ? null : { ...draft, maxRejected: share };
  }
  const modified = mappingOf(draft.sniff).modified ?? null;
  const differ = errors.some(({ rule }) => rule === 'differing-rows');
  return differ && draft.modified === null && modified?.format ? { ...draft, modified } : null;
}

const failed = (findings: readonly Diagnostic[]): InitResult => ({
  ...{ agreement: null, written: [], decisions: [], texts: {} },
  findings: findings.map((finding) => ({ ...finding, fatal: true })),
});

const unread = ({ name }: SniffColumn): Diagnostic => ({
  rule: 'no-date',
  severity: 'error',
  message: t`The dates of "${name}" are in a form that no format reads`,
  help: t`export it again with dates such as 2026-03-02 09:14`,
  fatal: true,
});

const notOfLeads = ({ file }: Sniff, { title }: RowKind): Diagnostic => ({
  rule: 'rows-of-their-own',
  severity: 'warning',
  message: t`"${file}" looks like ${say(title)}, and each of its rows is a case of its own, no lead`,
  help: t`are its rows leads? Then name the date on which one came: --qualified COLUMN`,
});
