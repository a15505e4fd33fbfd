import { firstOf } from '../../../messages/first-of.ts';
import { t } from '../../../messages/index.ts';
import { allOf } from '../../../messages/list.ts';
import { figure } from '../../../messages/numbers.ts';
import { quoted } from '../../../messages/quoted.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { isHeaderToShow } from '../../../model/header-names.ts';
import type { Question } from '../../../model/init.ts';
import type { RoleName, Sniff, SniffColumn } from '../../../model/sniff.ts';
import { isLength, PLANNED } from '../../../sniff/header-words.ts';
import { fold, isUnique } from '../../../sniff/roles.ts';
import { isRounded } from '../../../sniff/shape.ts';
import { isTimeOfDay } from '../../../sniff/time-of-day.ts';
import { type Mapping, namedColumns } from './mapping.ts';
import { readColumn } from './read-answer.ts';
import { roundedIds } from './time-apart.ts';
import { withTwins } from './twins.ts';

/** Columns that name a row together, and how many different rows they do it for. */
export interface JointKey {
  readonly columns: readonly SniffColumn[];
  readonly rows: number;
}

/** Cells longer than this are sentences: they differ, and name nothing. */
const LONGEST = 60;

/** What measures a lead, or is written of it, names it by chance. */
const MEASURES: readonly RoleName[] = ['amount', 'company_size', 'status', 'reason'];

/** Which column identifies a lead: the one that is named so, any whose values all differ, or several together. */
export function keyQuestion(sniff: Sniff, mapping: Mapping, joint: JointKey | null = null): Question {
  const unique = uniqueColumns(sniff);
  const proposed = mapping.id ?? unique[0];
  const together = joint?.columns.map(({ name }) => name).join(', ');
  const singles = [...new Set([proposed, ...unique].flatMap((column) => column?.name ?? []))];
  const choices = [...singles, ...(together === undefined ? [] : [together])];
  return {
    flag: '--key',
    text: t`Which column identifies a lead? (several that do together, with commas between them)`,
    fallback: proposed?.name ?? together ?? 'none',
    why: proposed === undefined && joint !== null ? whyTogether(joint) : whyKey(proposed),
    choices,
    read: (answer) => readKey(namedColumns(sniff), answer),
    check: (answer) => (keyColumns(sniff, answer) === null ? noColumn(sniff, answer) : null),
  };
}

/** One column, or several with commas between them, by their headers as people type them. */
function readKey(columns: readonly SniffColumn[], answer: string): string {
  const names = columns.map(({ name }) => name);
  const whole = readColumn(names, answer);
  if (names.includes(whole)) return whole;
  const parts = answer.split(',').map((part) => readColumn(names, part.trim()));
  return parts.every((part) => names.includes(part)) ? parts.join(', ') : answer;
}

/** The columns of an answer, one or several with commas between them; null where one is not of the export. */
export function keyColumns(sniff: Sniff, answer: string): readonly SniffColumn[] | null {
  const columns = namedColumns(sniff);
  const named = (name: string) => columns.find((column) => column.name === name.trim());
  const whole = named(answer);
  if (whole) return [whole];
  const found = answer.split(',').map(named);
  const known = found.flatMap((column) => column ?? []);
  return known.length === found.length ? [...new Set(known)] : null;
}

/** Headers that are shown. */
const SHOWN = 30;

function noColumn(sniff: Sniff, answer: string): string {
  const all = sniff.columns.map(({ name }) => name).filter((name) => name !== '');
  if (!isHeaderToShow(all)) return t`the export has no column "${answer}", or several`;
  return t`the export has no column "${answer}", or several; its columns are ${firstOf(all, SHOWN)}`;
}

/** What a person pays for a name that nobody gave: whatever is corrected in it makes another lead. */
function whyTogether({ columns, rows }: JointKey): string {
  if (columns.length === 1)
    return t`no header names an id, and the ${figure(rows)} different rows all differ in it`;
  const why = t`no column tells all leads apart, and the ${figure(rows)} different rows all differ in these together; who corrects one of them makes another lead`;
  return [why, ...changingIn(columns)].join(t`; `);
}

const CHANGING: readonly RoleName[] = [
  'status',
  'reason',
  'owner',
  'modified',
  'won',
  'lost',
  'answered',
  'amount',
];

/** Whether a column changes while a lead is worked on: it names one only where nothing else does. */
export const isChanging = ({ name, role }: SniffColumn): boolean =>
  CHANGING.some((each) => each === role?.name) || PLANNED.test(fold(name));

/** Which columns of a key change as time goes by: then every lead of the past is told as another one. */
export function changingIn(columns: readonly SniffColumn[]): readonly string[] {
  const names = columns.filter(isChanging).map(({ name }) => quoted(name));
  return names.length === 0
    ? []
    : [t`${allOf(names)} may change while a lead is worked on: add the id of the lead to the export`];
}

function whyKey(column: SniffColumn | undefined): string {
  if (column === undefined) return t`no column says so`;
  if (column.role?.name === 'id') return column.role.why;
  return column.exact
    ? t`no header names an id, and the ${figure(column.filled)} values of this column all differ`
    : t`no header names an id, and this column has about as many values as rows`;
}

/** Columns of which no value comes twice: those of nobody first, then addresses, firms and what was typed by people. */
export function uniqueColumns(sniff: Sniff): readonly SniffColumn[] {
  const rank = ({ role, personal, type }: SniffColumn): number => {
    if (role?.name === 'email') return 2;
    if (role?.name === 'company') return 3;
    if (personal) return 4;
    return type === 'integer' ? 0 : 1;
  };
  return namedColumns(sniff)
    .filter((column) => isUnique(column) && Object.keys(column.nulls).length === 0 && namesRow(column))
    .sort((a, b) => rank(a) - rank(b));
}

/** Whether the cells of a column can name a row: they are no measure of it, no time of day, no sentence, and not rounded. */
export const namesRow = ({ name, type, role, examples }: SniffColumn): boolean =>
  !isLength(fold(name), type) &&
  !isTimeOfDay({ name, type, examples }) &&
  !MEASURES.some((measure) => measure === role?.name) &&
  !examples.some(isRounded) &&
  examples.every(({ length }) => length <= LONGEST);

/** Of a column so many cells may come again: hand-overs. With more it groups leads, and names none. */
const GROUPS = 0.5;

/** A key that is no id: of its rows most would be one lead. */
export function repeatedKey(key: readonly SniffColumn[]): readonly Diagnostic[] {
  const [column, other] = key;
  if (!column || other || !column.exact || column.distinct > column.filled * GROUPS) return [];
  return [
    {
      rule: 'repeated-key',
      severity: 'warning',
      message: t`"${column.name}" has ${figure(column.distinct)} different values in ${figure(column.filled)} rows: those of one value are told as one lead`,
      help: t`name the column that has an id for each lead with --key, or several that do together: --key "A, B"`,
    },
  ];
}

/** What an export lacks that nothing identifies the leads of, and which column comes nearest. */
export function noKey(sniff: Sniff): Diagnostic {
  const { file, columns } = sniff;
  const names = columns.map(({ name }) => name).filter((name) => name !== '');
  const near = nearest(sniff);
  const help = isHeaderToShow(names)
    ? t`export it with the id of the lead, or name a column with --key COLUMN; its columns are ${firstOf(names, 20)}`
    : t`export it with the id of the lead, and its columns under their names`;
  return {
    rule: 'no-key',
    severity: 'error',
    message: t`No column of "${file}" identifies a lead`,
    help: withTwins(
      [...roundedIds(sniff).map(({ message }) => message), ...(near === null ? [] : [near]), help].join(
        t`; `,
      ),
      columns,
    ),
    fatal: true,
  };
}

/** The column that misses the fewest rows, and what it misses. */
function nearest(sniff: Sniff): string | null {
  const missing = ({ filled, distinct }: SniffColumn): number => filled - distinct + (sniff.rows - filled);
  const [best] = namedColumns(sniff)
    .filter((column) => column.type === 'text' || column.type === 'integer')
    .filter((column) => column.exact && column.distinct * 2 > sniff.rows && namesRow(column))
    .sort((a, b) => missing(a) - missing(b));
  if (!best) return null;
  const [again, values] = [figure(best.filled - best.distinct), figure(best.filled)];
  const blank = sniff.rows - best.filled;
  return blank === 0
    ? t`"${best.name}" comes nearest: ${again} of its ${values} values come again`
    : t`"${best.name}" comes nearest: ${again} of its ${values} values come again, and ${figure(blank)} of its cells are blank`;
}
