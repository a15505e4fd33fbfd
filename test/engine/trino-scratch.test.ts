import { afterEach, describe, expect, it } from 'vitest';
import { openTrino } from '../../src/engine/trino.ts';
import { type FakeTrino, failed, fakeTrino, page, type Reply } from './fake-trino.ts';

let fake: FakeTrino | null = null;

afterEach(async () => {
  await fake?.close();
  fake = null;
});

const statements = (): readonly string[] =>
  (fake?.heard ?? []).filter(({ what }) => what.startsWith('POST')).map(({ body }) => body);

async function opened(replies: (url: string) => readonly Reply[], { judges = true, signal = never() } = {}) {
  fake = await fakeTrino(replies);
  const server = await openTrino({
    connection: {
      ...{
        engine: 'trino',
        name: 'lake',
        server: fake.url,
        catalog: 'lake',
        schema: null,
        user: null,
        ca: null,
      },
      scratch: { catalog: 'lake', schema: 'A"b' },
    },
    ...{ user: null, password: null, token: null, ca: null, signal, judges },
  });
  const { tables } = server;
  if (tables !== null && tables.named !== 'among others') throw new Error('They are those of a session');
  return { server, tables };
}

const never = (): AbortSignal => new AbortController().signal;

const NOTHING = page(null);
const OWN = /^SELECT [*] FROM ("lake"[.]"A""b"[.]"sla_\d{10}_[0-9a-f]{16}_0")$/;

describe('tables of a run in a schema of a Trino', () => {
  it('are made once, asked for by a name that nobody guesses, and dropped at the end', async () => {
    const { server, tables } = await opened(() => Array(5).fill(NOTHING));
    const rows = (await tables?.hold(['SELECT 1 AS a', 'SELECT 2'])) ?? '';
    const path = OWN.exec(rows)?.[1];
    expect(path).toBeDefined();
    await server.close();
    expect(statements().slice(1)).toEqual([
      `CREATE TABLE ${path} AS SELECT 1 AS a`,
      `INSERT INTO ${path} SELECT 2`,
      `DROP TABLE IF EXISTS ${path}`,
    ]);
    const { tables: others } = await opened(() => Array(5).fill(NOTHING));
    expect(await others?.hold(['SELECT 1 AS a'])).not.toBe(rows);
  });

  it('left by a run that was killed are dropped, and none that may be in use', async () => {
    const old = 'sla_1600000000_0123456789abcdef_7';
    const { tables } = await opened(() => [
      page(null, [[old]], ['name']),
      failed('PERMISSION_DENIED', 'no'),
      NOTHING,
    ]);
    await tables?.hold(['SELECT 1 AS a']);
    const [left = '', dropped] = statements();
    // As a Trino lists it, whatever letters it was written in.
    expect(left).toContain(`table_schema = 'a"b'`);
    const before = Number(/AS BIGINT[)] < (\d+)$/.exec(left)?.[1]);
    expect(Math.abs(Date.now() / 1000 - 86_400 - before)).toBeLessThan(3600);
    expect(dropped).toBe(`DROP TABLE IF EXISTS "lake"."A""b"."${old}"`);
    expect(statements()).toHaveLength(3);
  });

  it('are dropped after Ctrl-C, and where making one failed', async () => {
    const interrupt = new AbortController();
    const { server, tables } = await opened((url) => [NOTHING, page(`${url}/1`), 'nothing', NOTHING], {
      signal: interrupt.signal,
    });
    const held = tables?.hold(['SELECT 1 AS a']);
    while (!fake?.heard.some(({ what }) => what === 'GET /1')) await new Promise((go) => setTimeout(go, 2));
    interrupt.abort(new Error('Ctrl-C'));
    await expect(held).rejects.toThrow('Ctrl-C');
    await server.close();
    expect(fake.heard.map(({ what }) => what)).toContain('DELETE /1');
    expect(statements().at(-1)).toMatch(/^DROP TABLE IF EXISTS "lake"[.]"A""b"[.]"sla_\d+_\w+_0"$/);
  });

  it('are none where only rows are read', async () => {
    const { server, tables } = await opened(() => [], { judges: false });
    expect(tables).toBeNull();
    await server.close();
    expect(fake?.heard).toEqual([]);
  });
});
