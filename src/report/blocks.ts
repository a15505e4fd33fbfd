import type { Block, Tone } from './table.ts';

/**
 * What a page says, before any format: sentences, groups, folds and charts beside the blocks of a report. A
 * writer lays them out and escapes every text; one that draws nothing writes what a chart reads.
 */
export type PageBlock =
  | Block
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5; readonly words: readonly Words[] }
  | { readonly kind: 'text'; readonly words: readonly Words[]; readonly role?: TextRole }
  | { readonly kind: 'points'; readonly role: PointsRole; readonly items: readonly (readonly Words[])[] }
  | Group
  | Fold
  /** What programs find a place by, in a page that people fill in: a comment of Markdown. */
  | { readonly kind: 'marker'; readonly name: string }
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'chart'; readonly chart: Chart; readonly reads: string };

export interface Group {
  readonly kind: 'group';
  readonly role: GroupRole;
  /** What a link of the page goes to. */
  readonly id?: string;
  readonly blocks: readonly PageBlock[];
}

export interface Fold {
  readonly kind: 'fold';
  /** What a link of the page goes to. */
  readonly id?: string;
  /** Parts of one line, side by side where there is room. */
  readonly title: readonly (readonly Words[])[];
  readonly blocks: readonly PageBlock[];
  /** On paper: its content too; else its title alone. */
  readonly printed: boolean;
}

/** A piece of a sentence. */
export type Words = string | Styled;

export interface Styled {
  readonly text: string;
  readonly tone?: Tone;
  readonly shape?: Shape;
  /** The id of a place in the page. */
  readonly to?: string;
  /** Of an author's text: the language of the agreement. */
  readonly lang?: string | undefined;
  readonly role?: 'strong' | 'number' | 'small';
  /** The part of a bar that it is about. */
  readonly part?: BarPart;
  /** What the shape says, for those who hear the page. */
  readonly said?: string;
}

/** A verdict by shape: a filled one is final, a hollow one is not. */
export type Shape = 'kept' | 'missed' | 'kept so far' | 'missed so far' | 'open' | 'none';

type TextRole = 'sub' | 'intro' | 'quiet' | 'number' | 'who' | 'said' | 'question';
/** `blank` is to be filled in, `tick` to be ticked. */
type PointsRole = 'lines' | 'legend' | 'keys' | 'plain' | 'ids' | 'blank' | 'tick';
type GroupRole =
  | 'agreement'
  | 'first'
  | 'hits'
  | 'hit'
  | 'pair'
  | 'section'
  | 'card'
  | 'head'
  | 'body'
  | 'numbers'
  | 'measure'
  | 'more'
  | 'figure'
  | 'folds';

/** A table of the page: cells hold words, and a row may belong to a group. */
export interface Grid {
  readonly role: 'months' | 'cases' | 'plain' | 'overview' | 'blank';
  readonly caption: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

interface GridColumn {
  readonly title: string;
  readonly now?: true;
  readonly numbers?: true;
  /** Its cells stay on one line: dates, and names that somebody looks for. */
  readonly whole?: true;
  /** On a phone, where a row is a card, its cells have a line of their own: sentences. */
  readonly wide?: true;
}

export type GridRow =
  | { readonly kind: 'group'; readonly text: readonly Words[] }
  | { readonly kind: 'row'; readonly cells: readonly GridCell[] };

export interface GridCell {
  /** One line after the other. */
  readonly lines: readonly (readonly Words[])[];
  readonly chart?: { readonly chart: Chart; readonly reads: string };
  readonly now?: true;
}

export type Chart = LineChart | BarChart | BandsChart | PaceChart | BricksChart;

/** A number by period, with its target. */
export interface LineChart {
  readonly kind: 'line';
  readonly of: 'rate' | 'number';
  readonly columns: readonly { readonly label: string; readonly now: boolean }[];
  readonly points: readonly LinePoint[];
  /** One a stretch of terms, in columns; the last has a label. */
  readonly targets: readonly {
    readonly from: number;
    readonly to: number;
    readonly value: number;
    readonly label: string;
  }[];
}

export interface LinePoint {
  /** In columns: 0.5 is the middle of the first. */
  readonly at: number;
  readonly value: number;
  readonly worst: number | null;
  readonly best: number | null;
  readonly shape: Shape;
  readonly label: string;
}

/** Parts of one whole, in their order. */
export interface BarChart {
  readonly kind: 'bar';
  readonly parts: readonly { readonly of: BarPart; readonly n: number }[];
  /** A fraction of what is kept and late. */
  readonly target: number | null;
}

type BarPart = 'kept' | 'late' | 'open' | 'unknown';

export interface BandsChart {
  readonly kind: 'bands';
  readonly bands: readonly {
    readonly label: string;
    readonly n: number;
    readonly late: number;
    /** Apart from the others: it is no long wait. */
    readonly never: boolean;
  }[];
  /** Bands that lie within the limit. */
  readonly within: number;
  readonly limit: string;
}

/** A number that grows over the open days of a period. */
export interface PaceChart {
  readonly kind: 'pace';
  /** After each open day that has passed. */
  readonly values: readonly number[];
  readonly days: number;
  readonly target: number;
  readonly projected: number;
  readonly labels: {
    readonly value: string;
    readonly target: string;
    readonly projected: string;
    readonly first: string;
  };
}

/** Promises by period, a brick each. */
export interface BricksChart {
  readonly kind: 'bricks';
  readonly columns: readonly {
    readonly label: string;
    readonly now: boolean;
    readonly missed: number;
    readonly kept: number;
    readonly other: number;
  }[];
  /** Bricks of the tallest column of all rows. */
  readonly most: number;
}
