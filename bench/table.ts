import type { Goal, Section, Told } from './section.ts';

/** A line of the table at the end: a row that is held to something. */
export interface Line {
  readonly row: string;
  /** What it is compared with, or what is measured. */
  readonly against: string;
  readonly today: string;
  readonly goal: string;
  readonly verdict: 'reached' | 'missed' | 'not measured' | '';
}

/** A line for each goal of each row; before a row has run, or where it can't, with the sentence why in place of a figure. */
export function linesOf({ rows }: Section, told: Told): readonly Line[] {
  const absent = new Map(rows.map(({ name, absent }) => [name, absent]));
  return rows.flatMap(({ name, goals }) =>
    goals.map((goal): Line => {
      const figure = judged(name, goal, told);
      const other = typeof goal === 'object' && 'against' in goal ? absent.get(goal.against) : null;
      const [today, verdict] = figure ?? [absent.get(name) ?? other ?? '', 'not measured'];
      return { row: name, ...named(goal), today, verdict };
    }),
  );
}

function named(goal: Goal): Pick<Line, 'against' | 'goal'> {
  if (goal === 'answer') return { against: 'the same answer in each run', goal: 'an answer' };
  if ('peak' in goal) return { against: 'peak of memory', goal: `${goal.peak / 1e6} MB` };
  return { against: goal.against, goal: String(goal.ratio) };
}

function judged(name: string, goal: Goal, told: Told): readonly [string, 'reached' | 'missed'] | null {
  const own = told.get(name);
  if (!own) return null;
  if (goal === 'answer') {
    const is = own.answers === 1 && own.statuses.length === 1 && isAnswer(own.statuses[0]);
    return [is ? 'an answer' : `exit status ${own.statuses.join(', ')}`, is ? 'reached' : 'missed'];
  }
  if ('peak' in goal)
    return [`${(own.peak / 1e6).toFixed(0)} MB`, own.peak < goal.peak ? 'reached' : 'missed'];
  const other = told.get(goal.against);
  if (!other) return null;
  const ratio = own.cpu / other.cpu;
  return [ratio.toFixed(2), ratio <= goal.ratio ? 'reached' : 'missed'];
}

/** A verdict, one that was missed, or one that can't be told yet: an answer. 2 is none. */
export const isAnswer = (status: number | undefined): boolean =>
  status !== undefined && status !== 2 && status < 100;

const BEGIN = '<!-- figures, by "npm run bench -- --page" -->';
const END = '<!-- end of figures -->';
const HEAD = ['| what | against | ratio | goal | | measured |', '| --- | --- | --- | --- | --- | --- |'];

/** The table of a page with what was measured now in place of what was there; rows that did not run stay as they were. */
export function withFigures(page: string, lines: readonly Line[], measured: string): string {
  const [before = '', rest = ''] = page.split(BEGIN);
  const [table = '', after = ''] = rest.split(END);
  const kept = new Map(figuresOf(table).map((cells) => [keyOf(cells), cells]));
  for (const { row, against, today, goal, verdict } of lines) {
    const cells = [row, against, today, goal, verdict, measured];
    if (verdict !== 'not measured' || !kept.has(keyOf(cells))) kept.set(keyOf(cells), cells);
  }
  const text = [...kept.values()].map((cells) => `| ${cells.join(' | ')} |`);
  return `${before}${BEGIN}\n${[...HEAD, ...text].join('\n')}\n${END}${after}`;
}

/** The lines of such a table, cut into cells. */
export function figuresOf(page: string): readonly (readonly string[])[] {
  const [, rest = page] = page.split(BEGIN);
  return (rest.split(END)[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !HEAD.includes(line))
    .map((line) => line.slice(2, -2).split(' | '));
}

const keyOf = ([row, against]: readonly string[]): string => `${row} | ${against}`;
