import { openDuckDb } from '../../../engine/duckdb.ts';
import type { Engine } from '../../../engine/engine.ts';
import { t } from '../../../messages/index.ts';
import { whole } from '../../../messages/numbers.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Io } from '../../../model/io.ts';
import type { History, Sniff, SniffColumn } from '../../../model/sniff.ts';
import { type KeyMatch, matchKeys } from '../../../reading/matching-keys.ts';
import { openSource } from '../../../reading/open-source.ts';
import type { SourceFile } from '../../../reading/source-file.ts';
import { fieldOf } from '../../../report/sniff-fields.ts';
import { isUnique } from '../../../sniff/roles.ts';
import { sniffFile } from '../../sniff.ts';
import { type Mapping, namedColumns } from '../ask/mapping.ts';
import { unreadEncoding } from '../ask/unread-encoding.ts';
import { type ChosenRow, chosenRow } from './chosen-row.ts';
import { ENOUGH, evidenceOf, isContact, isKey, placeOf, withContacts } from './contacts.ts';
import { historyOf } from './history.ts';
import { sourceName } from './source-name.ts';
import { isLog, type Touch, touchOf } from './touch.ts';
import { joinedByCapitals, manyRows, unlinked } from './unjoined.ts';

/** Another export of the same leads. */
export interface More {
  /** Of the source in the agreement. */
  readonly name: string;
  readonly path: string;
  readonly sniff: Sniff;
  /** The column that holds the lead, or that the lead names, and the field of the leads that it equals. */
  readonly link: SniffColumn;
  readonly to: string;
  /** Column of the leads that names the row, where no column of the row names the lead; else null. */
  readonly ref: SniffColumn | null;
  /** `812 of 842 values of "mql_id" are leads of the first export` */
  readonly evidence: string;
  /** Columns of the leads of which the link equals one, by our names of their fields; the first is `to`. */
  readonly by: readonly { readonly name: string; readonly column: SniffColumn }[];
  /** Null where a lead has at most one row: then its fields join the lead's. */
  readonly touch: Touch | null;
  /** Of rows with two ends: in which state a lead was, from when to when; else null. */
  readonly history: History | null;
  /** Of several rows of a lead, which joins it: the date by which the first is taken, and the words of a win. */
  readonly one: ChosenRow | null;
}

export interface Leads {
  readonly path: string;
  /** Of a workbook. */
  readonly sheet: string | null;
  readonly sniff: Sniff;
  readonly mapping: Mapping;
}

/** What was found of exports beside that of the leads. */
export interface Others {
  readonly more: readonly More[];
  /** A problem for each that can't be used. */
  readonly refused: readonly Diagnostic[];
  /** Problems of the leads. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Other exports than that of the leads, each with the column that names the lead, by how many of its values
 * are leads.
 */
export async function readMore(leads: Leads, paths: readonly string[], io: Io): Promise<Others> {
  const more: More[] = [];
  const refused: Diagnostic[] = [];
  const engine = await openDuckDb(io);
  try {
    const ours = await openSource({
      file: leads.path,
      csv: leads.sniff.csv,
      files: io.files,
      engine,
      copy: 'leads',
      sheet: leads.sheet,
      within: leads.sheet,
    });
    if ('rule' in ours) return { more, refused, findings: [ours] };
    for (const path of paths) {
      // Its values are compared and never written, but for those that say how sales got in touch.
      const sniff = await sniffFile(path, { sheet: null, personal: true }, io);
      const names = new Set(['leads', ...more.map(({ name }) => name)]);
      const unread = 'rule' in sniff ? null : unreadEncoding(sniff);
      const found =
        'rule' in sniff
          ? sniff
          : unread !== null
            ? unread
            : await linked({ leads, ours, path, sniff, name: sourceName(path, names), engine, io });
      if ('rule' in found) refused.push(found);
      else more.push(found);
    }
  } finally {
    await engine.close();
  }
  return { more, refused, findings: [] };
}

/** How an export finds the leads. Long because the ways in which it may are tried one after the other. */
async function linked({
  leads,
  ours,
  path,
  sniff,
  name,
  engine,
  io,
}: {
  readonly leads: Leads;
  readonly ours: SourceFile;
  readonly path: string;
  readonly sniff: Sniff;
  readonly name: string;
  readonly engine: Engine;
  readonly io: Io;
}): Promise<More | Diagnostic> {
  const own = (['id', 'email'] as const).flatMap((role) => leads.mapping[role] ?? []);
  const contacts = namedColumns(leads.sniff).filter((column) => !own.includes(column) && isContact(column));
  const to = [...own, ...contacts];
  const from = sniff.headerLine === null ? [] : namedColumns(sniff).filter(isKey);
  if (from.length === 0) return unlinked(sniff);
  const theirs = await openSource({
    file: path,
    csv: sniff.csv,
    files: io.files,
    engine,
    copy: name,
    sheet: null,
  });
  if ('rule' in theirs) return theirs;
  const matches = await matchKeys(
    engine,
    { source: theirs, csv: sniff.csv, columns: from.map(placeOf) },
    { source: ours, csv: leads.sniff.csv, columns: to.map(placeOf) },
  );
  const best = bestOf(
    matches.filter((match) => own.some((column) => placeOf(column) === match.to)),
    sniff,
    leads.sniff,
  );
  let all = withContacts(best, matches, contacts);
  if (all.length === 0) {
    const sides = { leads, ours, theirs, sniff, engine };
    const named = await namedByLeads({ ...sides, base: { name, path, sniff } });
    if (named !== null) return named;
    all = await byCompany(sides);
  }
  const link = all[0] && sniff.columns[all[0].from];
  if (!all[0] || !link) return unlinked(sniff);
  const by = all.flatMap((match) => byOf(match, leads, name));
  const base = { name, path, sniff, link, by, to: by[0]?.name ?? 'id' };
  const alone = { ref: null, one: null, touch: null, history: null };
  const isOfFirm = by[0] !== undefined && by[0].column === leads.mapping.company;
  const [{ rows, values, found }] = [all[0]];
  const told = t`${whole(found)} of ${whole(values)} values of "${link.name}" are leads of the first export`;
  const evidence = isOfFirm
    ? t`${told}, by the name of their firm alone: two leads of one firm would share its rows`
    : told;
  const history = best === null ? null : historyOf(sniff);
  if (history !== null && link !== history.status)
    return { ...base, ...alone, by: by.slice(0, 1), evidence, history };
  const isOne = all.length === 1 && (best !== null || isOfFirm);
  const touch = touchOf(sniff, link);
  if (isOne && rows === values && (touch === null || !isLog(touch)))
    return joinedByCapitals(all[0], link) ?? { ...base, ...alone, evidence };
  if (touch !== null) return { ...base, ...alone, evidence: evidenceOf(all, by, link), touch };
  const one = isOne ? chosenRow(sniff) : null;
  if (!one) return manyRows(sniff, link);
  return { ...base, ...alone, by: by.slice(0, 1), evidence: severalText(evidence, rows, values), one };
}

/** The fields of the leads that hold what a column of another export holds. */
function byOf({ to }: KeyMatch, { mapping, sniff }: Leads, name: string): More['by'] {
  const column = sniff.columns[to];
  if (!column) return [];
  if (column.position === mapping.id?.position) return [{ name: 'id', column }];
  if (column.position === mapping.email?.position) return [{ name: fieldOf('email'), column }];
  if (column.position === mapping.company?.position) return [{ name: fieldOf('company'), column }];
  return [{ name: `contact_${name.replaceAll('-', '_')}`, column }];
}

const severalText = (evidence: string, rows: number, values: number): string =>
  t`${evidence}; ${whole(rows - values)} rows more are of leads that have one already`;

/** The name of the firm, where nothing else is in both tables and no two leads are of one firm. */
async function byCompany({
  leads,
  ours,
  theirs,
  sniff,
  engine,
}: {
  readonly leads: Leads;
  readonly ours: SourceFile;
  readonly theirs: SourceFile;
  readonly sniff: Sniff;
  readonly engine: Engine;
}): Promise<readonly KeyMatch[]> {
  const { company } = leads.mapping;
  const from = namedColumns(sniff).filter((column) => column.type === 'text' && isKey(column));
  if (!company || !isUnique({ ...company, blank: 0 }) || from.length === 0) return [];
  const matches = await matchKeys(
    engine,
    { source: theirs, csv: sniff.csv, columns: from.map(placeOf) },
    { source: ours, csv: leads.sniff.csv, columns: [placeOf(company)] },
  );
  const best = bestOf(matches, sniff, leads.sniff);
  return best === null ? [] : [best];
}

/** Where the leads name the row: `Converted Deal.id`, `ConvertedOpportunityId`. */
async function namedByLeads({
  leads,
  ours,
  theirs,
  sniff,
  engine,
  base,
}: {
  readonly leads: Leads;
  readonly ours: SourceFile;
  readonly theirs: SourceFile;
  readonly sniff: Sniff;
  readonly engine: Engine;
  readonly base: Pick<More, 'name' | 'path' | 'sniff'>;
}): Promise<More | null> {
  const own = [leads.mapping.id, leads.mapping.email];
  const refs = namedColumns(leads.sniff).filter((column) => isKey(column) && !own.includes(column));
  const keys = namedColumns(sniff).filter(isUnique);
  if (refs.length === 0 || keys.length === 0) return null;
  const matches = await matchKeys(
    engine,
    { source: ours, csv: leads.sniff.csv, columns: refs.map(placeOf) },
    { source: theirs, csv: sniff.csv, columns: keys.map(placeOf) },
  );
  const [best] = matches
    .filter(({ found, values }) => found > 0 && found >= values * ENOUGH)
    .sort((a, b) => b.found - a.found);
  const [ref, link] = [best && leads.sniff.columns[best.from], best && sniff.columns[best.to]];
  if (!best || !ref || !link) return null;
  const evidence = t`${whole(best.found)} of ${whole(best.values)} values of "${ref.name}" of the leads are rows of it`;
  const to = `ref_${base.name.replaceAll('-', '_')}`;
  return {
    ...base,
    link,
    to,
    by: [{ name: to, column: ref }],
    ref,
    evidence,
    touch: null,
    history: null,
    one: null,
  };
}

/** A header that says what it refers to counts as much as a few chance matches of numbers. */
const SAME_HEADER = 0.5;
const LEAD_HEADER = 0.3;

/** The most values found, under the header that fits best; of equals the lead's own key. */
function bestOf(matches: readonly KeyMatch[], { columns }: Sniff, leads: Sniff): KeyMatch | null {
  const share = ({ found, values }: KeyMatch): number => found / values;
  const score = (match: KeyMatch): number => {
    const name = lettersOf(columns[match.from]?.name ?? '');
    if (name === lettersOf(leads.columns[match.to]?.name ?? '')) return share(match) + SAME_HEADER;
    return share(match) + (/lead|mql|piste|prospect/.test(name) ? LEAD_HEADER : 0);
  };
  const [best] = matches
    .filter((match) => match.values > 0 && share(match) >= ENOUGH && columns[match.from] !== undefined)
    .sort((a, b) => score(b) - score(a) || b.found - a.found || a.to - b.to);
  return best ?? null;
}

const lettersOf = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
