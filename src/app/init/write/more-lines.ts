import { t } from '../../../messages/index.ts';
import { figure } from '../../../messages/numbers.ts';
import type { RoleName, Sniff, SniffColumn } from '../../../model/sniff.ts';
import { fieldName, fieldText, yaml } from '../../../report/sniff-fields.ts';
import type { Touch } from '../propose/touch.ts';
import type { Draft } from './draft-parts.ts';
import { oneLine } from './one-line.ts';

/** The columns of a table that joins the leads, as far as something reads them. */
const joinedColumns = ({ name }: Draft['more'][number], draft: Draft): readonly SniffColumn[] =>
  (Object.entries(draft.mapping) as [RoleName, SniffColumn][])
    .filter(([role]) => draft.elsewhere[role] === name && draft.used.has(role))
    .map(([, column]) => column);

/** Fields of the leads that name the row of another source. */
export const refLines = (draft: Draft): readonly string[] =>
  draft.more.flatMap((more) =>
    more.ref === null || joinedColumns(more, draft).length === 0
      ? []
      : [`      ${more.to}: ${yaml(more.ref.name)} # ${t`names the row of "${more.name}"`}`],
  );

/** A source beside the leads, and how its rows find them. */
export function moreLines(more: Draft['more'][number], draft: Draft): readonly string[] {
  const { name, sniff, link, to, evidence, files } = more;
  // Activities that no promise counts are nothing to read.
  const touch = draft.touches === name ? more.touch : null;
  const columns =
    touch === null
      ? joinedColumns(more, draft)
      : [touch.at, touch.kind, touch.by].filter((column) => column !== null);
  if (columns.length === 0)
    return ['', `  # ${t`${oneLine(sniff.file)}: ${oneLine(evidence)}; nothing below needs it`}`];
  const nulls = [...new Set(columns.flatMap((column) => Object.keys(column.nulls)))];
  return [
    `  ${name}: # ${touch === null ? t`at most one row a lead: its fields join the lead` : t`many rows a lead: what was done`}`,
    `    files: ${yaml(files)}`,
    ...csvLine(sniff),
    `    timezone: ${draft.timezone}`,
    ...(nulls.length > 0 ? [`    nulls: [${nulls.map(yaml).join(', ')}]`] : []),
    ...rejectedLines(draft.maxRejected[name], touch === null ? undefined : link.blank),
    touch === null
      ? `    joins: { ${yaml(link.name)}: ${to} } # ${oneLine(evidence)}`
      : `    lead: ${yaml(link.name)} # ${oneLine(evidence)}`,
    '    fields:',
    ...(touch === null
      ? columns.map((column) => `      ${fieldName(column)}: ${fieldText(column)}`)
      : touchLines(touch)),
  ];
}

function touchLines({ at, kind, by, machines }: Touch): readonly string[] {
  const who = by === null ? null : `by: { column: ${yaml(by.name)}, personal: true }`;
  // Personal data that nothing reads is not mapped.
  const idle = t`to leave somebody out: touches: { by: { not: [...] } }`;
  return [
    `      at: ${fieldText(at)} # ${oneLine(at.evidence)}`,
    ...(kind === null ? [] : [`      kind: ${yaml(kind.name)}`]),
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
