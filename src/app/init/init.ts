import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Ask, Decision, InitRequest, InitResult } from '../../model/init.ts';
import type { Io } from '../../model/io.ts';
import type { ComplianceResult } from '../../model/requests.ts';
import type { Sniff } from '../../model/sniff.ts';
import { pauseText } from '../../report/history-lines.ts';
import { shown } from '../agreements/find.ts';
import { sniffFile } from '../sniff.ts';
import { type Decided, decide } from './ask/decide.ts';
import { isChosen, jointKeyOf } from './ask/joint-key.ts';
import type { DateOrder } from './ask/mapping.ts';
import { noLeads, notLeads, ownRows } from './ask/not-leads.ts';
import { repeatedKey } from './ask/key.ts';
import { roundedIds, timeApart } from './ask/time-apart.ts';
import { unreadEncoding } from './ask/unread-encoding.ts';
import { historiesOf } from './propose/history.ts';
import { type Joint, withMore } from './propose/join.ts';
import { leadsFirst, typed } from './propose/leads-first.ts';
import { type Others, readMore } from './propose/more.ts';
import { propose } from './propose/propose.ts';
import { noContact, untimed } from './propose/untimed.ts';
import { draftRows, type Held } from './rows.ts';
import { judge, type Reading, type Tried, tryOut } from './try-out.ts';
import { writeBeside } from './write/beside.ts';
import { draftText } from './write/draft.ts';
import type { Draft } from './write/draft-parts.ts';
import { defaultTitle } from './write/opening.ts';
import { template } from './write/template.ts';

/**
 * Writes a first agreement. From an export it proposes the mapping and the targets, judges the export by
 * them before anything is written, and gives up with a reason rather than write what does not work.
 * Overwrites nothing. Long because each of its steps may end it with a reason of its own.
 */
export async function init(request: InitRequest, ask: Ask, asked: boolean, io: Io): Promise<InitResult> {
  const target = resolve(io.cwd, request.file ?? defaultFile(request, io));
  if (!request.print && (await io.files.stat(target)) !== null)
    return failed([exists(shown(target, io), request.from)]);
  const [first, ...others] = request.from;
  if (first === undefined)
    return finish({ request, target, text: template(request), decisions: [], exports: [], io });
  const from = resolve(io.cwd, first);
  const paths = others.map((path) => resolve(io.cwd, path));
  const found = await sniffLeads(from, request.sheet, io);
  if ('rule' in found) return failed([found]);
  const rows = ownRows(found, request);
  const histories = rows === null ? null : await onlyHistories({ from, paths, found, request, io });
  if (rows !== null && histories !== null) {
    const drafted = await draftRows({ request, ask, asked, io, target, from, found, rows, histories });
    if (drafted.agreement === null) return drafted;
    const { agreement: text, decisions, findings } = drafted;
    const seen = [...roundedIds(found), ...timeApart(found), ...findings];
    return finish({ request, target, text, seen, decisions, exports: [from, ...paths], io });
  }
  const strange = noLeads(found, request, asked);
  if (strange !== null) return failed([await leadsFirst(strange, request, io)]);
  const joint = await jointKeyOf(from, request, found, io);
  const decided = await decide(request, { found, joint }, ask, asked);
  if ('rule' in decided)
    return failed([WRONG_FIRST.has(decided.rule) ? await leadsFirst(decided, request, io) : decided]);
  const leads = { path: from, sheet: request.sheet, sniff: found, mapping: decided.mapping };
  const read = paths.length === 0 ? NO_MORE : await readMore(leads, paths, io);
  if (read.findings.length > 0) return { ...failed(read.findings), decisions: decided.decisions };
  if (read.refused.length > 0) {
    const good = others.filter((_, i) => read.more.some(({ path }) => path === paths[i]));
    const help = withoutThem([first, ...good], request.sheet, read.refused.length);
    return { ...failed(read.refused.map((finding) => helped(finding, help))), decisions: decided.decisions };
  }
  const touched = read.more.find(({ touch }) => touch !== null) ?? null;
  const held = read.more.flatMap(({ name, history }) => {
    const pause = history === null ? null : pauseText(name, history);
    return pause === null ? [] : [{ name, pause }];
  })[0];
  const isKeyChosen = isChosen(decided.key, joint);
  const reading = (joint: Joint): Reading => {
    const pause = held?.pause ?? null;
    const proposal = propose({ ...decided, mapping: joint.mapping, rows: found.rows, touched, pause });
    const draft: Draft = {
      title: request.title ?? defaultTitle(),
      timezone: decided.timezone,
      hours: decided.hours,
      holidays: decided.holidays,
      files: beside(target, from),
      sheet: request.sheet,
      sniff: found,
      mapping: joint.mapping,
      key: decided.key,
      isKeyChosen,
      more: read.more.map((each) => ({ ...each, files: beside(target, each.path) })),
      elsewhere: joint.elsewhere,
      start: decided.start,
      wonWords: decided.wonWords,
      startWhy:
        decided.decisions.find(({ flag, by }) => flag === '--qualified' && by === 'default')?.why ?? null,
      ...{ effective: null, maxRejected: {}, repeated: null, left: [], notWon: null, undatedWins: null },
      objectives: proposal.trialObjectives,
      commitments: proposal.trials,
      touches: touched?.name ?? null,
      pauses: held?.name ?? null,
      used: proposal.used,
    };
    return { draft, proposal };
  };
  const [own, ...rest] = withMore(decided.mapping, read.more, orderOf(decided));
  const tried = await tryOut([reading(own), ...rest.map(reading)], target, io);
  const repeated = repeatedKey(decided.key);
  if ('findings' in tried)
    return { ...failed([...repeated, ...tried.findings]), decisions: decided.decisions };
  const settled = settle(tried, decided);
  const text = draftText(settled);
  const proof = await judge(text, target, io);
  const problems = proof.findings.filter(({ severity }) => severity === 'error');
  if (problems.length > 0)
    return { ...failed([...repeated, ...problems]), texts: proof.texts, decisions: decided.decisions };
  const seen = [
    ...notLeads(found, decided.key),
    ...roundedIds(found),
    ...repeated,
    ...timeApart(found),
    ...seenOtherwise(proof),
  ];
  return finish({ request, target, text, seen, decisions: decided.decisions, exports: [from, ...paths], io });
}

/** The other exports, where each tells what happened to the rows of the first; else null. */
async function onlyHistories({
  from,
  paths,
  found,
  request,
  io,
}: {
  readonly from: string;
  readonly paths: readonly string[];
  readonly found: Sniff;
  readonly request: InitRequest;
  readonly io: Io;
}): Promise<readonly Held[] | null> {
  const key = found.columns.find(({ role }) => role?.name === 'id');
  if (paths.length === 0) return [];
  if (key === undefined) return null;
  const others: { path: string; sniff: Sniff }[] = [];
  for (const path of paths) {
    // What waits is told by its words, which are no personal data.
    const sniff = await sniffFile(path, { sheet: null, personal: true }, io);
    if ('rule' in sniff) return null;
    others.push({ path, sniff });
  }
  const linked = await historiesOf({ path: from, sheet: request.sheet, sniff: found, key }, others, io);
  const all = others.flatMap((other, i) => {
    const history = linked[i] ?? null;
    return history === null ? [] : [{ ...other, history }];
  });
  return all.length === paths.length ? all : null;
}

function settle({ draft, past, proposal }: Tried, { target }: Decided): Draft {
  const first = past.periods.find(({ label }) => MONTH.test(label));
  const effective = first === undefined ? null : `${first.label}-01`;
  const { touches, unused, ...targets } = proposal.settle(past, target);
  const used = new Set([...draft.used].filter((role) => !unused.includes(role)));
  const left = [
    ...targets.left,
    ...untimed(draft.sniff, draft.mapping),
    ...noContact(draft.sniff, draft.mapping, touches),
  ];
  const pauses = targets.commitments.some((text) => text.includes('pause:')) ? draft.pauses : null;
  return { ...draft, ...targets, left, pauses, touches: touches ? draft.touches : null, used, effective };
}

/** What to type to go on with the exports that can be used. */
function withoutThem(good: readonly string[], sheet: string | null, refused: number): string {
  const of = sheet === null ? [] : [`--sheet ${typed(sheet)}`];
  const command = ['sla init', ...good.map((path) => `--from ${typed(path)}`), ...of].join(' ');
  return refused === 1 ? t`without it: ${command}` : t`without such files: ${command}`;
}

const helped = (finding: Diagnostic, more: string): Diagnostic => ({
  ...finding,
  help: finding.help === undefined ? more : [finding.help, more].join(t`; `),
});

/** What is found in an export that is not the leads'. */
const WRONG_FIRST: ReadonlySet<string> = new Set(['no-key', 'no-date']);

const MONTH = /^\d{4}-\d{2}$/;

/** What a workbook shows otherwise than it is read: whoever has just seen it must know. */
const OF_SHEETS: ReadonlySet<string> = new Set(['hidden-rows', 'merged-cell', 'no-formula-result']);

const seenOtherwise = ({ compliances }: ComplianceResult): readonly Diagnostic[] =>
  compliances.flatMap((each) => each.findings).filter(({ rule }) => OF_SHEETS.has(rule));

const NO_MORE: Others = { more: [], refused: [], findings: [] };

const beside = (target: string, path: string): string => relative(dirname(target), path).split(sep).join('/');

/** As it was said for the leads: one program wrote all exports. */
const orderOf = ({ decisions }: Decided): DateOrder | null =>
  (decisions.find(({ flag }) => flag === '--date-order')?.value as DateOrder | undefined) ?? null;

async function finish({
  request,
  target,
  text,
  seen = [],
  decisions,
  exports,
  io,
}: {
  readonly request: InitRequest;
  readonly target: string;
  readonly text: string;
  readonly seen?: readonly Diagnostic[];
  readonly decisions: readonly Decision[];
  readonly exports: readonly string[];
  readonly io: Io;
}): Promise<InitResult> {
  const base = { agreement: text, decisions, findings: seen, texts: {} };
  if (request.print) return { ...base, written: [] };
  await io.files.write(target, text, { folder: true });
  const beside = await writeBeside(request, dirname(target), exports, io);
  return {
    ...base,
    findings: [...seen, ...beside.findings],
    written: [shown(target, io), ...beside.written],
  };
}

/** Here; beside an export that lies elsewhere, since an agreement reads only what lies around it. */
function defaultFile({ from: [from] }: InitRequest, io: Io): string {
  if (from === undefined) return 'agreement.sla.yaml';
  const path = resolve(io.cwd, from);
  const short = relative(io.cwd, path);
  const outside = short.startsWith('..') || isAbsolute(short);
  return outside ? join(dirname(path), 'agreement.sla.yaml') : 'agreement.sla.yaml';
}

const failed = (findings: readonly Diagnostic[]): InitResult => ({
  agreement: null,
  written: [],
  decisions: [],
  findings: findings.map((finding) => ({ ...finding, fatal: true })),
  texts: {},
});

/** Whoever names an export alone means it as that. */
const exists = (file: string, from: readonly string[]): Diagnostic => ({
  rule: 'file-exists',
  severity: 'error',
  message: t`There already is a file "${file}", and init overwrites nothing`,
  help:
    from.length === 0 && !/\.ya?ml$/i.test(file)
      ? t`an export is named with --from: sla init --from ${typed(file)}`
      : t`name another: sla init --from EXPORT ${basename(file).replace(/\.sla\.yaml$/, '-2.sla.yaml')}, or see what it would write with --print`,
});

/** An export with a header and rows. */
async function sniffLeads(path: string, sheet: string | null, io: Io): Promise<Sniff | Diagnostic> {
  const found = await sniffFile(path, { sheet, personal: false }, io);
  if ('rule' in found) return found;
  const unread = unreadEncoding(found);
  if (unread !== null) return unread;
  if (found.headerLine === null) return noHeader(found);
  return found.rows === 0 ? noRows() : found;
}

const noRows = (): Diagnostic => ({
  rule: 'no-rows',
  severity: 'error',
  message: t`The export has a header and no rows: there is no past to propose targets from`,
  help: t`export it again with its rows, or write an agreement to fill in: sla init`,
  fatal: true,
});

const noHeader = ({ file }: Sniff): Diagnostic => ({
  rule: 'no-header',
  severity: 'error',
  message: t`No line of "${file}" looks like a header`,
  help: t`export it again with the names of the columns in the first line`,
});
