import { language } from '../messages/index.ts';
import { csvCell } from '../model/csv-cell.ts';
import type { RenderOptions } from '../model/render.ts';
import type { LocalMicros, Micros } from '../model/time.ts';
import { iso } from './instant.ts';
import { wallClock, wallText } from './wall-clock.ts';

/**
 * How CSV is written: for programs, or for the spreadsheet of somebody who reads the language that is
 * spoken.
 */
export interface CsvStyle {
  /** Before the header. */
  readonly start: string;
  readonly number: (value: number) => string;
  /** In UTC for programs; for a spreadsheet, which knows no zones, what the clocks of the zone show. */
  readonly instant: (at: Micros, zone: string) => string;
  /** Columns after all others: by whose clocks the times of the row are shown. */
  readonly zone: readonly 'timezone'[];
  readonly line: (cells: readonly string[]) => string;
}

/**
 * Source: Excel takes UTF-8 for what it is only after a byte order mark, and separators from the settings
 * of its country.
 */
export function csvStyle({ excel }: RenderOptions): CsvStyle {
  const comma = excel && language() === 'fr';
  const ends = { delimiter: comma ? ';' : ',', quote: '"' };
  const decimal = (text: string): string => (comma ? text.replace('.', ',') : text);
  const clocks = new Map<string, (instant: Micros) => LocalMicros>();
  const shown = (at: Micros, zone: string): LocalMicros => {
    const clock = clocks.get(zone) ?? wallClock(zone);
    clocks.set(zone, clock);
    return clock(at);
  };
  return {
    start: excel ? '\ufeff' : '',
    number: (value) => decimal(String(value)),
    instant: (at, zone) => (excel ? decimal(wallText(shown(at, zone))) : iso(at)),
    zone: excel ? ['timezone'] : [],
    line: (cells) => `${cells.map((cell) => csvCell(cell, ends)).join(ends.delimiter)}\r\n`,
  };
}
