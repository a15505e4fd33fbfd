import type { Figures, Program } from './measure.ts';

/** What a row is held to. */
export type Goal =
  /** At most so many times the processor time of another row of its section. */
  | { readonly ratio: number; readonly against: string }
  /** A peak of memory of fewer bytes. */
  | { readonly peak: number }
  /** The same answer in each run. */
  | 'answer';

export interface Row extends Program {
  readonly goals: readonly Goal[];
  /** Why it can't run here; null where it can. */
  readonly absent: string | null;
}

/** What ran, by name. */
export type Told = ReadonlyMap<string, Figures>;

/** Programs that run in turn. */
export interface Section {
  /** The word of `--only`. */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** At least so many rounds, whatever is asked for: what takes a tenth of a second can be measured more often. */
  readonly rounds: number;
  /** Writes the exports and agreements that the programs read, where they are not there yet. */
  prepare(): Promise<void>;
  /** Where answers differ that must not, in words. */
  differences(stdout: (name: string) => string): readonly string[];
}

/** A program of Node that has to reach nothing: what others are held against. */
export const plain = (name: string, ...args: readonly string[]): Row => ({
  ...{ name, args },
  ...{ goals: [], absent: null },
});

export const BARE = 'node -e 0';
export const bare = plain(BARE, '-e', '0');
