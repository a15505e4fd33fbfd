import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import { isDate, namedColumns } from '../ask/mapping.ts';

/** How an export of activities tells that sales tried to reach a lead. */
export interface Touch {
  readonly at: SniffColumn;
  readonly kind: SniffColumn | null;
  /** Values of `kind` that are an attempt to reach somebody; all where none is told apart. */
  readonly kinds: readonly string[];
  readonly by: SniffColumn | null;
  /** Values of `by` that are nobody. */
  readonly machines: readonly string[];
}

/** Headers of a date on which somebody did something. */
const DONE =
  /activit|aktivit|activid|attivit|ativid|call|appel|anruf|llamada|chiamata|gebeld|gesprek|ligac|telefon|kontakt|contact|polaczen|połączen|架電|電話|通話|連絡|対応|звон|event|start|debut|beginn|inicio|done|completed|erledigt|abgeschlossen|sent|envoye|gesendet/i;

const AT = [DONE, /^date\b|date$|^le\b|time|heure|^datum\b|datum$|^fecha\b|^data\b|zeit/i];

const KIND = /type|kind|nature|channel|canal|\btyp\b|tipo|\bart\b|soort|rodzaj|種別|種類|тип/i;

const BY =
  /created by|^by$|^par$|owner|user|agent|auteur|author|cree par|créé par|erstellt von|besitzer|inhaber|benutzer|propietario|proprietario|usuario|utente|eigenaar/i;

const ATTEMPT =
  /call|appel|phone|tel|mail|courriel|meeting|reunion|réunion|rendez|\brdv\b|visit|sms|message|demo|anruf|besuch|besprechung|nachricht|llamada|correo|mensaje|chiamata|gesprek|afspraak|ligação|ligacao/i;

const MACHINE = /automat|workflow|\bbot\b|system|système|robot|marketing|integration|sequence/i;

/** Null where no date says when something was done, or where its rows are deals or states rather than activities. */
export function touchOf(sniff: Sniff, link: SniffColumn): Touch | null {
  const others = namedColumns(sniff).filter((column) => column !== link);
  if (others.some(({ role }) => role?.name === 'won' || role?.name === 'amount')) return null;
  // What is planned, or moves, has not been done.
  const dates = others.filter((column) => isDate(column) && column.format !== null && !isPlanned(column));
  const at =
    AT.flatMap((words) => dates.filter(({ name }) => words.test(name)))[0] ??
    dates.find(({ role }) => role?.name !== 'modified');
  if (!at) return null;
  const kind =
    others.find(({ name, type, values }) => KIND.test(name) && type === 'text' && values.length > 0) ?? null;
  // Since when something is in a state says nothing of who did what.
  const hasState = others.some(({ role, type }) => role?.name === 'status' && type === 'text');
  if (hasState && kind === null && !DONE.test(at.name)) return null;
  const by = others.find(({ name, type }) => BY.test(name) && type === 'text') ?? null;
  return {
    at,
    kind,
    kinds: (kind?.values ?? []).map(({ value }) => value).filter((value) => ATTEMPT.test(value)),
    by,
    machines: (by?.values ?? []).map(({ value }) => value).filter((value) => MACHINE.test(value)),
  };
}

/** Whether its date says so much of a deed of sales that a row is an activity, though each lead has one at most. */
export const isLog = ({ at }: Touch): boolean => at.role?.name === 'contacted' || DONE.test(at.name);

/** By its header: an event to come. */
export const isPlanned = ({ name }: SniffColumn): boolean =>
  /\bdue\b|due ?date|next|expected|planned|scheduled|echeance|échéance|prochain|prevu|prévu|fällig|geplant|nächste|previst|próxim|vencimiento|scadenza|gepland/i.test(
    name,
  );
