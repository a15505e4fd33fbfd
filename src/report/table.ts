import type { Diagnostic } from '../model/diagnostic.ts';

/** What a report says, before any format: writers lay it out and escape every text in it. */
export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  /** What an answer begins with: a sentence, and one a promise. */
  | {
      readonly kind: 'verdicts';
      readonly title: string;
      readonly lines: readonly string[];
      readonly items: readonly {
        readonly mark: Mark | null;
        readonly text: string;
        readonly tone?: Tone;
      }[];
    }
  | { readonly kind: 'findings'; readonly title: string; readonly findings: readonly Diagnostic[] };

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The first columns, which stay where a wide table is cut into several. */
  readonly fixed: number;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /**
   * Where the table is too wide, neighbours with the same name here share one column of that name, line by
   * line.
   */
  readonly fold?: string;
  /** What its lines are called there; its title unless said otherwise. */
  readonly label?: string;
}

export type Row =
  | { readonly kind: 'group'; readonly text: string }
  | {
      readonly kind: 'row';
      /** 1 for a row that is part of the one above. */
      readonly indent: 0 | 1;
      readonly cells: readonly Cell[];
      /** A sentence under the row. */
      readonly note?: string;
    };

export interface Cell {
  readonly text: string;
  /** A second line. */
  readonly under?: string;
  /** A symbol before the text: it says at one glance what the words say. */
  readonly mark?: Mark;
  /** The symbol and the tone belong to the second line. */
  readonly markUnder?: true;
  /** Emphasis that repeats what is said in words. */
  readonly tone?: Tone;
}

export type Mark = 'met' | 'missed' | 'open' | 'no data' | 'no verdict';

export type Tone = 'good' | 'bad' | 'watch' | 'quiet';

/** What we write ourselves beyond ASCII, for a terminal that shows no more. */
export const inAscii = (text: string): string =>
  text.replaceAll('\u00a0', ' ').replaceAll('≥', '>=').replaceAll('≤', '<=');

export function symbolOf(mark: Mark, ascii: boolean): string {
  return (ascii ? ASCII : SYMBOLS)[mark];
}

const SYMBOLS: Readonly<Record<Mark, string>> = {
  met: '✓',
  missed: '✗',
  open: '◔',
  'no data': '–',
  'no verdict': '?',
};

const ASCII: Readonly<Record<Mark, string>> = {
  met: '+',
  missed: 'x',
  open: '~',
  'no data': '-',
  'no verdict': '?',
};
