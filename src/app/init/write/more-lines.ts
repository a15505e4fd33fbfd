import { t } from '../../../messages/index.ts';
import { figure } from '../../../messages/numbers.ts';
import { ownId } from '../../../messages/own-ids.ts';
import type { History, RoleName, Sniff, SniffColumn } from '../../../model/sniff.ts';
import { stateLines } from '../../../report/history-lines.ts';
import { fieldName, fieldOf, fieldText, yaml } from '../../../report/sniff-fields.ts';
import type { Touch } from '../propose/touch.ts';
import type { Draft } from './draft-parts.ts';
import { oneLine } from './one-line.ts';
import { zoneLine } from './zone-line.ts';

/** The columns of a table that joins the leads, as far as something reads them. */
const joinedColumns = ({ name }: Draft['more'][number], draft: Draft): readonly SniffColumn[] =>
  (Object.entries(draft.mapping) as [RoleName, SniffColumn][])
    .filter(([role]) => draft.elsewhere[role] === name && draft.used.has(role))
    .map(([, column]) => column);

/** Fields of the leads by which other sources find them, beside those that are there anyway. */
export function refLines(draft: Draft): readonly string[] {
  const there = (Object.entries(draft.mapping) as [RoleName, SniffColumn][])
    .filter(([role]) => role === 'id' || (draft.used.has(role) && draft.elsewhere[role] === undefined))
    .map(([role]) => fieldOf(role));
  const lines = draft.more
    .filter((more) => isWritten(more, draft))
    .flatMap(({ by, ref, name }) =>
      by
        .filter((field) => !there.includes(field.name))
        .map(({ name: field, column }) =>
          ref === null
            ? `      ${field}: { column: ${yaml(column.name)}, personal: true } # ${t`what "${name}" calls a lead by`}`
            : `      ${field}: ${yaml(column.name)} # ${t`names the row of "${name}"`}`,
        ),
    );
  return [...new Map(lines.map((line) => [line.split(':')[0], line])).values()];
}

/** Whether something reads a source. */
const isWritten = (more: Draft['more'][number], draft: Draft): boolean =>
  draft.touches === more.name || draft.pauses === more.name || joinedColumns(more, draft).length > 0;

/** The columns that choose one row of a lead, by our names of their fields: those that are written anyway have one. */
function chosenColumns(
  { one }: Draft['more'][number],
  written: readonly SniffColumn[],
): readonly { readonly field: string; readonly column: SniffColumn }[] {
  if (one === null) return [];
  const named = (column: SniffColumn, otherwise: string) => ({
    field: written.includes(column) ? fieldName(column) : otherwise,
    column,
  });
  const words = one.status !== null && one.won.length > 0 ? [named(one.status, ownId('deal_status'))] : [];
  return [named(one.at, ownId('deal_closed_at')), ...words];
}

/** A source beside the leads, and how its rows find them. */
export function moreLines(more: Draft['more'][number], draft: Draft): readonly string[] {
  const { name, sniff, link, to, by, evidence, files, history } = more;
  if (history !== null && draft.pauses === name) return heldLines(more, history, draft);
  // Activities that no promise counts are nothing to read.
  const touch = draft.touches === name ? more.touch : null;
  const columns =
    touch === null
      ? joinedColumns(more, draft)
      : [touch.at, touch.kind, touch.by].filter((column) => column !== null);
  if (columns.length === 0)
    return ['', `  # ${t`${oneLine(sniff.file)}: ${oneLine(evidence)}; nothing below needs it`}`];
  const nulls = [...new Set(columns.flatMap((column) => Object.keys(column.nulls)))];
  const chosen = chosenColumns(more, columns);
  return [
    `  ${name}: # ${touch === null ? t`at most one row a lead: its fields join the lead` : t`many rows a lead: what was done`}`,
    `    files: ${yaml(files)}`,
    ...csvLine(sniff),
    zoneLine(columns, draft.timezone),
    ...(nulls.length > 0 ? [`    nulls: [${nulls.map(yaml).join(', ')}]`] : []),
    ...rejectedLines(draft.maxRejected[name], touch === null ? undefined : link.blank),
    touch === null
      ? `    joins: { ${yaml(link.name)}: ${to} } # ${oneLine(evidence)}`
      : `    lead: ${leadText(link, by)} # ${oneLine(evidence)}`,
    ...(touch === null ? chosenLines(more, chosen) : []),
    '    fields:',
    ...(touch === null
      ? [
          ...columns.map((column) => `      ${fieldName(column)}: ${fieldText(column)}`),
          ...chosen
            .filter(({ column }) => !columns.includes(column))
            .map(({ field, column }) => `      ${field}: ${fieldText(column)}`),
        ]
      : touchLines(touch)),
  ];
}

/** A source while whose rows last clocks stand still. */
const heldLines = (
  { name, sniff, link, by, evidence, files }: Draft['more'][number],
  history: History,
  { timezone, maxRejected }: Draft,
): readonly string[] => [
  `  ${name}: # ${t`many rows a lead: in which state it was, from when to when`}`,
  `    files: ${yaml(files)}`,
  ...csvLine(sniff),
  zoneLine(sniff.columns, timezone),
  ...rejectedLines(maxRejected[name], link.blank),
  `    lead: ${leadText(link, by)} # ${oneLine(evidence)}`,
  ...stateLines(history),
];

/** Activities hold the id of the lead, or what another of its fields holds, or one or the other. */
function leadText(link: SniffColumn, by: Draft['more'][number]['by']): string {
  const names = by.map(({ name }) => name);
  if (names.length === 1 && names[0] === 'id') return yaml(link.name);
  return `{ ${yaml(link.name)}: ${names.length === 1 ? names[0] : `[${names.join(', ')}]`} }`;
}

/** The rule by which one of several rows of a lead joins it. */
function chosenLines(
  { one }: Draft['more'][number],
  [at, status]: ReturnType<typeof chosenColumns>,
): readonly string[] {
  if (one === null || at === undefined) return [];
  const prefer = status ? `, prefer: { ${status.field}: [${one.won.map(yaml).join(', ')}] }` : '';
  return [
    `    one_per_lead: { first: ${at.field}${prefer} } # ${t`of several rows of a lead one counts: is this the rule that you mean?`}`,
  ];
}

function touchLines({ at, kind, by, machines }: Touch): readonly string[] {
  const who = by === null ? null : `${ownId('by')}: { column: ${yaml(by.name)}, personal: true }`;
  // Personal data that nothing reads is not mapped.
  const idle = t`to leave somebody out: touches: { ${ownId('by')}: { not: [...] } }`;
  return [
    `      at: ${fieldText(at)} # ${oneLine(at.evidence)}`,
    ...(kind === null ? [] : [`      ${ownId('kind')}: ${yaml(kind.name)}`]),
    ...(who === null ? [] : [machines.length > 0 ? `      ${who}` : `      # ${oneLine(who)} # ${idle}`]),
  ];
}

export function csvLine({ csv, evidence }: Sniff): readonly string[] {
  const { delimiter, encoding, quote, skip } = csv;
  const parts = [
    delimiter === ',' ? null : `delimiter: ${delimiter === '\t' ? 'tab' : `"${delimiter}"`}`,
    quote === '"' ? null : `quote: "${quote}"`,
    encoding === 'utf-8' ? null : `encoding: ${encoding}`,
    skip === 0 ? null : `skip: ${skip}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? [`    csv: { ${parts.join(', ')} } # ${evidence.delimiter}`] : [];
}

/** `blank`: rows that name no lead. */
export function rejectedLines(percent: number | undefined, blank = 0): readonly string[] {
  if (percent === undefined) return [];
  if (blank > 0)
    return [
      `    max_rejected: ${percent}% # ${t`the usual limit is 1%: ${figure(blank)} rows name no lead`}`,
    ];
  return [
    `    max_rejected: ${percent}% # ${t`the usual limit is 1%: this export has more rows that can not be read`}`,
  ];
}
