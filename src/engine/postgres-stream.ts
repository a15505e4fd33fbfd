import type { Duplex } from 'node:stream';
import type { Client } from 'pg';

interface Reading {
  readonly stream: Duplex;
  attachListeners(stream: Duplex): void;
}

const readingOf = ({ connection }: Client): Reading => connection as unknown as Reading;

/** What was sent is no answer of a PostgreSQL. */
class Unreadable extends Error {
  readonly code = 'UNREADABLE';
}

/**
 * What a server sends and nobody can read ends the connection, and not the program: it is read as it comes, where
 * no caller waits for an error.
 */
export function guardReading(client: Client): void {
  const reading = readingOf(client);
  const attach = reading.attachListeners.bind(reading);
  reading.attachListeners = (stream) => {
    attach(stream);
    for (const read of stream.listeners('data')) {
      stream.off('data', read as () => void);
      stream.on('data', (part: Buffer) => {
        try {
          read.call(stream, part);
        } catch (error) {
          stream.destroy(isTooLong(error) ? error : new Unreadable(String(error)));
        }
      });
    }
  };
}

/** Of a text that is longer than the machine holds in one piece. */
const isTooLong = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG';

/** Milliseconds in which a server lets go. */
const GOODBYE = 2000;

/** Says goodbye, and waits no longer than a moment for the answer. */
export async function leave(client: Client): Promise<void> {
  const late = setTimeout(() => readingOf(client).stream.destroy(), GOODBYE);
  await client.end().catch(() => undefined);
  clearTimeout(late);
}
