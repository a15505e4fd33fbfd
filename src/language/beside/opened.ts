/** A file that lies beside an agreement, or why a path of the agreement names none. */
export type OpenedFile =
  | {
      readonly file: string;
      readonly shownAs: string;
      readonly bytes: Uint8Array;
    }
  | {
      readonly index: number;
      readonly message: string;
      readonly help: string;
      /** Only one of the files that the path names can't be opened. */
      readonly isAlone?: true;
    };

/** Opens the files that paths and globs name, which are relative to the agreement. */
export type OpenFiles = (patterns: readonly string[]) => Promise<readonly OpenedFile[]>;

export const noFiles: OpenFiles = async () => [];
