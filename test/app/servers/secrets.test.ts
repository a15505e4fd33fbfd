import { afterAll, expect } from 'vitest';
import { realFiles } from '../../../src/files/disk.ts';
import { main } from '../../../src/main.ts';
import { memoryIo } from '../../cli/memory-io.ts';
import { inTurns } from '../../turns.ts';
import { folderWith } from '../folder.ts';
import { onTable } from './agreement.ts';
import { CERTIFICATE, fakePostgres } from './fake-postgres.ts';

const { describe, it } = inTurns();

const SECRET = 'Geheim-1234';
const agreement = onTable('connection: replica\n    table: leads');
const folders: { remove(): void }[] = [];

afterAll(() => {
  for (const folder of folders) folder.remove();
});

/** A run in a folder with these connections; all that it writes. */
async function said(
  connections: string | null,
  argv: readonly string[] = ['--format', 'json'],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = folderWith({
    'a.sla.yaml': agreement,
    'certs/ca.pem': CERTIFICATE,
    ...(connections === null ? {} : { '.sla/connections.yaml': connections }),
  });
  folders.push(folder);
  const { io, out, err } = memoryIo({ cwd: folder.cwd, files: realFiles(), env });
  const status = await main(['report', ...argv], io);
  expect(status).toBe(2);
  const written = out() + err();
  expect(written).not.toContain(SECRET);
  return written;
}

describe('a secret', () => {
  it.each([
    ['of an address', `replica: postgres://me:${SECRET}@db.example.fr/odoo`, 'holds a password'],
    ['of an address with a stray "%"', `replica: postgres://me:${SECRET}%@db.example.fr/odoo`, 'is none'],
    [
      'of a key',
      `replica: { engine: postgres, host: h, database: d, password: ${SECRET} }`,
      'is a secret in a file',
    ],
    [
      'of a key of another name',
      `replica: { engine: postgres, host: h, database: d, dbPwd: ${SECRET} }`,
      'is a secret in a file',
    ],
    [
      'in the place of a host',
      `replica: { engine: postgres, host: "me:${SECRET}@h", database: d }`,
      'no name of a host',
    ],
    ['in what is no YAML', `replica: [postgres://me:${SECRET}@h/d`, 'not the YAML of connections'],
    ['in what is no address', `replica: "postgres//me:${SECRET}@h/d"`, 'address'],
  ])('%s in the file of connections is an error that does not repeat it', async (_, connections, message) => {
    expect(await said(connections)).toContain(message);
    expect(await said(connections)).toMatch(/"rule": ?"(wrong-connection|yaml-syntax)"/);
    expect(await said(connections, [])).toContain('.sla/connections.yaml:1');
  });

  it('that is typed, or of the environment, is repeated by nothing, not even when the server does', async () => {
    const server = await fakePostgres((password) => `you said ${password}`);
    const address = `postgres://me@127.0.0.1:${server.port}/odoo`;
    const typed = ['--connection', `replica=${address.replace('me@', `me:${SECRET}@`)}`];
    expect(await said(null, typed)).toContain('you said ***');
    for (const name of ['PGPASSWORD', 'SLA_REPLICA_PASSWORD'])
      expect(await said(`replica: ${address}`, [], { [name]: SECRET })).toContain('you said ***');
    expect(server.heard).toEqual([SECRET, SECRET, SECRET]);
    await server.close();
    for (const wrong of [
      `replica=mysql://me:${SECRET}@h/d`,
      `replica=${SECRET}`,
      `replica=postgres://me:${SECRET}@h/d?sslmode=disable`,
    ])
      expect(await said(null, ['--connection', wrong])).toContain('address');
  });

  it.each(['2026/', '2026?', '2026#', '/', '?', '#'])(
    'is not taken for a name where "%s" in it ends the host of an address',
    async (begin) => {
      const address = `postgres://me:${begin}${SECRET}@db.invalid/odoo`;
      expect(await said(null, ['--connection', `replica=${address}`])).toContain('address of');
      expect(await said(`replica: "${address}"`)).toContain('address of');
    },
  );

  it('is not sent to a host that does not prove who it is', async () => {
    const server = await fakePostgres((password) => `you said ${password}`);
    const keys = `engine: postgres, host: localhost, port: ${server.port}, database: odoo`;
    const env = { PGPASSWORD: SECRET };
    expect(await said(`replica: { ${keys}, tls: true }`, [], env)).toContain(
      'does not prove that it is that host',
    );
    const elsewhere = `replica: { ${keys.replace('localhost', '127.0.0.1')}, ca: certs/ca.pem }`;
    expect(await said(elsewhere, [], env)).toContain('does not prove that it is that host');
    expect(server.heard).toEqual([]);
    expect(await said(`replica: { ${keys}, ca: certs/ca.pem }`, [], env)).toContain('you said ***');
    expect(server.heard).toEqual([SECRET]);
    await server.close();
  });

  it('does not travel without TLS', async () => {
    const keys = 'engine: postgres, host: db.example.fr, database: odoo';
    expect(await said(`replica: { ${keys}, tls: false }`)).toContain('would be asked without TLS');
    expect(
      await said(null, ['--connection', 'replica=postgres://db.example.fr/odoo?sslmode=disable']),
    ).toContain('is not read in the address');
    expect(await said(`replica: { ${keys}, ca: ../../ca.pem }`)).toContain('outside the repository');
  });
});
