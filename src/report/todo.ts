import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Case } from '../model/compliance.ts';
import type { RenderOptions } from '../model/render.ts';
import type { CaseHeader, Todo } from '../model/requests.ts';
import { terminal } from './escape.ts';
import { flow } from './flow.ts';
import { civil, endInWords } from './instant.ts';
import { nameOf } from './names.ts';
import { painter } from './paint.ts';
import { displayWidth, pad } from './width.ts';

/** The head of a list of what is to be done. */
export function todoTitle({ before, atRisk }: Todo): string {
  if (before === null)
    return atRisk
      ? t`What is at risk, in the order of what is due`
      : t`What is open, in the order of what is due`;
  const date = civil(before);
  return atRisk ? t`To do before ${date}, at risk` : t`To do before ${date}`;
}

/** A case that is to be done: its day, and its cells: the time, the lead, perhaps the owner, the promise. */
export interface TodoRow {
  readonly day: string;
  readonly atRisk: boolean;
  readonly cells: readonly string[];
}

/** The list of one person. */
export interface TodoGroup {
  /** `Ana: 3 cases, 1 at risk`; null where the list is of all. */
  readonly title: string | null;
  readonly cases: readonly Case[];
}

/** The lists of persons, one after the other as the cases come. */
export function todoGroups(cases: readonly Case[], { todo }: CaseHeader): readonly TodoGroup[] {
  if (!todo?.byPerson) return [{ title: null, cases }];
  return [...new Set(cases.map(({ owner }) => owner))].map((person) => {
    const own = cases.filter(({ owner }) => owner === person);
    return { title: t`${person ?? t`no owner`}: ${sumText(todoSum(own))}`, cases: own };
  });
}

/** Without the field, or where it is personal, nobody is named, and nobody is missed. */
export function todoRows(
  cases: readonly Case[],
  { agreement, promises, todo }: CaseHeader,
): readonly TodoRow[] {
  const owned = !todo?.byPerson && cases.some((one) => one.owner !== null);
  const name = (id: string): string =>
    nameOf(promises.findLast((each) => each.id === id) ?? { id, title: id });
  return cases.map((one) => {
    const [day, time] = one.due === null ? ['', ''] : endInWords(one.due, agreement.timezone);
    const owner = owned ? [one.owner ?? t`no owner`] : [];
    return {
      ...{ day, atRisk: one.atRisk },
      cells: [time, one.lead, ...owner, name(one.commitment)],
    };
  });
}

/** What the rows of a list are called: what all of them are, else cases, of which each names its promise. */
export function rowsCalled(cases: readonly Case[], { promises }: CaseHeader): string {
  const names = new Set(
    cases.map(({ commitment }) => promises.findLast(({ id }) => id === commitment)?.population ?? null),
  );
  const [only] = names;
  return names.size > 1 ? t`case` : (only ?? t`lead`);
}

/** What is to be done, a group for each day on which it is due, perhaps of each person. */
export function todoLines(cases: readonly Case[], header: CaseHeader, options: RenderOptions): string {
  const paint = painter(options);
  return todoGroups(cases, header)
    .map(({ title, cases: own }) => {
      const days = dayLines(own, header, options);
      return title === null ? days : `\n${paint(terminal(title), 'title')}\n${days}`;
    })
    .join('');
}

function dayLines(cases: readonly Case[], header: CaseHeader, options: RenderOptions): string {
  const paint = painter(options);
  const rows = todoRows(cases, header).map(({ day, atRisk, cells }) => ({
    ...{ day, mark: atRisk ? '!' : ' ' },
    cells: cells.map(terminal),
  }));
  const widths = [0, 1, 2].map((at) =>
    Math.max(0, ...rows.map(({ cells }) => displayWidth(cells[at] ?? ''))),
  );
  let day: string | null = null;
  return rows
    .map((row) => {
      const head =
        row.day === day ? '' : `\n${paint(row.day === '' ? t`no time limit` : row.day, 'title')}\n`;
      day = row.day;
      const cells = row.cells.map((cell, at) => pad(cell, widths[at] ?? 0, 'left'));
      return `${head}${row.mark} ${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}

/** What a list of what is to be done comes to. */
interface TodoSum {
  readonly total: number;
  readonly atRisk: number;
  readonly unowned: number;
  readonly first: string | null;
}

export function todoSum(listed: readonly Case[]): TodoSum {
  const count = (holds: (one: Case) => boolean) => listed.filter(holds).length;
  return {
    total: listed.length,
    atRisk: count(({ atRisk }) => atRisk),
    unowned: listed.some(({ owner }) => owner !== null) ? count(({ owner }) => owner === null) : 0,
    first: listed[0]?.lead ?? null,
  };
}

/** What the signs mean, and what to do first. */
export function todoFoot(sum: TodoSum, options: RenderOptions): string {
  if (sum.total === 0) return `\n${t`Nothing is due by then.`}\n`;
  return `\n${todoFootLines(sum)
    .map((line) => `${flow(line, '', options)}\n`)
    .join('')}`;
}

const casesText = (total: number): string => plural(total, t`${whole(total)} case`, t`${whole(total)} cases`);

function sumText({ total, atRisk }: TodoSum): string {
  const cases = casesText(total);
  if (atRisk === 0) return cases;
  if (total === 1) return t`${cases}, at risk`;
  return plural(atRisk, t`${cases}, one at risk`, t`${cases}, ${whole(atRisk)} at risk`);
}

export function todoFootLines({ total, atRisk, unowned, first }: TodoSum): readonly string[] {
  if (total === 0) return [t`Nothing is due by then.`];
  const cases = casesText(total);
  return [
    ...(atRisk === 0
      ? [cases]
      : total === 1
        ? [t`${cases}, at risk (!): most of the time is used`]
        : [
            plural(
              atRisk,
              t`${cases}, one at risk (!): most of the time is used`,
              t`${cases}, ${whole(atRisk)} at risk (!): most of the time is used`,
            ),
          ]),
    ...(unowned === 0
      ? []
      : [
          plural(
            unowned,
            t`${whole(unowned)} has no owner: the first thing is to give it one`,
            t`${whole(unowned)} have no owner: the first thing is to give them one`,
          ),
        ]),
    t`A case that is done in the CRM leaves this list with the next export.`,
    ...(first === null ? [] : [t`Why this case, why this time: sla explain ${first}`]),
  ];
}
