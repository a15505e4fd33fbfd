import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { CERTIFICATE, KEY } from '../app/servers/fake-postgres.ts';

interface Heard {
  /** `GET /v1/x` */
  readonly what: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What a server does with a request: it answers, says nothing, or breaks off after these bytes. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  | 'nothing'
  | { readonly cut: string };

export interface FakeTrino {
  readonly url: string;
  readonly heard: readonly Heard[];
  close(): Promise<void>;
}

/** A server that answers requests, one after the other, with these replies, made once its own address is known; DELETE is always taken. */
export async function fakeTrino(
  replies: (url: string) => readonly Reply[],
  { secure = false }: { readonly secure?: boolean } = {},
): Promise<FakeTrino> {
  const heard: Heard[] = [];
  let left: Reply[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const what = `${request.method} ${request.url}`;
      heard.push({ what, headers: request.headers, body: Buffer.concat(parts).toString() });
      if (request.method === 'DELETE') response.writeHead(204).end();
      else give(response, left.shift() ?? { status: 500, body: 'nothing is left to say' });
    });
  };
  const server = secure ? createSecure({ key: KEY, cert: CERTIFICATE }, answer) : createServer(answer);
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `${secure ? 'https://localhost' : 'http://127.0.0.1'}:${port}`;
  left = [...replies(url)];
  return {
    ...{ url, heard },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function give(response: ServerResponse, reply: Reply): void {
  if (reply === 'nothing') return;
  if ('cut' in reply) {
    response.writeHead(200, { 'Content-Length': '1000' });
    response.write(reply.cut, () => response.destroy());
    return;
  }
  const { status = 200, headers = {}, body = '' } = reply;
  response.writeHead(status, headers);
  response.end(Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body));
}

/** A page of an answer. */
export const page = (
  next: string | null,
  rows: readonly (readonly unknown[])[] = [],
  columns = ['a'],
): Reply => ({
  body: {
    id: 'q',
    ...(next === null ? {} : { nextUri: next }),
    ...(rows.length > 0 ? { columns: columns.map((name) => ({ name, type: 'varchar' })), data: rows } : {}),
    stats: { state: 'RUNNING' },
  },
});

/** The page of a statement that failed. */
export const failed = (errorName: string, message: string, errorType = 'USER_ERROR'): Reply => ({
  body: { id: 'q', error: { errorName, errorType, message, errorCode: 1 } },
});
