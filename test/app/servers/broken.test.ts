import { afterEach, describe, expect, it } from 'vitest';
import { connectionOfUrl } from '../../../src/language/connections/url.ts';
import { folderWith } from '../folder.ts';
import { onTable } from './agreement.ts';
import { brokenPostgres, int32, message } from './fake-postgres.ts';

const folder = folderWith({ 'a.sla.yaml': onTable('connection: replica\n    table: leads') });
let server: Awaited<ReturnType<typeof brokenPostgres>> | null = null;

afterEach(() => server?.close());

/** What a report says of a server that answers so. */
async function reportOn(answer: Buffer): Promise<{ readonly rule: string; readonly message: string }> {
  server = await brokenPostgres(answer);
  const instead = `replica=postgres://me@127.0.0.1:${server.port}/odoo`;
  const { out, status } = await folder.sla('report', '--connection', instead, '--format', 'json');
  expect(status).toBe(2);
  const { findings } = JSON.parse(out);
  return findings.find(({ severity }: { severity: string }) => severity === 'error');
}

const refusal = (code: string, said: string): Buffer =>
  Buffer.concat([message('E', `SERROR\0C${code}\0M${said}\0\0`), message('Z', 'I')]);

describe('a server that is broken, or hostile', () => {
  it.each([
    [
      'a row that is shorter than it says',
      message('D', Buffer.concat([Buffer.from([0, 5]), int32(1_000_000)])),
    ],
    ['columns that are not there', message('T', Buffer.from([0, 3, 97, 0, 0, 0]))],
    ['a way to be let in that nobody knows', Buffer.from([82, 0, 0, 0, 8, 82, 0, 0, 0])],
  ])('ends no run with %s', async (_, answer) => {
    const found = await reportOn(answer);
    expect(found.rule).toBe('no-server');
    expect(found.message).toMatch(/^127[.]0[.]0[.]1:\d+\/odoo sends what is no answer of a PostgreSQL$/);
  });

  it.each([
    [
      '22P02',
      'invalid input syntax for type integer: "jean@example.fr"',
      'invalid input syntax for type integer...',
    ],
    ['22003', 'value "jean@example.fr" is out of range for type integer', 'value ... is out of range'],
    ['P0001', 'jean@example.fr is on no list', 'SQLSTATE P0001'],
  ])('quotes no cell of what it can not make: %s', async (code, said, told) => {
    const found = await reportOn(refusal(code, said));
    expect(found.rule).toBe('no-table');
    expect(found.message).toContain(told);
    expect(found.message).not.toContain('jean@');
  });

  it('is sent no settings in the name of a database or of a host', () => {
    for (const part of ['h/odoo%00options%00-c%20x', 'h%0a/odoo', 'me%00x@h/odoo'])
      expect(connectionOfUrl('replica', `postgres://${part}`)).toMatchObject({
        message: 'The address of "replica" is none',
      });
  });
});
