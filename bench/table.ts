import type { Figures, Program } from './measure.ts';
import { inTurn } from './measure.ts';

/** A program beside the first of its section; null where no goal is set. */
export interface Row extends Program {
  readonly goal: number | null;
}

/** What ran, by name. */
export type Told = ReadonlyMap<string, Figures>;

/** Measures the programs in turn and prints a line of each: its ratios to the first, by the processor and by the clock. */
export async function section(title: string, rows: readonly Row[], rounds: number): Promise<Told> {
  const figures = await inTurn(
    rows.map((row) => ({ ...row, inside: true })),
    rounds,
  );
  console.log(`${title}\n`);
  console.log(line('', 'processor ms', 'ratio', 'goal', '', 'median ms', 'ratio', 'peak MB'));
  const [first] = figures;
  for (const [index, { median, cpu, peak }] of figures.entries()) {
    const [ratio, wall] = [
      (cpu ?? Number.NaN) / (first?.cpu ?? Number.NaN),
      median / (first?.median ?? Number.NaN),
    ];
    const goal = rows[index]?.goal ?? null;
    const verdict = goal === null ? '' : ratio <= goal ? 'reached' : 'MISSED';
    console.log(
      line(
        rows[index]?.name ?? '',
        (cpu ?? Number.NaN).toFixed(0),
        index === 0 ? '1' : ratio.toFixed(2),
        goal === null ? '' : `${goal}`,
        verdict,
        median.toFixed(0),
        index === 0 ? '1' : wall.toFixed(2),
        ((peak ?? Number.NaN) / 1e6).toFixed(0),
      ),
    );
  }
  console.log('');
  return new Map(figures.map((figure, index) => [rows[index]?.name ?? '', figure]));
}

const line = (name: string, ...cells: readonly string[]): string =>
  `${name.padEnd(54)}${cells.map((cell) => cell.padStart(13)).join('')}`;
