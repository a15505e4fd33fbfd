import { say, t } from '../../../messages/index.ts';
import { ownId, ownSource } from '../../../messages/own-ids.ts';
import type { LinkedHistory, Sniff, SniffColumn } from '../../../model/sniff.ts';
import { historyLines } from '../../../report/history-lines.ts';
import { fieldOf, fieldText, yaml } from '../../../report/sniff-fields.ts';
import { fieldOfRows, type RowColumns, type RowKind } from '../ask/rows.ts';
import type { RowPromises } from '../propose/rows.ts';
import { calendar } from './draft.ts';
import type { Draft } from './draft-parts.ts';
import { keyLines } from './key-lines.ts';
import { csvLine, rejectedLines } from './more-lines.ts';
import { oneLine } from './one-line.ts';
import { headLines, partyLines } from './opening.ts';
import { zoneLine } from './zone-line.ts';

/** All that an agreement about rows that are no leads says. */
export interface RowsDraft
  extends RowPromises,
    Pick<
      Draft,
      | 'title'
      | 'timezone'
      | 'hours'
      | 'holidays'
      | 'files'
      | 'sheet'
      | 'key'
      | 'isKeyChosen'
      | 'effective'
      | 'left'
    > {
  readonly sniff: Sniff;
  readonly kind: RowKind;
  readonly columns: RowColumns;
  /** Percent, where it is more than the usual limit. */
  readonly maxRejected: number | undefined;
  /** The column of the latest change, where rows of one key differ; else null. */
  readonly modified: SniffColumn | null;
  /** What happened to the rows: each with the name of its source, and its path from the agreement's folder. */
  readonly histories: readonly {
    readonly history: LinkedHistory;
    readonly sniff: Sniff;
    readonly name: string;
    readonly files: string;
  }[];
}

/** The agreement as text, in the order in which it is read. */
export function rowsText(draft: RowsDraft): string {
  const { kind, sniff, columns, objectives, commitments } = draft;
  const named = keyLines(draft.key, [], { isOfLeads: false, isChosen: draft.isKeyChosen });
  return [
    ...headLines({
      about: [
        t`A first agreement on ${say(kind.title)}, proposed from ${oneLine(sniff.file)}: each row is a case, and no lead.`,
        t`Who owes whom is a guess. The targets are what your own past reached: talk about both before anybody signs.`,
      ],
      ...{ title: draft.title, effective: draft.effective, timezone: draft.timezone },
      why: t`the first month of the export`,
    }),
    ...partyLines(kind.owedBy === 'service'),
    ...(commitments.some((text) => text.includes(`calendar: ${ownId('office')}`))
      ? ['', ...calendar(draft)]
      : []),
    '',
    'sources:',
    `  ${ownSource(kind.source)}: # ${t`rows of their own, with a key: promises about them need no leads`}`,
    `    files: ${yaml(draft.files)}`,
    ...(draft.sheet === null
      ? []
      : [`    ${sniff.packed === 'duckdb' ? 'table' : 'sheet'}: ${yaml(draft.sheet)}`]),
    ...csvLine(sniff),
    zoneLine(sniff.columns, draft.timezone, t`whose clock the times of the export show`),
    ...rejectedLines(draft.maxRejected),
    ...(draft.modified === null
      ? []
      : [
          `    duplicates: latest # ${t`an id comes several times: the latest row counts`}`,
          `    modified: ${fieldOf('modified')}`,
        ]),
    named.key,
    '    fields:',
    ...(draft.key.length === 1 && draft.key[0] ? [`      id: ${keyText(draft.key[0])}`] : []),
    ...named.fields,
    ...fieldLines(columns),
    ...(draft.modified === null ? [] : [`      ${fieldOf('modified')}: ${fieldText(draft.modified)}`]),
    ...draft.histories.flatMap((each) => heldLines(each, draft)),
    '',
    `stages: # ${t`the moments both teams mean when they use these words`}`,
    ...stageLines(kind, columns),
    ...(objectives.length > 0 ? ['', 'objectives:', objectives.join('\n\n')] : []),
    ...(commitments.length > 0 ? ['', 'commitments:', commitments.join('\n\n')] : []),
    ...(draft.left.length > 0 ? ['', ...draft.left.map((why) => `  # ${oneLine(why, 500)}`)] : []),
    '',
  ].join('\n');
}

/** A source of what happened to the rows, with what says so. */
function heldLines(
  { name, files, sniff, history }: RowsDraft['histories'][number],
  { kind, timezone }: RowsDraft,
): readonly string[] {
  return [
    `  ${name}: # ${t`many rows each: in which state they were, from when to when`}`,
    `    files: ${yaml(files)}`,
    ...csvLine(sniff),
    zoneLine(sniff.columns, timezone),
    ...historyLines(ownSource(kind.source), history),
  ];
}

/** As it stands in the export: it is a name here. */
const keyText = (column: SniffColumn): string => fieldText({ ...column, type: 'text' });

function fieldLines({ opened, answered, done, due, score }: RowColumns): readonly string[] {
  const line = (name: keyof RowColumns, column: SniffColumn | undefined) =>
    column ? [`      ${fieldOfRows(name)}: ${fieldText(column)} # ${oneLine(column.evidence)}`] : [];
  return [
    ...line('opened', opened),
    ...line('answered', answered),
    ...line('done', done),
    ...line('due', due),
    ...(score
      ? [
          `      ${fieldOfRows('score')}: { column: ${yaml(score.name)}, type: ${score.type}${decimalOf(score)} }`,
        ]
      : []),
  ];
}

const decimalOf = ({ type, decimal }: SniffColumn): string =>
  type === 'decimal' && decimal === ',' ? ', decimal: ","' : '';

function stageLines({ stages }: RowKind, columns: RowColumns): readonly string[] {
  return (['opened', 'answered', 'done'] as const).flatMap((which) => {
    const [id, title] = stages[which];
    return columns[which]
      ? [`  ${ownId(id)}: { at: ${fieldOfRows(which)}, title: ${yaml(say(title))} }`]
      : [];
  });
}
