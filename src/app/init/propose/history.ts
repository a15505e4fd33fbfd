import { basename } from 'node:path';
import { openDuckDb } from '../../../engine/duckdb.ts';
import { t } from '../../../messages/index.ts';
import { whole } from '../../../messages/numbers.ts';
import type { Io } from '../../../model/io.ts';
import type { History, LinkedHistory, Sniff, SniffColumn } from '../../../model/sniff.ts';
import { type KeyMatch, matchKeys } from '../../../reading/matching-keys.ts';
import { openSource } from '../../../reading/open-source.ts';
import { fold } from '../../../sniff/roles.ts';
import { isDate, namedColumns } from '../ask/mapping.ts';
import { ENOUGH, isKey, placeOf } from './contacts.ts';

/** An export whose rows have a key of one column. */
export interface Keyed {
  readonly path: string;
  readonly sheet: string | null;
  readonly sniff: Sniff;
  readonly key: SniffColumn;
}

/** Words of headers and of cells in English, French, German, Spanish, Italian, Dutch and Portuguese, in this order. */
const FROM = wordsOf(
  'from since start starts started begin begins began entered entry',
  'de depuis debut entre entree',
  'von seit beginn beginnt eintritt',
  'desde inicio entrada',
  'dal da inizio entrato entrata',
  'van vanaf sinds start begin',
);
const TO = wordsOf(
  'to until end ends ended left exit exited',
  'a au jusqu fin sorti sortie quitte',
  'bis ende austritt',
  'hasta salida',
  'al fino fine uscito uscita',
  'tot einde eind',
  'ate fim termino saida',
);
const STATUS = wordsOf(
  'status state stage phase',
  'statut etat etape',
  'zustand stufe stadium',
  'estado etapa fase situacion situacao',
  'stato situazione',
);
const HOLD = wordsOf(
  'hold pending waiting awaiting pause paused suspended',
  'attente suspendu suspendue',
  'wartet warten wartend pausiert angehalten',
  'espera esperando pendiente pausado pausada suspendido suspendida',
  'attesa pausa sospeso sospesa',
  'wacht wachten wachtend gepauzeerd aangehouden',
  'aguardando aguarda pendente suspenso suspensa',
);

function wordsOf(...languages: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${languages.join(' ').split(' ').join('|')})\\b`);
}

/** Null where no two dates, each of a format that is sure, are the ends of something. */
export function historyOf(sniff: Sniff): History | null {
  const columns = namedColumns(sniff);
  const dates = columns.filter((column) => isDate(column) && column.format !== null);
  const from = dates.find(({ name }) => FROM.test(fold(name)));
  const to = dates.find((column) => column !== from && TO.test(fold(column.name)));
  if (!from || !to || from.filled < to.filled) return null;
  const words = columns.filter(({ type, values }) => type === 'text' && values.length > 0);
  const holdsOf = (column: SniffColumn) =>
    column.values.map(({ value }) => value).filter((value) => HOLD.test(fold(value)));
  const status =
    words.find((column) => column.role?.name === 'status' || STATUS.test(fold(column.name))) ??
    words.find((column) => holdsOf(column).length > 0) ??
    null;
  return { from, to, status, holds: status === null ? [] : holdsOf(status) };
}

/** Of some exports those that are histories of the rows of one, each in its place; null for what is none. */
export async function historiesOf(
  rows: Keyed,
  others: readonly { readonly path: string; readonly sniff: Sniff }[],
  io: Io,
): Promise<readonly (LinkedHistory | null)[]> {
  const found = others.map(({ sniff }) => historyOf(sniff));
  if (found.every((history) => history === null)) return found.map(() => null);
  const engine = await openDuckDb(io);
  const opened = (
    { path, sniff }: { readonly path: string; readonly sniff: Sniff },
    copy: string,
    sheet: string | null,
  ) => openSource({ file: path, csv: sniff.csv, files: io.files, engine, copy, sheet, within: sheet });
  try {
    const ours = await opened(rows, 'keyed', rows.sheet);
    if ('rule' in ours) return found.map(() => null);
    const to = { source: ours, csv: rows.sniff.csv, columns: [placeOf(rows.key)] };
    const linked: (LinkedHistory | null)[] = [];
    for (const [i, other] of others.entries()) {
      const history = found[i] ?? null;
      const keys = namedColumns(other.sniff).filter((column) => isKey(column) || column.role?.name === 'id');
      const theirs = history === null || keys.length === 0 ? null : await opened(other, `history${i}`, null);
      if (history === null || theirs === null || 'rule' in theirs) linked.push(null);
      else {
        const from = { source: theirs, csv: other.sniff.csv, columns: keys.map(placeOf) };
        linked.push(linkedBy(await matchKeys(engine, from, to), history, other.sniff, rows));
      }
    }
    return linked;
  } finally {
    await engine.close();
  }
}

function linkedBy(
  matches: readonly KeyMatch[],
  history: History,
  sniff: Sniff,
  rows: Keyed,
): LinkedHistory | null {
  const [best] = matches
    .filter(({ values, found }) => found > 0 && found >= values * ENOUGH)
    .sort((a, b) => b.found / b.values - a.found / a.values || b.found - a.found);
  const link = best && sniff.columns[best.from];
  if (!best || !link || link === history.status) return null;
  const [n, all, file] = [whole(best.found), whole(best.values), basename(rows.sniff.file)];
  return { ...history, link, evidence: t`${n} of ${all} values of "${link.name}" are rows of "${file}"` };
}
