import { basename } from 'node:path';
import { mark, say, t } from '../../../messages/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { InitRequest } from '../../../model/init.ts';
import type { RoleName, Sniff, SniffColumn } from '../../../model/sniff.ts';
import { NOT_OF_LEADS } from '../../../sniff/header-words.ts';
import { fold } from '../../../sniff/roles.ts';
import { isDate, mappingOf, namedColumns } from './mapping.ts';
import { lacksOpening, ROW_KINDS, type RowColumns, type RowKind, rowColumns } from './rows.ts';

/** What rows are that are no leads: of the leads, of their own, or nothing that a promise is about. */
type Kind = 'leads' | 'of leads' | 'of others' | 'others' | RowKind['source'];

/** What rows are, by a word of the header that names them, or of the file; in the order in which they are tried. */
const KINDS: readonly (readonly [word: RegExp, what: string, kind: Kind])[] = [
  [
    /\b(?:lead|leads|prospects?|pistes?|contacts?|deals?|opportunit\w*|affaires?|mql|event uuid|kontakte?|interessenten|verkaufschancen?|contactos?|negocios?|tratos?|oportunidad\w*|affar[ei]|contatti|contatos?)\b/,
    '',
    'leads',
  ],
  [
    /\b(?:comments?|commentaires?|history|historique|historial|verlauf|storico|logs?|audit)\b/,
    mark`a history of something else`,
    'of others',
  ],
  [
    /\b(?:schedules?|polic(?:y|ies)|holidays?|settings?|horaires?|feries|time zones?)\b/,
    mark`settings`,
    'others',
  ],
  [
    /\b(?:tickets?|billets?|cases?|incidents?|issues?|reclamations?|stoe?rung(?:en)?|reklamation(?:en)?)\b/,
    ROW_KINDS.tickets.title,
    'tickets',
  ],
  [
    /\b(?:surveys?|enquetes?|satisfaction|nps|csat|umfragen?|zufriedenheit)\b/,
    ROW_KINDS.surveys.title,
    'surveys',
  ],
  [/\b(?:requests?|demandes?|anforderung(?:en)?)\b/, ROW_KINDS.requests.title, 'requests'],
  [/\b(?:actions?|decisions?|ma(?:ss|ß)nahmen?)\b/, ROW_KINDS.actions.title, 'actions'],
  [
    /\b(?:activit\w*|aktivitat\w*|actividad\w*|tasks?|taches?|aufgaben|events?|evenements?|calls?|appels?|anrufe|meetings?|emails?)\b/,
    mark`activities of sales`,
    'of leads',
  ],
  [
    /\b(?:accounts?|compan(?:y|ies)|societes?|entreprises?|organi[sz]ations?|unternehmen|firmen|empresas|aziende|bedrijven)\b/,
    mark`companies`,
    'others',
  ],
  [/\bcampaign members?\b|\bmembres? de campagne\b/, mark`members of campaigns`, 'of leads'],
  [/\bcampa(?:ign|gne)s?\b/, mark`campaigns`, 'others'],
  [/\b(?:users?|agents?|utilisateurs?|sales reps?|groups?)\b/, mark`people of your own`, 'others'],
];

/** Columns of whoever asks a firm for something, and of no colleague. */
const OF_LEADS: readonly RoleName[] = ['contacted', 'phone', 'email', 'source'];

const COLLEAGUE = /request(?:er|ed by)|demandeu[rs]e?|anforder(?:er|nde)|\binternal\b|\binterne\b/;

/** Whether requests come from outside: a lead asks too (`N° demande`). */
const isOfLeads = (kind: Kind, { columns }: Sniff): boolean =>
  kind === 'requests' &&
  columns.some(
    ({ name, role }) => OF_LEADS.some((each) => each === role?.name) && !COLLEAGUE.test(fold(name)),
  );

/** What the rows look like; null where nothing says it. */
function kindOfRows(
  sniff: Sniff,
  key: readonly SniffColumn[],
): { readonly what: string; readonly kind: Kind } | null {
  // A key of several columns, or one that is no id, says nothing of what its rows are.
  const [id] = key.length === 1 ? key : [];
  const header =
    id?.role?.name === 'id'
      ? fold(id.name)
          .replace(/\b(?:id|number|numero|no|key)\b/g, '')
          .trim()
      : '';
  const file = fold(basename(sniff.file).replace(/\.[a-z.]+$/i, ''));
  for (const name of [header, file]) {
    const found = KINDS.find(([word]) => word.test(name));
    if (found !== undefined) return { what: found[1], kind: found[2] };
  }
  return null;
}

/**
 * Rows that are no leads and of which nothing could be promised as leads: activities, companies, people of one's own,
 * and tickets of which no date tells how they went on. Null where somebody is asked, or has named a date of leads.
 */
export function noLeads(sniff: Sniff, request: DatesNamed, asked: boolean): Diagnostic | null {
  if (asked || isNamed(request)) return null;
  const id = sniff.columns.find(({ role }) => role?.name === 'id');
  const found = kindOfRows(sniff, id ? [id] : []);
  const isOpenEnded = found?.kind === 'tickets' && rowColumns(sniff, found.kind) === null;
  if (found === null || !(NOT_JUDGED.has(found.kind) || isOpenEnded)) return null;
  const other = namedColumns(sniff).find((column) => isDate(column) && !NOT_OF_LEADS.test(fold(column.name)));
  const date = lacksOpening(sniff) ? null : ((mappingOf(sniff).created ?? other)?.name ?? null);
  return {
    rule: 'no-leads',
    severity: 'error',
    message: t`"${sniff.file}" looks like ${say(found.what)}, and its rows are no leads`,
    help: [
      isOpenEnded ? lackOfTickets(sniff) : firstNamed(found.kind, sniff),
      ...(date === null
        ? []
        : [t`if each of its rows is a lead, name the date on which one came: --qualified "${date}"`]),
    ].join(t`; `),
    fatal: true,
  };
}

const NOT_JUDGED: ReadonlySet<Kind> = new Set<Kind>(['of leads', 'of others', 'others']);

/** Which dates an export of tickets lacks that something could be promised of them. */
const lackOfTickets = (sniff: Sniff): string =>
  lacksOpening(sniff)
    ? t`export them with the date on which each was opened: without it nothing can be promised of them`
    : t`export them with the date on which each was first answered or solved: without one of these nothing can be promised of them`;

/** Which export comes before it. */
const firstNamed = (kind: Kind, { file }: Sniff): string =>
  kind === 'of others'
    ? t`name the export of what it tells of first: sla init --from tickets.csv --from ${file}`
    : t`name the export of the leads first: sla init --from leads.csv --from ${file}`;

type DatesNamed = Pick<InitRequest, 'qualified' | 'contacted' | 'won'>;

const isNamed = ({ qualified, contacted, won }: DatesNamed): boolean =>
  [qualified, contacted, won].some((flag) => flag !== null);

/** Rows that look like something else than leads, which are judged as leads all the same: whoever reads it decides. */
export function notLeads(sniff: Sniff, key: readonly SniffColumn[]): readonly Diagnostic[] {
  const found = kindOfRows(sniff, key);
  if (found === null || found.kind === 'leads' || isOfLeads(found.kind, sniff)) return [];
  return [
    {
      rule: 'not-leads',
      severity: 'warning',
      message: t`"${sniff.file}" looks like ${say(found.what)}, and its rows are judged as leads`,
      help:
        found.kind === 'of leads'
          ? t`name the export of the leads first: sla init --from leads.csv --from ${sniff.file}`
          : t`name the export of the leads first; promises about other rows are written beside those of leads, as docs/agreement-language.md shows`,
    },
  ];
}

/**
 * Rows of their own that something can be promised about: what they are and their columns. Null for leads, and where
 * somebody names a date of leads.
 */
export function ownRows(
  sniff: Sniff,
  request: DatesNamed,
): { readonly kind: RowKind; readonly columns: RowColumns } | null {
  if (isNamed(request)) return null;
  const id = sniff.columns.find(({ role }) => role?.name === 'id');
  const kind = kindOfRows(sniff, id ? [id] : [])?.kind;
  const known =
    kind === undefined || isOfLeads(kind, sniff)
      ? undefined
      : Object.values(ROW_KINDS).find(({ source }) => source === kind);
  const columns = known ? rowColumns(sniff, known.source) : null;
  return known && columns ? { kind: known, columns } : null;
}
