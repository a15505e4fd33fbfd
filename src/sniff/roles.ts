import { say, t } from '../messages/index.ts';
import { figure } from '../messages/numbers.ts';
import type { ColumnRole, KnownExport, RoleName } from '../model/sniff.ts';
import {
  AMOUNT,
  BARE,
  COMPANY_SIZE,
  HOPED,
  isLength,
  NOT_FIRST,
  NUMBER_OF,
  OTHER_NAME,
  PERSON,
  PLANNED,
  ROW_NAME,
  type RoleRule,
} from './header-words.ts';
import type { RoleCandidate } from './role-candidate.ts';
import { fits, isOf, RULES } from './role-rules.ts';
import { winByQuote, winWithAmount } from './win-roles.ts';

const PERSONAL: ReadonlySet<RoleName> = new Set(['email', 'phone', 'name', 'owner']);

export interface RoleFinding {
  readonly role: ColumnRole | null;
  readonly personal: boolean;
  readonly notes: readonly string[];
}

/**
 * At most one column a role, by the preset's headers first, then by what the headers say; none for a column
 * with a twin, which can't be read.
 */
export function rolesOf(all: readonly RoleCandidate[], preset: KnownExport | null): readonly RoleFinding[] {
  const twins = twinNames(all);
  const columns = all.map(
    (column): RoleCandidate => (twins.includes(column.name) ? { ...column, type: 'empty' } : column),
  );
  const roles = new Map<number, ColumnRole>();
  const taken = new Set<RoleName>();
  const give = (at: number, name: RoleName, why: string): void => {
    roles.set(at, { name, why });
    taken.add(name);
  };
  for (const [role, headers] of Object.entries(preset?.roles ?? {}) as [RoleName, readonly string[]][]) {
    const rule = RULES.find((each) => each.role === role);
    const at = headers
      .map((header) => columns.findIndex(({ name }) => name === header))
      .find((i) => i >= 0 && !roles.has(i) && fits(rule, columns[i]));
    if (at !== undefined && columns[at]?.type !== 'empty')
      give(at, role, t`a header of ${say(preset?.title ?? '')}`);
  }
  const folded = columns.map(({ name }) => fold(name));
  const giveBy = (rule: RoleRule, may: Test): void => {
    const at = columnOf(rule, columns, (i) => (roles.has(i) ? '' : (folded[i] ?? '')), may);
    const column = columns[at];
    if (column) give(at, rule.role, evidenceOf(rule, column));
  };
  for (const rule of RULES)
    if (!taken.has(rule.role)) giveBy(rule, rule.role === 'id' ? tellsRows : () => true);
  const byId = RULES.find(({ role }) => role === 'id');
  if (byId && !taken.has('id') && !nameRows(columns, folded, roles)) giveBy(byId, ({ rounded }) => !rounded);
  winByQuote(columns, folded, roles, taken);
  startFromContact(columns, roles, taken);
  if (preset?.roles.won === undefined) winWithAmount(columns, folded, roles);
  return columns.map((column, at) => {
    const role = roles.get(at) ?? null;
    const personal = role === null ? PERSON.test(folded[at] ?? '') : PERSONAL.has(role.name);
    const notes = [
      ...(twins.includes(column.name) ? [t`can not be read: another column has the same name`] : []),
      ...(role?.name === 'id' ? repeatNotes(column) : []),
      ...notesOf(column, folded[at] ?? '', preset),
    ];
    return { role, personal, notes };
  });
}

/**
 * Which column a rule means, by the most telling of its words; -1 where there is none. What names a row is filled in
 * nearly all of them: a column that half of the rows lack names something else, if there is another.
 */
function columnOf(
  rule: RoleRule,
  columns: readonly RoleCandidate[],
  header: (at: number) => string,
  may: Test,
): number {
  const able = columns.map(
    (column, i) =>
      fits(rule, column) && isOf(rule, header(i)) && isBelieved(rule, column, header(i)) && may(column),
  );
  const orders: readonly Test[] = rule.role === 'id' ? [isFilled, () => true] : [() => true];
  for (const isMeant of orders)
    for (const word of rule.words) {
      const at = columns.findIndex((column, i) => able[i] && word.test(header(i)) && isMeant(column));
      if (at >= 0) return at;
    }
  return -1;
}

/** What the cells say of a header that names two things. */
function isBelieved({ role }: RoleRule, { type, codes }: RoleCandidate, header: string): boolean {
  if (role === 'id' && BARE.test(header)) return codes === true;
  return role !== 'source' || type !== 'integer' || !NUMBER_OF.test(header);
}

/** Headers that several columns have; those without a name have none in common. */
export function twinNames(columns: readonly { readonly name: string }[]): readonly string[] {
  const names = columns.map(({ name }) => name).filter((name) => name !== '');
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

/** Of rows so many may lack their name: sums below a group, titles above it. */
const UNNAMED = 0.05;

type Test = (column: RoleCandidate) => boolean;

/**
 * Whether a column has a value of its own for one row in two: what comes again more often names a group of them, and
 * what Excel has rounded may have been different.
 */
const tellsRows = ({ distinct, filled, rounded }: RoleCandidate): boolean =>
  distinct * 2 >= filled && (rounded !== true || distinct >= filled);

const isFilled = ({ filled, blank }: RoleCandidate): boolean => blank <= (filled + blank) * UNNAMED;

/** Takes a column that no rule knows, whose header names a row and whose values all differ, but for a few blanks. */
function nameRows(
  columns: readonly RoleCandidate[],
  folded: readonly string[],
  roles: Map<number, ColumnRole>,
): boolean {
  const at = columns.findIndex((column, i) => {
    const header = folded[i] ?? '';
    const names = /^#|#$/.test(column.name.trim()) || (ROW_NAME.test(header) && !OTHER_NAME.test(header));
    return !roles.has(i) && names && isFilled(column) && isUnique({ ...column, blank: 0 });
  });
  const column = columns[at];
  if (column) roles.set(at, { name: 'id', why: t`its header "${column.name}", and no value comes twice` });
  return column !== undefined;
}

/** Whether every row has a value of its own in it, so that it can tell rows apart; of dates never. */
export const isUnique = ({ type, filled, blank, distinct, exact }: Omit<RoleCandidate, 'name'>): boolean =>
  (type === 'text' || type === 'integer') &&
  filled > 1 &&
  blank === 0 &&
  (exact ? distinct === filled : distinct >= filled * ABOUT_ALL);

/** Beyond what is counted, the number of different values is an estimate. */
const ABOUT_ALL = 0.95;

/**
 * Where the only date is a first contact, it is how leads came: nobody can answer a lead before it is
 * there.
 */
function startFromContact(
  columns: readonly RoleCandidate[],
  roles: Map<number, ColumnRole>,
  taken: ReadonlySet<RoleName>,
): void {
  const dates = columns.filter(({ type }) => type === 'date' || type === 'datetime');
  if (dates.length !== 1 || taken.has('created') || taken.has('qualified')) return;
  if (columns.some(({ name, type }) => type === 'text' && saysRole('created', name))) return;
  for (const [at, { name }] of roles) {
    if (name !== 'contacted') continue;
    const why = t`the only date of the file; its header "${columns[at]?.name ?? ''}" does not say who made contact`;
    roles.set(at, { name: 'created', why });
  }
}

/** Whether the words of a header are those of a role, whatever its cells hold. */
export function saysRole(role: RoleName, header: string): boolean {
  const rule = RULES.find((each) => each.role === role);
  const words = fold(header);
  return rule?.words.some((word) => word.test(words) && isOf(rule, words)) === true;
}

function evidenceOf(rule: RoleRule, column: RoleCandidate): string {
  const { name } = column;
  if (rule.types === 'date') return t`its header "${name}", and it holds dates`;
  if (rule.role !== 'id') return t`its header "${name}"`;
  if (!column.exact) {
    return column.distinct >= column.filled * 0.9
      ? t`its header "${name}", and it has about as many values as rows`
      : t`its header "${name}", though values come again`;
  }
  const repeated = column.filled - column.distinct;
  return repeated <= 0
    ? t`its header "${name}", and no value comes twice`
    : t`its header "${name}"; ${figure(repeated)} of its values come again`;
}

function notesOf(column: RoleCandidate, folded: string, preset: KnownExport | null): readonly string[] {
  const known = preset?.notContact.find(({ columns }) => columns.includes(column.name));
  const dates = column.type === 'date' || column.type === 'datetime';
  if (known && dates) return [t`no first contact: ${say(known.why)}`];
  const number = column.type === 'integer' || column.type === 'decimal';
  if (number && AMOUNT.test(folded)) {
    if (HOPED.test(folded)) return [t`no amount won: it says what is expected`];
    if (COMPANY_SIZE.test(folded)) return [t`no amount of a deal: it measures the company`];
  }
  if (isLength(folded, column.type))
    return [
      t`a length of time: how much of it was open in a calendar can not be told without its start and its end`,
    ];
  if (!dates || !NOT_FIRST.test(folded)) return [];
  return PLANNED.test(folded)
    ? [t`no first contact: it says what is planned, not what was done`]
    : [t`no first contact: it speaks of the latest event, which moves`];
}

/**
 * What an agreement has to say of ids that come again; whether their rows differ is seen when they are
 * judged.
 */
function repeatNotes({ exact, filled, distinct, rounded }: RoleCandidate): readonly string[] {
  if (!exact || distinct >= filled || rounded) return [];
  return [
    t`rows with the same id that differ are refused when leads are judged, unless the agreement says "duplicates: latest" or "recycled: each"`,
  ];
}

/** Headers whose digits are no quantity: zeros in front of them, and how many there are, matter. */
export const isCode = (name: string): boolean =>
  /phone|telephone|telefon|mobil|mobiel|movil|celular|portable|\btel\b|\bfax\b|\bzip\b|postal|postcode|pocztow|komork|電話|携帯|郵便|телефон|siret|siren|\bvat\b|\btva\b|\bnip\b/.test(
    fold(name),
  );

/**
 * Small letters without accents, words apart: `createdDate`, `created_date` and `Created Date` are one. The marks of
 * kana stay: `ド` is another sound than `ト`.
 */
export function fold(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/[^\P{M}\u3099\u309a]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
