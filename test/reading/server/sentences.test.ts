import { expect, it } from 'vitest';
import { type FaultKind, ServerFault } from '../../../src/engine/server.ts';
import { faultFinding } from '../../../src/reading/server/problems.ts';

const named = { connection: 'lake', table: 'crm.leads', path: ['sources', 'leads'] };

const told = (engine: 'postgres' | 'trino', kind: FaultKind, said = '') => {
  const { rule, message, help, path } = faultFinding(
    new ServerFault(kind, { engine, where: 'h:1/c' }, said),
    named,
  );
  return { rule, message, help, at: path?.at(-1) };
};

it('What a cluster refuses is told with the words of its engine', () => {
  expect(told('trino', 'wrong-password', 'HTTP 401, Password not allowed')).toEqual({
    ...{ rule: 'no-server', at: 'connection' },
    message: 'h:1/c does not accept the password or the token: HTTP 401, Password not allowed',
    help: 'correct SLA_LAKE_USER and SLA_LAKE_PASSWORD, or SLA_LAKE_TOKEN; where it asks for none, leave SLA_LAKE_PASSWORD out',
  });
  expect(told('postgres', 'wrong-password').help).toContain('PGPASSWORD');
  expect(told('trino', 'in-the-clear').message).toContain('without TLS');
  expect(told('trino', 'elsewhere', 'http://10.0.0.1:8080').message).toContain('http://10.0.0.1:8080');
  expect(told('trino', 'refused', "Column 'x' cannot be resolved")).toMatchObject({
    ...{ rule: 'no-table', at: 'table' },
    message: `h:1/c does not read "crm.leads" as it was asked: Column 'x' cannot be resolved`,
  });
  expect(told('trino', 'unreadable').message).toBe('h:1/c sends what is no answer of a Trino');
  expect(told('postgres', 'unreadable').message).toBe('h:1/c sends what is no answer of a PostgreSQL');
});
