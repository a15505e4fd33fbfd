import { type ClientRequest, type IncomingMessage, request as plain, type RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as secure } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { Unanswered } from './trino-faults.ts';

/** Milliseconds that a server may be silent, and in which it lets go. */
const [SILENCE, GOODBYE] = [30_000, 2000];

/** How often something is tried that may be tried again, and the milliseconds before the second time. */
const [TRIES, FIRST_PAUSE, LONGEST_PAUSE] = [7, 50, 5000];

/** Bytes. */
const LONGEST_PAGE = 256_000_000;

/** What a server says for the moment: it has taken the request in none of these cases but those of a gateway. */
const FOR_NOW: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const NOT_TAKEN: ReadonlySet<number> = new Set([429, 503]);

export interface Wire {
  /** Sends a statement, which is tried again only where nobody has taken it. */
  post(path: string, body: string, more?: Headers): Promise<string>;
  /** Asks for what may be asked for again. */
  get(address: string): Promise<string>;
  /** Has the server end a statement; never fails, and takes a moment at most. */
  drop(address: string): Promise<void>;
  /** Says that something has come; never fails, and takes a moment at most. */
  acknowledge(address: string): Promise<void>;
  close(): void;
}

type Headers = Readonly<Record<string, string>>;

export interface ToReach {
  /** `https://trino.example.fr:8443`. */
  readonly server: string;
  readonly headers: Headers;
  readonly ca: string | null;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}

/** What is borne of a server, where it is to be otherwise. */
export interface Patience {
  /** Waits for so many milliseconds between two tries. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** Milliseconds in which a server begins to answer, or goes on with it. */
  readonly silence?: number;
  /** Bytes of the longest page, which is held as one text. */
  readonly longestPage?: number;
}

interface Asked {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly body?: string;
  readonly more?: Headers;
  readonly signal?: AbortSignal;
  readonly silence: number;
}

/**
 * The way to a server of HTTP, and to no other: what it redirects to is not asked. `fetch` would follow, and takes no
 * certificates. Throws an `Unanswered`, or why the signal was given.
 */
export function openWire({ server, headers, ca, signal, patience = {} }: ToReach): Wire {
  const { pause, silence = SILENCE, longestPage = LONGEST_PAGE } = patience;
  const isSecure = server.startsWith('https:');
  const agent = isSecure ? new SecureAgent({ keepAlive: true, ...(ca === null ? {} : { ca }) }) : undefined;
  const send = (address: string, asked: Asked): Promise<Answer> =>
    answerOf({ longestPage, ...asked }, () => {
      const options: RequestOptions = {
        ...{
          method: asked.method,
          headers: { ...headers, ...asked.more, 'Accept-Encoding': 'gzip' },
          timeout: asked.silence,
        },
        ...(agent === undefined ? {} : { agent }),
        ...(asked.signal === undefined ? {} : { signal: asked.signal }),
      };
      return isSecure ? secure(address, options) : plain(address, options);
    });
  const tried = async (address: string, asked: Asked, again: ReadonlySet<number>): Promise<string> => {
    for (let tries = 1; ; tries++) {
      signal.throwIfAborted();
      let wait = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries);
      try {
        const { status, text, retryAfter } = await send(address, asked);
        if (status === 200) return text;
        if (!again.has(status) || tries >= TRIES) throw new Unanswered({ status, said: text });
        wait = Math.max(wait, retryAfter);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof Unanswered && !error.isLost) throw error;
        if (asked.method !== 'GET' || tries >= TRIES) throw error;
      }
      await (pause?.(wait) ?? sleep(wait, undefined, { signal }));
    }
  };
  // Nobody else is told who asks.
  const say = async (method: 'GET' | 'DELETE', address: string): Promise<void> => {
    if (originOf(address) === server)
      await send(address, { method, silence: GOODBYE }).catch(() => undefined);
  };
  return {
    post: (path, body, more = {}) =>
      tried(`${server}${path}`, { method: 'POST', body, more, signal, silence }, NOT_TAKEN),
    async get(address) {
      if (originOf(address) !== server) throw new Unanswered({ elsewhere: originOf(address) });
      return tried(address, { method: 'GET', signal, silence }, FOR_NOW);
    },
    drop: (address) => say('DELETE', address),
    acknowledge: (address) => say('GET', address),
    close: () => agent?.destroy(),
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** Milliseconds. */
  readonly retryAfter: number;
}

/** Sends a request, and takes its answer as a whole. */
function answerOf(
  { body, longestPage }: Pick<Asked, 'body'> & { readonly longestPage: number },
  begin: () => ClientRequest,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let request: ClientRequest | null = null;
    const fail = (error: unknown): void => {
      request?.destroy();
      reject(error instanceof Unanswered ? error : new Unanswered({ error }));
    };
    try {
      request = begin();
    } catch (error) {
      return fail(error);
    }
    request.on('error', fail);
    request.on('timeout', () => fail(new Unanswered({ isSilent: true })));
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const { location = '', 'retry-after': after = '0' } = response.headers;
      if (status >= 300 && status < 400) return fail(new Unanswered({ elsewhere: originOf(location) }));
      const retryAfter = Math.min(30, Number.parseInt(after, 10) || 0) * 1000;
      wholeText(response, longestPage).then((text) => resolve({ status, text, retryAfter }), fail);
    });
    request.end(body);
  });
}

/** The host that an address leads to; nothing where it is none. */
const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : '');

async function wholeText(response: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  const isPacked = response.headers['content-encoding'] === 'gzip';
  const gunzip = isPacked ? createGunzip() : null;
  if (gunzip) response.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  for await (const part of (gunzip ?? response) as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > most) throw new Unanswered({ isTooLong: true });
    parts.push(part);
  }
  if (!response.complete) throw new Unanswered({ error: new Error('the answer was cut off') });
  return Buffer.concat(parts).toString('utf8');
}
