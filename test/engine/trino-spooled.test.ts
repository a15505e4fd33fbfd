import { afterEach, describe, expect, it } from 'vitest';
import { ServerFault } from '../../src/engine/server.ts';
import { openTrino } from '../../src/engine/trino.ts';
import { type FakeTrino, fakeTrino, page, type Reply } from './fake-trino.ts';

const fakes: FakeTrino[] = [];

afterEach(async () => {
  for (const one of fakes.splice(0)) await one.close();
});

async function opened(
  replies: (url: string) => readonly Reply[],
  scratch: { readonly catalog: string; readonly schema: string } | null = null,
) {
  const fake = await fakeTrino(replies);
  fakes.push(fake);
  const server = await openTrino({
    connection: {
      ...{ engine: 'trino', name: 'lake', server: fake.url, catalog: 'lake', schema: null },
      ...{ user: null, ca: null, scratch },
    },
    judges: true,
    ...{ user: null, password: null, token: null, ca: null, signal: new AbortController().signal },
  });
  return { server, heard: () => fake.heard.map(({ what }) => what), fake };
}

const json = (rows: unknown): string => JSON.stringify(rows);

const told = (text: string, rowOffset: number, rowsCount: number) => ({
  metadata: { rowOffset, rowsCount, segmentSize: Buffer.byteLength(text) },
});

const inline = (text: string, before: number, rows: number) => ({
  ...{ type: 'inline', data: Buffer.from(text).toString('base64') },
  ...told(text, before, rows),
});

const laid = (where: string, text: string, before: number, rows: number) => ({
  ...{ type: 'spooled', uri: `${where}/segment`, ackUri: `${where}/ack` },
  ...told(text, before, rows),
});

/** A page whose rows lie beside it. */
const beside = (next: string | null, segments: readonly object[], encoding = 'json'): Reply => ({
  body: {
    ...{ id: 'q', ...(next === null ? {} : { nextUri: next }), columns: [{ name: 'a', type: 'varchar' }] },
    data: { encoding, segments },
  },
});

const [FIRST, SECOND, THIRD] = [json([['İ']]), json([['b'], [null]]), json([['d']])];

describe('rows that a server lays aside', () => {
  it('are fetched where it says, in order, and told as come', async () => {
    const { server, heard, fake } = await opened((url) => [
      page(`${url}/1`),
      beside(`${url}/2`, [inline(FIRST, 0, 1), laid(`${url}/s1`, SECOND, 1, 2)]),
      { body: SECOND },
      {},
      beside(null, [laid(`${url}/s2`, THIRD, 3, 1)]),
      { body: THIRD },
      { status: 500 },
    ]);
    expect(await server.rows('SELECT a')).toEqual([{ a: 'İ' }, { a: 'b' }, { a: null }, { a: 'd' }]);
    expect(fake.heard[0]?.headers['x-trino-query-data-encoding']).toBe('json');
    expect(heard()).toEqual(
      ['POST /v1/statement', 'GET /1', 'GET /s1/segment', 'GET /s1/ack', 'GET /2', 'GET /s2/segment'].concat(
        'GET /s2/ack',
      ),
    );
  });

  it('are as exact as those of a page', async () => {
    const text = '[["9007199254740993"],["x"]]';
    const { server } = await opened(() => [beside(null, [inline(text, 0, 2)])]);
    expect(await server.values('SELECT a')).toEqual([{ a: '9007199254740993' }, { a: 'x' }]);
  });

  it.each([
    ['a row that is lost between two', () => [inline(FIRST, 0, 1), inline(SECOND, 2, 2)]],
    ['a row too few', () => [inline(FIRST, 0, 2)]],
    ['a text that is cut', () => [{ ...inline(FIRST, 0, 1), data: Buffer.from('[["x"').toString('base64') }]],
    ['what is no list of rows', () => [inline('{"a":1}', 0, 1)]],
    ['a row with a cell too many', () => [inline('[["x","y"]]', 0, 1)]],
    ['another kind', () => [{ type: 'elsewhere', metadata: {} }]],
  ])('are refused with %s', async (_, segments) => {
    const { server, heard } = await opened((url) => [page(`${url}/1`), beside(`${url}/2`, segments())]);
    await expect(server.rows('SELECT a')).rejects.toMatchObject({ kind: 'unreadable' });
    expect(heard().at(-1)).toBe('DELETE /1');
  });

  it('are refused in a form that was not asked for', async () => {
    const { server } = await opened(() => [beside(null, [inline(FIRST, 0, 1)], 'json+zstd')]);
    await expect(server.rows('SELECT a')).rejects.toMatchObject({ kind: 'unreadable' });
  });

  it('are asked for in pages where they lie at another host, which is asked nothing', async () => {
    const other = await fakeTrino(() => [{ body: SECOND }]);
    fakes.push(other);
    const { server, heard, fake } = await opened((url) => [
      // The first of them stand beside the page.
      beside(`${url}/1`, [inline(FIRST, 0, 1)]),
      beside(`${url}/2`, [laid(other.url, SECOND, 1, 2)]),
      page(null, [['İ'], ['b'], [null]]),
      page(null, [['again']]),
    ]);
    expect(await server.rows('SELECT a')).toEqual([{ a: 'İ' }, { a: 'b' }, { a: null }]);
    expect(await server.rows('SELECT a')).toEqual([{ a: 'again' }]);
    expect(heard()).toEqual([
      ...['POST /v1/statement', 'GET /1', 'DELETE /1', 'POST /v1/statement', 'POST /v1/statement'],
    ]);
    expect(
      fake.heard.flatMap(({ body, headers }) =>
        body === '' ? [] : [headers['x-trino-query-data-encoding']],
      ),
    ).toEqual(['json', undefined, undefined]);
    expect(other.heard).toEqual([]);
  });

  it('end the statement where they were fetched, and others lie at another host', async () => {
    const { server } = await opened((url) => [
      beside(`${url}/1`, [laid(`${url}/s1`, FIRST, 0, 1)]),
      { body: FIRST },
      {},
      beside(`${url}/2`, [laid('http://127.0.0.1:1', SECOND, 1, 2)]),
    ]);
    const error = await server.rows('SELECT a').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ServerFault);
    expect(error).toMatchObject({ kind: 'elsewhere', message: 'http://127.0.0.1:1' });
  });

  it('are not waited for without end: many beside pages are asked for in pages', async () => {
    const long = json([['x'.repeat(1_000_000)]]);
    const { server } = await opened((url) => [
      beside(`${url}/1`, [inline(long, 0, 1)]),
      beside(`${url}/2`, [inline(long, 1, 1)]),
      page(null, [['all']]),
    ]);
    expect(await server.rows('SELECT a')).toEqual([{ a: 'all' }]);
  });

  it('may not be those of a statement that changes something, which is sent once', async () => {
    const { server, fake } = await opened(() => [page(null), page(null)], {
      catalog: 'lake',
      schema: 'runs',
    });
    if (server.tables?.named !== 'among others') throw new Error('There are none');
    await server.tables.hold(['SELECT 1 AS a']);
    expect(fake.heard.map(({ headers }) => headers['x-trino-query-data-encoding'])).toEqual([
      undefined,
      undefined,
    ]);
  });
});
