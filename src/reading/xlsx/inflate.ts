import { createInflateRaw } from 'node:zlib';
import type { UnzipDecoder, UnzipDecoderConstructor } from 'fflate';

/** Bytes of a piece that is handed on. */
const PIECE = 1 << 18;

/** Unpacks the parts of an archive beside the program: Node's own inflater takes a fraction of the time of one in JavaScript. */
export interface Inflater {
  readonly decoder: UnzipDecoderConstructor;
  /** When all that was pushed is unpacked and handed on. */
  settled(): Promise<void>;
  /** Lets go of what is under way. */
  close(): void;
}

export function inflater(): Inflater {
  const waiting: Promise<void>[] = [];
  const streams = new Set<ReturnType<typeof createInflateRaw>>();
  class Decoder implements UnzipDecoder {
    /** The number of the method in an archive: deflate. */
    static readonly compression = 8;
    ondata: UnzipDecoder['ondata'] = () => undefined;
    readonly #stream = createInflateRaw({ chunkSize: PIECE });
    /** At its end, which may come before that of its bytes, or where it is broken. */
    readonly #over = new Promise<void>((resolve) => {
      for (const event of ['end', 'error', 'close']) this.#stream.once(event, () => resolve());
    });

    constructor() {
      streams.add(this.#stream);
      this.#stream.on('data', (piece: Uint8Array<ArrayBuffer>) => this.ondata(null, piece, false));
      this.#stream.on('end', () => this.ondata(null, NOTHING, true));
      this.#stream.on('error', (error) => this.ondata(error as never, NOTHING, false));
    }

    push(chunk: Uint8Array, isLast: boolean): void {
      const stream = this.#stream;
      if (stream.destroyed || stream.readableEnded) return;
      const written = new Promise<void>((resolve) => stream.write(chunk, () => resolve()));
      waiting.push(Promise.race([written, this.#over]));
      if (!isLast) return;
      stream.end();
      waiting.push(this.#over);
    }

    terminate(): void {
      this.#stream.destroy();
    }
  }
  return {
    decoder: Decoder,
    async settled() {
      await Promise.all(waiting.splice(0));
    },
    close() {
      for (const stream of streams) stream.destroy();
    },
  };
}

const NOTHING = new Uint8Array(0);
