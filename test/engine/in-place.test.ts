import { expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { inPlace } from '../../src/engine/in-place.ts';
import { type Server, ServerFault } from '../../src/engine/server.ts';
import { written } from '../../src/sql/dialects/index.ts';

const { trino } = written;
const home = {
  task: {},
  scratch: '',
  interrupt: () => {},
  follow: () => {},
  owns: () => {},
} as unknown as Engine;

/** A Trino that answers with what it was asked, and holds what it is given where a run may make tables. */
function serverWith(tables: 'tables' | 'no tables', fault?: ServerFault, notMade?: ServerFault) {
  const held: string[] = [];
  const server = {
    ...{ engine: 'trino', where: 'trino.example.fr/lake' },
    async values(sql: string) {
      if (fault) throw fault;
      return [{ sql }];
    },
    tables:
      tables === 'no tables'
        ? null
        : {
            ...{ named: 'among others', where: 'lake.runs' },
            async hold(selects: readonly string[]) {
              if (notMade) throw notMade;
              return `SELECT * FROM lake.runs.sla_${held.push(...selects)}`;
            },
          },
  } as unknown as Server;
  if (trino === undefined) throw new Error('There is no dialect of Trino');
  return { engine: inPlace(server, trino, home), held };
}

const asked = async (engine: Engine, sql: string) => (await engine.rows<{ sql: string }>(sql))[0]?.sql;

it('Where a run may make tables each layer is made once, and asked for by the name of its table', async () => {
  const { engine, held } = serverWith('tables');
  await engine.keep('leads', ['SELECT 1 AS n']);
  await engine.rename('leads', 'leads$untold');
  await engine.keep('leads', ['SELECT n FROM "leads$untold"', 'SELECT 2']);
  await engine.view('late', 'SELECT n FROM leads');
  expect(held).toEqual([
    'SELECT 1 AS n',
    'WITH "leads$untold" AS (SELECT * FROM lake.runs.sla_1)\nSELECT n FROM "leads$untold"',
    'SELECT 2',
  ]);
  expect(await asked(engine, 'SELECT n FROM late')).toBe(
    'WITH "leads" AS (SELECT * FROM lake.runs.sla_3), "late" AS (SELECT n FROM leads)\nSELECT n FROM late',
  );
  expect(engine.holdsCases).toBe('all');
});

it('Where it may make none each statement brings what it rests on, and a fault says where tables could be', async () => {
  const { engine } = serverWith('no tables');
  await engine.keep('leads', ['SELECT 1 AS n', 'SELECT 2']);
  expect(await asked(engine, 'SELECT n FROM leads')).toBe(
    'WITH "leads" AS (SELECT 1 AS n\nUNION ALL SELECT 2)\nSELECT n FROM leads',
  );
  expect(engine.holdsCases).toBe('none');
  const whose = { engine: 'trino', where: 'trino.example.fr/lake' } as const;
  const many = new ServerFault('too-complex', whose, 'Number of stages in the query (203) exceeds 150');
  await expect(serverWith('no tables', many).engine.rows('SELECT 1')).rejects.toMatchObject({
    message: 'trino.example.fr/lake does not judge its rows: Number of stages in the query (203) exceeds 150',
    help: expect.stringContaining('scratch: CATALOG.SCHEMA'),
  });
  await expect(serverWith('tables', many).engine.rows('SELECT 1')).rejects.toMatchObject({
    help: expect.not.stringContaining('scratch'),
  });
});

it.each([
  ['forbidden', 'Access Denied: Cannot create table lake.runs.sla_1'],
  ['unknown-database', 'Schema runs not found'],
] as const)('Who may make no tables there is told where, and what to ask for: %s', async (kind, said) => {
  const fault = new ServerFault(kind, { engine: 'trino', where: 'trino.example.fr/lake' }, said);
  const { engine } = serverWith('tables', undefined, fault);
  await expect(engine.keep('leads', ['SELECT 1 AS n'])).rejects.toMatchObject({
    message: `trino.example.fr/lake lets this run make no tables in lake.runs: ${said}`,
    help: expect.stringContaining('ask for the right to create, to fill and to drop tables there'),
  });
  const unread = new ServerFault('forbidden', fault.whose, 'Access Denied: Cannot select from crm.leads');
  await expect(
    serverWith('tables', undefined, unread).engine.keep('leads', ['SELECT 1 AS n']),
  ).rejects.toMatchObject({ message: expect.stringContaining('does not judge its rows: Access Denied') });
});
