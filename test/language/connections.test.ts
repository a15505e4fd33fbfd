import { describe, expect, it } from 'vitest';
import { readConnections } from '../../src/language/connections/read.ts';
import { connectionOfUrl } from '../../src/language/connections/url.ts';

/** The connection of a file with one, and what is told of it. */
function read(written: string) {
  const { connections, diagnostics } = readConnections('connections.yaml', `lake: ${written}\n`);
  return { lake: connections.lake, told: diagnostics.map(({ message }) => message) };
}

const LAKE = {
  ...{ name: 'lake', engine: 'trino', catalog: 'iceberg', schema: null },
  ...{ user: null, ca: null, scratch: null },
};

describe('the connection of a Trino', () => {
  it.each([
    [
      '{ engine: trino, server: "https://trino.example.fr:8443", catalog: iceberg }',
      { server: 'https://trino.example.fr:8443' },
    ],
    [
      '{ engine: trino, server: "https://trino.example.fr/", catalog: iceberg, schema: crm, user: me, tls: { ca: certs/ca.pem } }',
      { server: 'https://trino.example.fr', schema: 'crm', user: 'me', ca: 'certs/ca.pem' },
    ],
    [
      '{ engine: trino, server: "http://localhost:8080", catalog: iceberg }',
      { server: 'http://localhost:8080' },
    ],
    [
      '{ engine: trino, server: "https://h", catalog: iceberg, scratch: memory.runs }',
      { server: 'https://h', scratch: { catalog: 'memory', schema: 'runs' } },
    ],
    [
      '{ engine: trino, server: "https://h", catalog: iceberg, scratch: runs }',
      { server: 'https://h', scratch: { catalog: 'iceberg', schema: 'runs' } },
    ],
    ['https://trino.example.fr:8443/iceberg', { server: 'https://trino.example.fr:8443' }],
    [
      'https://me@trino.example.fr/iceberg/my%20schema',
      { server: 'https://trino.example.fr', user: 'me', schema: 'my schema' },
    ],
    ['http://[::1]:8080/iceberg/', { server: 'http://[::1]:8080' }],
    [
      'https://h/iceberg?scratch=memory.my%20runs&rows=stay',
      { server: 'https://h', scratch: { catalog: 'memory', schema: 'my runs' }, rows: 'stay' },
    ],
    [
      'https://h/iceberg/crm?scratch=runs',
      { server: 'https://h', schema: 'crm', scratch: { catalog: 'iceberg', schema: 'runs' } },
    ],
  ])('is a map or an address: %s', (written, expected) => {
    expect(read(written)).toEqual({ lake: { ...LAKE, ...expected }, told: [] });
  });

  it.each([
    ['{ engine: trino, server: "https://h" }', '"catalog" of "lake" is one text'],
    ['{ engine: trino, catalog: c }', '"server" of "lake" is one text'],
    ['{ engine: trino, server: "https://h/c", catalog: c }', '"server" of "lake" is no address of a Trino'],
    [
      '{ engine: trino, server: "https://me:x@h", catalog: c }',
      '"server" of "lake" is no address of a Trino',
    ],
    [
      '{ engine: trino, server: "https://h", catalog: c, scratch: a.b.c }',
      '"scratch" of "lake" is no schema',
    ],
    ['{ engine: trino, server: "https://h", catalog: c, scratch: .b }', '"scratch" of "lake" is no schema'],
    ['{ engine: trino, server: "postgres://h", catalog: c }', '"server" of "lake" is no address of a Trino'],
    ['{ engine: trino, server: "http://h", catalog: c }', '"lake" would be asked without TLS'],
    ['{ engine: trino, server: "https://h", catalog: c, host: h }', 'A connection has no "host"'],
    [
      '{ engine: trino, server: "https://h", catalog: c, token: x }',
      '"token" of "lake" is a secret in a file',
    ],
    [
      '{ engine: trino, server: "https://h", catalog: c, tls: false }',
      '"tls" of "lake" is a map with "ca" alone',
    ],
    [
      '{ engine: trino, server: "http://localhost", catalog: c, tls: { ca: a } }',
      '"tls" of "lake" is for an address',
    ],
    ['{ engine: presto, server: "https://h" }', 'The engine of "lake" is none that is read'],
    ['{ replica: { engine: postgres, host: h } }', '"lake" does not say its engine'],
    ['https://me:x@h/c', 'The address of "lake" holds a password'],
    ['https://h', 'The address of "lake" names no catalog'],
    ['https://h/c/s/t', 'The address of "lake" is none'],
    ['https://h/c?user=me', '"user" is not read in the address of "lake"'],
    ['https://h/c?scratch=a.b.c', '"scratch" of "lake" is no schema'],
    ['https://h/c?scratch=', '"scratch" of "lake" is no schema'],
    ['https://h/c?scratch=a&rows=leave', '"rows" of "lake" is stay or come'],
    ['postgres://h/d?rows=come&rows=stay', '"rows" of "lake" is stay or come'],
    ['postgres://h/d?scratch=runs', '"scratch" is not read in the address of "lake"'],
    ['https://h/c%00', 'The address of "lake" is none'],
    ['http://trino.example.fr/c', '"lake" would be asked without TLS'],
    ['https://me:1/b@h/c', 'The address of "lake" has an "@" after its host'],
    ['ftp://h/c', 'The address of "lake" is of no server whose tables are read'],
  ])('is refused where it says too little, or too much: %s', (written, message) => {
    const { lake, told } = read(written.startsWith('{') ? written : `"${written}"`);
    expect(lake).toBeUndefined();
    expect(told).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['{ engine: trino, server: "http://h", catalog: c }', 'write https, or go through a tunnel to localhost'],
    ['{ engine: postgres, host: h, database: d, tls: false }', expect.stringContaining('leave tls out')],
    ['{ engine: trino, server: "https://h" }', 'add "catalog:"'],
    ['{ engine: trino, server: "https://h", catalog: "a\\nb" }', 'write one text on one line'],
  ])('says what to write in its place: %s', (written, help) => {
    const { diagnostics } = readConnections('connections.yaml', `lake: ${written}\n`);
    expect(diagnostics.map((each) => each.help)).toEqual([help]);
  });

  it('says behind its address what becomes of its rows, of a PostgreSQL too', () => {
    expect(read('"postgres://h/d?rows=come&sslmode=verify-full"').lake).toMatchObject({
      ...{ engine: 'postgres', tls: true, rows: 'come' },
    });
  });

  it('may hold a password where it was typed', () => {
    expect(connectionOfUrl('lake', 'https://me:p%40ss@h/iceberg')).toMatchObject({
      connection: { ...LAKE, server: 'https://h', user: 'me' },
      password: 'p@ss',
    });
  });
});
