/** One output stream as the program sees it. */
export interface Stream {
  /** False once the reader has gone away (`| head`): stop producing. */
  write(text: string): boolean | Promise<boolean>;
  readonly isTTY: boolean;
  readonly columns: number | null;
}

/** How far a step of long work is. */
export interface Step {
  /** `Reading leads.csv`; null for what the command is about. */
  readonly what: string | null;
  /** Of 1; null where nobody knows. */
  readonly part: number | null;
  /** Of the whole step; null where it is not made of bytes. */
  readonly bytes: number | null;
  /** Done so far; null where they are not counted. */
  readonly rows: number | null;
}

/** Follows a step by asking it now and then; what is returned says that it has ended. */
export type Watch = (now: () => Step) => () => void;

/** What long work listens to, and who follows it. */
export interface Task {
  readonly signal?: AbortSignal;
  readonly watch?: Watch;
}

/** All that the program knows of the world. Tests pass one made of memory. */
export interface Io {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly stdin: {
    readonly isTTY: boolean;
    read(): Promise<string>;
    /** The next line, where a person types; null once there is no more. */
    line?(): Promise<string | null>;
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly files: Files;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Where a person waits. */
  readonly watch?: Watch;
}

export type Producer = (put: (piece: string | Uint8Array) => Promise<void>) => Promise<void>;

/** The file system, absolute paths only. Errors are `FileProblem`s. */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  /**
   * Written to a temporary name and renamed; refuses to overwrite unless `force`. What is too long to be
   * held is produced piece by piece; nothing is left of it where the producer throws.
   */
  write(
    path: string,
    text: string | Uint8Array | Producer,
    options?: { readonly force?: boolean; readonly folder?: boolean /** Made where it is missing. */ },
  ): Promise<void>;
  /** Runs `act` while no other run does so for this file: for what is read, changed and written back. */
  locked<T>(path: string, act: () => Promise<T>): Promise<T>;
  /**
   * Fails as `write` would before its first byte: asked before long work, so that no answer is lost to a
   * name that is taken.
   */
  writable(path: string, options?: { readonly force?: boolean }): Promise<void>;
  stat(path: string): Promise<{
    /** `other`: a pipe, a socket or a device, which may have no end. */
    readonly kind: 'file' | 'directory' | 'other';
    readonly bytes: number;
    readonly modified: number;
  } | null>;
  /** Real path with links resolved. */
  real(path: string): Promise<string>;
  /** Entry names, sorted; directories end with `/`. */
  list(path: string): Promise<readonly string[]>;
  sha256(path: string): Promise<string>;
}
