import { type AddressInfo, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type Server, ServerFault, type ToOpen } from '../../src/engine/server.ts';
import { openTrino } from '../../src/engine/trino.ts';
import type { Patience } from '../../src/engine/trino-wire.ts';
import type { TrinoConnection } from '../../src/model/connection.ts';
import { CERTIFICATE } from '../app/servers/fake-postgres.ts';
import { type FakeTrino, failed, fakeTrino, page, type Reply } from './fake-trino.ts';

let fake: FakeTrino | null = null;
const others: FakeTrino[] = [];

afterEach(async () => {
  for (const one of [fake, ...others.splice(0)]) await one?.close();
  fake = null;
});

/** Milliseconds between the tries of a test, none of which is waited for. */
let pauses: number[] = [];

async function opened(
  replies: (url: string) => readonly Reply[],
  more: Partial<ToOpen<TrinoConnection>> & { readonly secure?: boolean; readonly patience?: Patience } = {},
): Promise<Server> {
  const { secure = false, patience, ...rest } = more;
  fake = await fakeTrino(replies, { secure });
  pauses = [];
  const connection: TrinoConnection = {
    engine: 'trino',
    ...{ name: 'lake', server: fake.url, catalog: 'lake', schema: 'crm' },
    ...{ user: null, ca: null, scratch: null },
  };
  const { signal } = new AbortController();
  const pause = async (milliseconds: number): Promise<void> => void pauses.push(milliseconds);
  return openTrino(
    { connection, user: 'me', password: null, token: null, ca: null, signal, ...rest },
    { pause, ...patience },
  );
}

const heard = (): readonly string[] => fake?.heard.map(({ what }) => what) ?? [];

/** What a statement is refused with. */
async function faultOf(server: Server): Promise<readonly [kind: string, said: string]> {
  try {
    await server.rows('SELECT 1');
  } catch (error) {
    if (error instanceof ServerFault) return [error.kind, error.message];
    throw error;
  }
  throw new Error('It was answered');
}

describe('the answer to a statement', () => {
  it('is its pages, which are asked for as whoever asks', async () => {
    const server = await opened((url) => [
      page(`${url}/v1/queued/1`),
      page(`${url}/v1/executing/2`, [['x', null]], ['a', 'b']),
      page(`${url}/v1/executing/3`),
      page(null, [['İ', '9007199254740993']], ['a', 'b']),
    ]);
    expect(await server.rows('SELECT a, b')).toEqual([
      { a: 'x', b: null },
      { a: 'İ', b: '9007199254740993' },
    ]);
    expect(heard()).toEqual([
      'POST /v1/statement',
      'GET /v1/queued/1',
      'GET /v1/executing/2',
      'GET /v1/executing/3',
    ]);
    expect(fake?.heard[0]?.body).toBe('SELECT a, b');
    for (const { headers } of fake?.heard ?? [])
      expect(headers).toMatchObject({
        ...{ 'x-trino-user': 'me', 'x-trino-source': 'sla', 'x-trino-time-zone': 'UTC' },
        ...{ 'x-trino-catalog': 'lake', 'x-trino-schema': 'crm' },
      });
  });

  it('comes in parts of a few pages, packed or not, and who leaves early ends it', async () => {
    const long = 'x'.repeat(3_000_000);
    const packed = (reply: Reply): Reply =>
      typeof reply === 'object' && 'body' in reply
        ? { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(JSON.stringify(reply.body)) }
        : reply;
    const replies = (url: string): readonly Reply[] => [
      page(`${url}/1`),
      packed(page(`${url}/2`, [[long]])),
      page(`${url}/3`, [[long], ['y']]),
      page(`${url}/4`, [['z']]),
      page(null),
    ];
    const server = await opened(replies);
    const sizes = [];
    for await (const part of server.parts('SELECT a')) sizes.push(part.length);
    expect(sizes).toEqual([3, 1]);
    await fake?.close();
    const left = await opened(replies);
    for await (const _ of left.parts('SELECT a')) break;
    expect(heard().at(-1)).toBe('DELETE /3');
  });
});

describe('what may be asked again', () => {
  it('is, ever later, while a server has too much to do or a page breaks off', async () => {
    const server = await opened((url) => [
      { status: 503 },
      { status: 429, headers: { 'Retry-After': '2' } },
      page(`${url}/1`),
      { status: 502, body: '<html>' },
      { status: 504 },
      { cut: '{"data": [["lost"' },
      page(null, [['once']]),
    ]);
    expect(await server.rows('SELECT a')).toEqual([{ a: 'once' }]);
    expect(pauses).toEqual([100, 2000, 100, 200, 400]);
  });

  it('is a statement only where nobody has taken it', async () => {
    const gateway = await opened(() => [{ status: 502 }]);
    expect(await faultOf(gateway)).toEqual(['lost', 'HTTP 502']);
    await fake?.close();
    expect((await faultOf(await opened(() => [{ cut: '{' }])))[0]).toBe('lost');
    expect(heard()).toEqual(['POST /v1/statement']);
  });

  it('is given up at last, and the statement ended', async () => {
    const server = await opened((url) => [page(`${url}/1`), ...Array(9).fill({ cut: '{' })]);
    expect((await faultOf(server))[0]).toBe('lost');
    expect(heard()).toEqual(['POST /v1/statement', ...Array(7).fill('GET /1'), 'DELETE /1']);
    await fake?.close();
    const silent = await opened((url) => [page(`${url}/1`), ...Array(9).fill('nothing')], {
      patience: { silence: 10 },
    });
    expect((await faultOf(silent))[0]).toBe('silent');
  });
});

describe('a server that misbehaves', () => {
  it('sends nobody to another host', async () => {
    const other = await fakeTrino(() => [page(null, [['stolen']])]);
    others.push(other);
    const redirecting = await opened(() => [{ status: 307, headers: { Location: `${other.url}/v1` } }]);
    expect(await faultOf(redirecting)).toEqual(['elsewhere', other.url]);
    await fake?.close();
    expect(await faultOf(await opened(() => [page(`${other.url}/v1/1`)]))).toEqual(['elsewhere', other.url]);
    expect(other.heard).toEqual([]);
  });

  it.each([
    ['what is no JSON', { body: '<html>' }, 'unreadable'],
    ['what is no page', { body: '[1]' }, 'unreadable'],
    ['rows that are none', { body: { data: ['x'] } }, 'unreadable'],
    ['rows of no columns', { body: { data: [['x']] } }, 'unreadable'],
    ['a row with a cell less', page(null, [['x', 'y'], ['x']], ['a', 'b']), 'unreadable'],
    ['a row with a cell more', page(null, [['x', 'y']], ['a']), 'unreadable'],
    ['a number in place of a text', page(null, [[1e21]]), 'unreadable'],
    ['a map in place of a text', page(null, [[{ a: 1 }]]), 'unreadable'],
    ['a packed page that is broken', { headers: { 'Content-Encoding': 'gzip' }, body: '{}' }, 'unreadable'],
    ['a page of another address', { status: 404, body: '<html>' }, 'unreadable'],
    ['a page that never ends', { body: { data: [['x'.repeat(20_000)]] } }, 'too-large'],
  ] as const)('ends no run with %s', async (_, reply, kind) => {
    const server = await opened((url) => [page(`${url}/1`), reply], { patience: { longestPage: 10_000 } });
    expect((await faultOf(server))[0]).toBe(kind);
    expect(heard().at(-1)).toBe('DELETE /1');
  });

  it.each([
    [
      'CATALOG_NOT_FOUND',
      "line 1:15: Catalog 'lake' not found",
      'unknown-database',
      "Catalog 'lake' not found",
    ],
    ['NOT_FOUND', 'Schema lake.runs not found', 'unknown-database', 'Schema lake.runs not found'],
    ['PERMISSION_DENIED', 'Access Denied: leads', 'forbidden', 'Access Denied: leads'],
    ['COLUMN_NOT_FOUND', "Column 'x' cannot be resolved", 'refused', "Column 'x' cannot be resolved"],
    [
      'ADMINISTRATIVELY_KILLED',
      'Query killed. Message: too big',
      'too-long',
      'Query killed. Message: too big',
    ],
    [
      'QUERY_HAS_TOO_MANY_STAGES',
      'Number of stages in the query (203) exceeds the allowed maximum (150)',
      'too-complex',
      'Number of stages in the query (203) exceeds the allowed maximum (150)',
    ],
    ['QUERY_QUEUE_FULL', 'Too many queued queries', 'too-many', 'Too many queued queries'],
    ['INVALID_CAST_ARGUMENT', "Cannot cast 'jean@example.fr' to INT", 'rows', 'INVALID_CAST_ARGUMENT'],
    ['GENERIC_USER_ERROR', 'jean@example.fr is on no list', 'rows', 'GENERIC_USER_ERROR'],
  ])('says what it refuses, and quotes no cell: %s', async (name, said, kind, told) => {
    const server = await opened((url) => [page(`${url}/1`), failed(name, said)]);
    expect(await faultOf(server)).toEqual([kind, told]);
  });

  it('is not asked by whom no header can name', async () => {
    const server = await opened(() => [page(null)], { user: 'a\nX-Trino-User: admin' });
    expect((await faultOf(server))[0]).toBe('not-allowed');
    expect(heard()).toEqual([]);
  });

  it('is told apart from one that lets nobody in', async () => {
    expect((await faultOf(await opened(() => [{ status: 401 }])))[0]).toBe('no-password');
    await fake?.close();
    const given = { secure: true, ca: CERTIFICATE, token: 'Geheim-1234' };
    const wrong = await opened(() => [{ status: 401, body: 'Geheim-1234 is wrong' }], given);
    expect(await faultOf(wrong)).toEqual(['wrong-password', 'HTTP 401, *** is wrong']);
    await fake?.close();
    expect((await faultOf(await opened(() => [{ status: 403 }])))[0]).toBe('not-allowed');
  });
});

describe('a credential', () => {
  it('travels by TLS alone, to a host that proves who it is', async () => {
    const clear = opened(() => [page(null)], { password: 'Geheim-1234' });
    await expect(clear).rejects.toMatchObject({ kind: 'in-the-clear' });
    await fake?.close();
    const stranger = await opened(() => [page(null)], { secure: true, token: 'Geheim-1234' });
    expect((await faultOf(stranger))[0]).toBe('untrusted');
    expect(heard()).toEqual([]);
  });

  it('is not sent where nobody speaks TLS, which is said in a few words', async () => {
    const clear = createServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 400 Bad\r\n\r\n'));
    await new Promise<void>((resolve) => clear.listen(0, '127.0.0.1', resolve));
    const { port } = clear.address() as AddressInfo;
    const server = await openTrino({
      connection: {
        ...{ engine: 'trino', name: 'lake', server: `https://localhost:${port}`, catalog: 'lake' },
        ...{ schema: null, user: null, ca: null, scratch: null },
      },
      ...{ user: 'me', password: 'Geheim-1234', token: null, ca: null, signal: new AbortController().signal },
    });
    const [kind, said] = await faultOf(server);
    expect(kind).toBe('no-tls');
    expect(said).toMatch(/^[a-z ]+$/);
    clear.close();
  });

  it.each([
    ['an alert of TLS', Buffer.from([0x15, 3, 3, 0, 2, 2, 0x50])],
    ['a page for people', 'HTTP/1.1 400 Bad Request\r\n\r\nThe plain HTTP request was sent to HTTPS port'],
  ])('is asked for with https where a port speaks TLS alone, which answers with %s', async (_, answer) => {
    const closed = createServer((socket) => socket.on('error', () => {}).end(answer));
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    const server = await openTrino({
      connection: {
        ...{ engine: 'trino', name: 'lake', server: `http://localhost:${port}`, catalog: 'lake' },
        ...{ schema: null, user: null, ca: null, scratch: null },
      },
      ...{ user: null, password: null, token: null, ca: null, signal: new AbortController().signal },
    });
    expect((await faultOf(server))[0]).toBe('only-tls');
    closed.close();
  });

  it.each([
    [{ token: 't' }, 'Bearer t', 'me'],
    [{ token: 't', user: null }, 'Bearer t', undefined],
    [{ password: 'pässword' }, `Basic ${Buffer.from('me:pässword').toString('base64')}`, 'me'],
  ])('is a token or a password', async (given, authorization, user) => {
    const server = await opened(() => [page(null)], { secure: true, ca: CERTIFICATE, ...given });
    await server.rows('SELECT 1');
    expect(fake?.heard[0]?.headers.authorization).toBe(authorization);
    expect(fake?.heard[0]?.headers['x-trino-user']).toBe(user);
    await server.close();
  });
});

it('An interrupted run ends its statement on the server', async () => {
  const interrupt = new AbortController();
  const server = await opened((url) => [page(`${url}/1`), 'nothing'], { signal: interrupt.signal });
  const asked = server.rows('SELECT 1');
  while (!heard().includes('GET /1')) await new Promise((resolve) => setTimeout(resolve, 2));
  interrupt.abort(new Error('Ctrl-C'));
  await expect(asked).rejects.toThrow('Ctrl-C');
  expect(heard().at(-1)).toBe('DELETE /1');
});
