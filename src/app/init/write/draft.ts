import { mark, say, t } from '../../../messages/index.ts';
import type { RoleName, Sniff, SniffColumn } from '../../../model/sniff.ts';
import { fieldName, fieldText, yaml } from '../../../report/sniff-fields.ts';
import type { Mapping } from '../ask/mapping.ts';
import type { Joint } from '../propose/join.ts';
import type { More } from '../propose/more.ts';
import { csvLine, moreLines, rejectedLines } from './more-lines.ts';
import { oneLine } from './one-line.ts';
import { languageLines, partyLines, tourLines } from './opening.ts';
import { profileLines } from './profile.ts';
import { twinLines } from '../ask/twins.ts';
import { wonValues } from '../ask/won.ts';

/** All that an agreement on one export says. */
export interface Draft {
  readonly title: string;
  readonly timezone: string;
  readonly hours: string;
  readonly holidays: string;
  /** Path of the export from the agreement's folder. */
  readonly files: string;
  /** Of a workbook. */
  readonly sheet: string | null;
  readonly sniff: Sniff;
  readonly mapping: Mapping;
  /** Exports of the same leads, each with its path from the agreement's folder. */
  readonly more: readonly (More & { readonly files: string })[];
  /** Roles whose columns are in one of them, by role. */
  readonly elsewhere: Joint['elsewhere'];
  /** The stage that starts the clocks, and the role of its column. */
  readonly start: 'qualified' | 'created';
  /** Why its column was taken, where nobody chose it. */
  readonly startWhy: string | null;
  /** First day of the data, where it is known: an agreement says from when it is in force. */
  readonly effective: string | null;
  /** Percent, by source, where it is more than the usual limit. */
  readonly maxRejected: Readonly<Record<string, number>>;
  /** What rows of one id that differ are: hand-overs, or states of which the latest counts; null where there are none. */
  readonly repeated: 'each' | 'latest' | null;
  readonly objectives: readonly string[];
  readonly commitments: readonly string[];
  /** Why some promises are not proposed. */
  readonly left: readonly string[];
  /** Which date of winning is not used, and why. */
  readonly notWon: string | null;
  /** The source whose activities a promise counts. */
  readonly touches: string | null;
  /** Columns that nothing below reads are left out. */
  readonly used: ReadonlySet<RoleName>;
}

const STAGES: readonly (readonly [role: RoleName, title: string])[] = [
  ['created', mark`Lead created`],
  ['qualified', mark`Lead handed to sales`],
  ['contacted', mark`First contact by sales`],
  ['answered', mark`Accepted or refused by sales`],
  ['won', mark`Customer`],
];

/** The agreement as text, with what each line rests on. */
export function draftText(draft: Draft): string {
  const { sniff, mapping, used } = draft;
  const columns = (Object.entries(mapping) as [RoleName, SniffColumn][])
    .filter(([role]) => used.has(role) && draft.elsewhere[role] === undefined)
    .sort(([, a], [, b]) => a.position - b.position);
  const stages = STAGES.filter(([role]) => used.has(role) && mapping[role]);
  const values = wonValues(mapping);
  // Of a closing, won or lost alike, only the won ones count.
  const when = values.length === 0 ? '' : `when: { status: [${values.map(yaml).join(', ')}] }, `;
  const whys: Readonly<Partial<Record<RoleName, string | null>>> = {
    won: draft.notWon,
    [draft.start]: draft.startWhy,
  };
  const note = (role: RoleName): string => (whys[role] ? ` # ${oneLine(whys[role])}` : '');
  const nulls = [...new Set(columns.flatMap(([, column]) => Object.keys(column.nulls)))];
  return [
    '# yaml-language-server: $schema=https://unpkg.com/smarketing-sla/schemas/sla.schema.json',
    '#',
    `# ${t`A first agreement between marketing and sales, proposed from ${oneLine(sniff.file)}.`}`,
    `# ${t`The targets are what your own past reached: talk about them before anybody signs.`}`,
    '#',
    ...tourLines(),
    '',
    'sla: 1',
    'id: agreement',
    `title: ${yaml(draft.title)}`,
    'version: "1"',
    `status: draft # ${t`active, once both teams agree`}`,
    ...(draft.effective === null
      ? []
      : [
          `effective: { from: ${draft.effective} } # ${t`the first month of the export: leads are judged by the version in force`}`,
        ]),
    ...languageLines(),
    `timezone: ${draft.timezone} # ${t`cuts the months`}`,
    '',
    ...partyLines(),
    ...(draft.commitments.some((text) => text.includes('calendar: office')) ? ['', ...calendar(draft)] : []),
    '',
    'sources:',
    '  leads:',
    `    files: ${yaml(draft.files)} # ${t`a pattern works too: exports/leads-*.csv`}`,
    ...(draft.sheet === null ? [] : [`    sheet: ${yaml(draft.sheet)}`]),
    ...csvLine(sniff),
    `    timezone: ${draft.timezone} # ${t`whose clock the times of the export show`}`,
    ...(nulls.length > 0 ? [`    nulls: [${nulls.map(yaml).join(', ')}] # ${t`cells that mean blank`}`] : []),
    ...rejectedLines(draft.maxRejected.leads),
    ...repeated(draft),
    '    key: id',
    ...(sniff.preset === null
      ? []
      : [`    # ${t`${sniff.preset.title}: the preset "${sniff.preset.name}" knows these columns too`}`]),
    ...twinLines(sniff.columns).map((line) => `    # ${oneLine(line, 500)}`),
    '    fields:',
    ...columns.flatMap(([, column]) => fieldLines(column)),
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
        `  ${role}: { at: ${FIELD[role] ?? role}, ${role === 'won' ? when : ''}title: ${yaml(say(title))} }${note(role)}`,
    ),
    ...profileLines(draft),
    ...(draft.objectives.length > 0 ? ['', 'objectives:', draft.objectives.join('\n\n')] : []),
    '',
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
        `    handed_over: ${FIELD[start] ?? start}`,
      ];
    case 'latest':
      return [
        `    duplicates: latest # ${t`an id comes several times: the latest row counts`}`,
        '    modified: modified_at',
      ];
    case null:
      return [];
  }
}

const FIELD: Readonly<Partial<Record<RoleName, string>>> = {
  created: 'created_at',
  qualified: 'qualified_at',
  contacted: 'contacted_at',
  answered: 'decided_at',
  won: 'won_at',
};

function calendar({ hours, holidays, timezone }: Draft): readonly string[] {
  return [
    'calendars:',
    `  office: # ${t`the hours in which the clock runs`}`,
    `    timezone: ${timezone}`,
    `    week: { mon-fri: [${hours
      .split(',')
      .map((window) => window.replaceAll(' ', '').replace(/\b(\d):/g, '0$1:'))
      .join(', ')}] }`,
    ...(holidays === 'none' ? [] : [`    holidays: [${holidays}]`]),
    '    # closed: [2026-08-10..2026-08-14]',
  ];
}

function fieldLines(column: SniffColumn): readonly string[] {
  const role = column.role?.name ?? '';
  const why = column.type === 'date' || column.type === 'datetime' ? ` # ${oneLine(column.evidence)}` : '';
  const key = role === 'id' ? ` # ${t`identifies a lead`}` : why;
  return [`      ${fieldName(column)}: ${fieldText(column)}${key}`];
}
