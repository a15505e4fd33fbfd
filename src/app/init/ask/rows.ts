import { mark, t } from '../../../messages/index.ts';
import { ownId } from '../../../messages/own-ids.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import { NOT_OF_LEADS, said } from '../../../sniff/header-words.ts';
import { fold } from '../../../sniff/roles.ts';
import { isDate, namedColumns } from './mapping.ts';

/** Rows that are no leads and that teams promise each other something about. */
export interface RowKind {
  /** What the source is called. */
  readonly source: 'tickets' | 'requests' | 'actions' | 'surveys';
  /** What people call such rows. */
  readonly title: string;
  readonly owedBy: 'service' | 'marketing';
  /** The stages of such a row, by what tells them, with their titles. */
  readonly stages: Readonly<Record<'opened' | 'answered' | 'done', readonly [id: string, title: string]>>;
  /** What is promised of it; null where nothing is. */
  readonly sentences: {
    readonly answered: (limit: string) => string;
    readonly done: (limit: string) => string;
    readonly byDue: () => string;
  };
}

export const ROW_KINDS: Readonly<Record<RowKind['source'], RowKind>> = {
  tickets: {
    source: 'tickets',
    title: mark`tickets`,
    owedBy: 'service',
    stages: {
      opened: ['opened', mark`Ticket opened`],
      answered: ['answered', mark`First answer to the customer`],
      done: ['solved', mark`Ticket solved`],
    },
    sentences: {
      answered: (limit) => t`A ticket has its first answer within ${limit}`,
      done: (limit) => t`A ticket is solved within ${limit}`,
      byDue: () => t`A ticket is solved by the day that it says`,
    },
  },
  requests: {
    source: 'requests',
    title: mark`requests`,
    owedBy: 'marketing',
    stages: {
      opened: ['raised', mark`Request raised`],
      answered: ['answered', mark`Request answered`],
      done: ['done', mark`What was asked for is there`],
    },
    sentences: {
      answered: (limit) => t`What sales asks for is answered within ${limit}`,
      done: (limit) => t`What sales asks for is there within ${limit}`,
      byDue: () => t`What sales asks for is there by the day that it says`,
    },
  },
  actions: {
    source: 'actions',
    title: mark`actions that were decided`,
    owedBy: 'marketing',
    stages: {
      opened: ['decided', mark`Action decided`],
      answered: ['begun', mark`Action begun`],
      done: ['done', mark`Action done`],
    },
    sentences: {
      answered: (limit) => t`What was decided is begun within ${limit}`,
      done: (limit) => t`What was decided is done within ${limit}`,
      byDue: () => t`What was decided is done by the day that it says`,
    },
  },
  surveys: {
    source: 'surveys',
    title: mark`answers to a survey`,
    owedBy: 'marketing',
    stages: {
      opened: ['surveyed', mark`Survey answered`],
      answered: ['read', mark`Answer read`],
      done: ['closed', mark`Answer dealt with`],
    },
    sentences: {
      answered: (limit) => t`An answer to a survey is read within ${limit}`,
      done: (limit) => t`An answer to a survey is dealt with within ${limit}`,
      byDue: () => t`An answer to a survey is dealt with by the day that it says`,
    },
  },
};

/** The columns that tell the stages of a row, its deadline and what somebody thinks of it. */
export type RowColumns = {
  readonly opened: SniffColumn;
} & Readonly<Partial<Record<'answered' | 'done' | 'due' | 'score', SniffColumn>>>;

const FIELDS = {
  opened: 'opened_at',
  answered: 'answered_at',
  done: 'done_at',
  due: 'due_on',
  score: 'score',
} as const satisfies Readonly<Record<keyof RowColumns, string>>;

/** What an agreement calls the field of such a column. */
export const fieldOfRows = (which: keyof RowColumns): string => ownId(FIELDS[which]);

const DUE = said(
  '\\bdue\\b|deadline|promised|needed|wanted|target date',
  'echeance|\\bpromis\\b|^pour le\\b|^avant le\\b|date limite',
  'fallig|\\bfrist\\b|zieltermin|gewunscht|^bis(?: zum)?$',
  'vencimiento|fecha limite|para el$|scadenza|entro il$|uiterste datum|\\bprazo\\b',
);
const DONE = said(
  'solved|resolved|resolution|\\bclos(?:ed|e\\b)|complete|\\bdone\\b|finished|delivered',
  'resolu|cloture|\\bclos\\b|ferme|\\bfait\\b|termine|livre',
  'gelost|erledigt|geschlossen|behoben|geliefert',
  'resuelt|cerrad|risolt|chius|opgelost|afgerond|gesloten|resolvid|fechad|concluid',
);
const ANSWERED = said(
  'first (?:agent )?(?:e ?mail )?(?:response|reply|answer)|initial response|replied|responded|answered|acknowledged|begun|started',
  'premiere reponse|repondu|reponse|accuse de reception|commence',
  'erste (?:antwort|reaktion)|erst(?:antwort|reaktion)|beantwortet|begonnen',
  'primera respuesta|prima risposta|eerste (?:antwoord|reactie)|primeira resposta',
);
const OPENED = said(
  'creat|\\bopen|raised|request|submi|logged|decid|decision|received|^date\\b|timestamp|survey',
  'cree\\b|ouvert|demand|soumis|recu\\b|pose\\b|horodat',
  'erstellt|eroffnet|gemeldet|eingang|angelegt|angefordert|gestellt|beschlossen|zeitstempel|^datum$',
  'cread|abiert|creato|apert|aangemaakt|geopend|criad|abert',
);
const SCORE = /score|satisf|\bnote\b|rating|\bnps\b|\bcsat\b|\bavis\b|bewertung|zufriedenheit/;

/** Different values that a scale has at most. */
const LONGEST_SCALE = 11;

/**
 * The columns of rows that are no leads: the first that most rows fill and that says when a row came, and what
 * ends it. Null where nothing could be promised of them.
 */
export function rowColumns(sniff: Sniff, source: RowKind['source']): RowColumns | null {
  const { opened, answered, done, due } = datesOfRows(sniff);
  const score = namedColumns(sniff).find(
    ({ name, type, exact, distinct }) =>
      (type === 'integer' || type === 'decimal') &&
      SCORE.test(fold(name)) &&
      exact &&
      distinct <= LONGEST_SCALE,
  );
  // Whoever answers a survey begins it so; an answer to a ticket does not say when that was opened.
  const start = opened ?? (source === 'surveys' && score && answered ? answered : null);
  if (start === null || start.filled * 2 < sniff.rows) return null;
  if (!done && !score && (!answered || answered === start)) return null;
  return {
    opened: start,
    ...(answered && answered !== start ? { answered } : {}),
    ...(done ? { done } : {}),
    ...(done && due ? { due } : {}),
    ...(score ? { score } : {}),
  };
}

/** Whether no date says when a row came, though one says that it was answered or done. */
export function lacksOpening(sniff: Sniff): boolean {
  const { opened, answered, done } = datesOfRows(sniff);
  return opened === null && (answered !== undefined || done !== undefined);
}

function datesOfRows(sniff: Sniff) {
  const dates = namedColumns(sniff).filter((column) => isDate(column) && column.role?.name !== 'modified');
  const named = (word: RegExp, others: readonly RegExp[]) =>
    dates.find(({ name }) => word.test(fold(name)) && !others.some((other) => other.test(fold(name))));
  const due = named(DUE, []);
  const done = named(DONE, [DUE]);
  const answered = named(ANSWERED, [DUE, DONE]);
  const came = dates.filter(
    (column) =>
      column !== due && column !== done && column !== answered && !NOT_OF_LEADS.test(fold(column.name)),
  );
  const opened =
    came.find(({ name }) => OPENED.test(fold(name))) ?? (came.length === 1 ? came[0] : undefined) ?? null;
  return { opened, answered, done, due };
}
