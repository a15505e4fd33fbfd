import type { Figures } from './measure.ts';
import type { Section, Told } from './section.ts';
import type { Line } from './table.ts';

/** What was measured of a section: of each program its processor time, its time by the clock and its peak of memory, and ratios to the first. */
export function printSection({ title, rows }: Section, told: Told): void {
  console.log(`${title}\n`);
  console.log(line('', 'processor ms', 'ratio', 'clock ms', 'ratio', 'peak MB'));
  const first = rows.flatMap(({ name }) => told.get(name) ?? [])[0];
  for (const { name, absent } of rows) {
    const figures = told.get(name);
    if (figures) console.log(line(name, ...cells(figures, first ?? figures)));
    else console.log(line(name, `  ${absent ?? 'not measured'}`));
  }
  console.log('');
}

const cells = (own: Figures, first: Figures): readonly string[] => [
  own.cpu.toFixed(0),
  (own.cpu / first.cpu).toFixed(2),
  own.wall.toFixed(0),
  (own.wall / first.wall).toFixed(2),
  (own.peak / 1e6).toFixed(0),
];

const line = (name: string, ...cells: readonly string[]): string =>
  `${name.padEnd(54)}${cells.map((cell) => cell.padStart(13)).join('')}`;

/** Every row that is held to something, in one table. */
export function printTable(lines: readonly Line[]): void {
  const table = [
    ['row', 'against', 'today', 'goal', ''],
    ...lines.map(({ row, against, today, goal, verdict }) => [row, against, today, goal, verdict]),
  ];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...table.map((cells) => cells[at]?.length ?? 0)));
  for (const cells of table)
    console.log(
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
