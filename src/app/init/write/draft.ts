import { mark, say, t } from '../../../messages/index.ts';
import { figure } from '../../../messages/numbers.ts';
import { ownId } from '../../../messages/own-ids.ts';
import type { RoleName, SniffColumn } from '../../../model/sniff.ts';
import { fieldName, fieldOf, fieldText, yaml } from '../../../report/sniff-fields.ts';
import { onlyAccepted } from '../ask/mapping.ts';
import { twinLines } from '../ask/twins.ts';
import { wonValues } from '../ask/won.ts';
import type { Draft } from './draft-parts.ts';
import { keyLines } from './key-lines.ts';
import { csvLine, moreLines, refLines, rejectedLines } from './more-lines.ts';
import { oneLine } from './one-line.ts';
import { headLines, partyLines } from './opening.ts';
import { profileLines } from './profile.ts';
import { wordLines } from './words.ts';
import { zoneLine } from './zone-line.ts';

const STAGES: readonly (readonly [role: RoleName, title: string])[] = [
  ['created', mark`Lead created`],
  ['qualified', mark`Lead handed to sales`],
  ['contacted', mark`First contact by sales`],
  ['answered', mark`Accepted or refused by sales`],
  ['won', mark`Customer`],
];

/** The title of the answer where the export tells of no refusal. */
const ACCEPTED = mark`Accepted by sales`;

/**
 * The agreement as text, with what each line rests on. Long because it is one text, in the order in which it
 * is read.
 */
export function draftText(draft: Draft): string {
  const { sniff, mapping, used } = draft;
  const columns = (Object.entries(mapping) as [RoleName, SniffColumn][])
    .filter(([role]) => used.has(role) && draft.elsewhere[role] === undefined)
    .sort(([, a], [, b]) => a.position - b.position);
  const named = keyLines(
    draft.key,
    columns.map(([, column]) => column),
    { isChosen: draft.isKeyChosen },
  );
  const stages = STAGES.filter(([role]) => used.has(role) && mapping[role]);
  const values = draft.wonWords ?? wonValues(mapping);
  // Of a closing, won or lost alike, only the won ones count.
  const when =
    values.length === 0 ? '' : `when: { ${fieldOf('status')}: [${values.map(yaml).join(', ')}] }, `;
  const accepted = onlyAccepted(mapping);
  const whys: Readonly<Partial<Record<RoleName, string | null>>> = {
    won: [draft.notWon, draft.undatedWins].flatMap((why) => why ?? []).join('; ') || null,
    answered: accepted
      ? t`its header "${mapping.answered?.name ?? ''}" says when sales took the lead: one that they refused has no date, and counts as late`
      : null,
    [draft.start]: draft.startWhy,
  };
  const note = (role: RoleName): string => (whys[role] ? ` # ${oneLine(whys[role])}` : '');
  const nulls = [...new Set(columns.flatMap(([, column]) => Object.keys(column.nulls)))];
  return [
    ...headLines({
      about: [
        t`A first agreement between marketing and sales, proposed from ${oneLine(sniff.file)}.`,
        t`The targets are what your own past reached: talk about them before anybody signs.`,
      ],
      ...{ title: draft.title, effective: draft.effective, timezone: draft.timezone },
      why: t`the first month of the export: leads are judged by the version in force`,
    }),
    ...partyLines(),
    ...(draft.commitments.some((text) => text.includes(`calendar: ${ownId('office')}`))
      ? ['', ...calendar(draft)]
      : []),
    '',
    'sources:',
    '  leads:',
    `    files: ${yaml(draft.files)} # ${t`a pattern works too: exports/leads-*.csv`}`,
    ...(draft.sheet === null
      ? []
      : [`    ${draft.sniff.packed === 'duckdb' ? 'table' : 'sheet'}: ${yaml(draft.sheet)}`]),
    ...csvLine(sniff),
    zoneLine(
      columns.map(([, column]) => column),
      draft.timezone,
      t`whose clock the times of the export show`,
    ),
    ...(nulls.length > 0 ? [`    nulls: [${nulls.map(yaml).join(', ')}] # ${t`cells that mean blank`}`] : []),
    ...rejectedLines(draft.maxRejected.leads),
    ...repeated(draft),
    named.key,
    ...(sniff.preset === null
      ? []
      : [`    # ${t`${sniff.preset.title}: the preset "${sniff.preset.name}" knows these columns too`}`]),
    ...twinLines(sniff.columns).map((line) => `    # ${oneLine(line, 500)}`),
    '    fields:',
    ...columns.flatMap(([, column]) => fieldLines(column, sniff.rows)),
    ...named.fields,
    ...refLines(draft),
    ...(mapping.owner && !used.has('owner')
      ? [
          `      # owner: ${oneLine(fieldText({ ...mapping.owner, personal: true }))} # ${t`for "sla report --by owner --personal"`}`,
        ]
      : []),
    ...draft.more.flatMap((each) => moreLines(each, draft)),
    '',
    `stages: # ${t`the moments both teams mean when they use these words`}`,
    ...stages.map(
      ([role, title]) =>
        `  ${ownId(role)}: { at: ${fieldOf(role)}, ${role === 'won' ? when : ''}title: ${yaml(say(role === 'answered' && accepted ? ACCEPTED : title))} }${note(role)}`,
    ),
    ...profileLines(draft),
    ...(draft.objectives.length > 0 ? ['', 'objectives:', draft.objectives.join('\n\n')] : []),
    '',
    ...oneWayLines(draft.commitments),
    'commitments:',
    draft.commitments.join('\n\n'),
    ...(draft.left.length > 0 ? ['', ...draft.left.map((why) => `  # ${oneLine(why, 500)}`)] : []),
    '',
  ].join('\n');
}

/** What an id that comes several times means. */
function repeated({ repeated: as, mapping, start }: Draft): readonly string[] {
  switch (as) {
    case 'each':
      return [
        `    recycled: each # ${t`an id comes several times, each time with another ${oneLine(mapping[start]?.name ?? '')}: a row for each hand-over`}`,
        `    handed_over: ${fieldOf(start)}`,
      ];
    case 'latest':
      return [
        `    duplicates: latest # ${t`an id comes several times: the latest row counts`}`,
        `    modified: ${fieldOf('modified')}`,
      ];
    case null:
      return [];
  }
}

/** What the export can not tell of sales is told once, in the draft, and not as a warning at each run. */
const oneWayLines = (commitments: readonly string[]): readonly string[] =>
  commitments.some((each) => each.includes(`owed_by: ${ownId('sales')}`))
    ? []
    : [
        `# sla-ignore one-way: ${t`the export does not tell what sales did: see below how to get it, add what sales owes, and delete this line`}`,
      ];

export function calendar({
  hours,
  holidays,
  timezone,
}: Pick<Draft, 'hours' | 'holidays' | 'timezone'>): readonly string[] {
  return [
    'calendars:',
    `  ${ownId('office')}: # ${t`the hours in which the clock runs`}`,
    `    timezone: ${timezone}`,
    `    week: { mon-fri: [${hours
      .split(',')
      .map((window) => window.replaceAll(' ', '').replace(/\b(\d):/g, '0$1:'))
      .join(', ')}] }`,
    `    holidays: ${holidays === 'none' ? holidays : `[${holidays}]`}`,
    '    # closed: [2026-08-10..2026-08-14]',
  ];
}

/** Rows of one key are one lead: whoever reads the draft learns how often that is so. */
function keyText({ exact, filled, distinct }: SniffColumn): string {
  if (!exact || distinct >= filled) return t`identifies a lead`;
  return t`identifies a lead, though ${figure(filled - distinct)} of its ${figure(filled)} values come again: rows with one value are one lead`;
}

function fieldLines(column: SniffColumn, rows: number): readonly string[] {
  const role = column.role?.name ?? '';
  const { filled, evidence } = column;
  const blank = filled < rows ? t`; filled in ${figure(filled)} of ${figure(rows)} rows` : '';
  const why = column.type === 'date' || column.type === 'datetime' ? ` # ${oneLine(evidence)}${blank}` : '';
  const key = role === 'id' ? ` # ${keyText(column)}` : why;
  return [`      ${fieldName(column)}: ${fieldText(column)}${key}`, ...wordLines(column)];
}
