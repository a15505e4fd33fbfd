import { afterAll, expect } from 'vitest';
import { realFiles } from '../../../src/files/disk.ts';
import { main } from '../../../src/main.ts';
import { memoryIo } from '../../cli/memory-io.ts';
import { misbehaviour } from '../../hostile/run.ts';
import { postgres, whereIsPostgres } from '../../servers/postgres.ts';
import { inTurns } from '../../turns.ts';
import { folderWith } from '../folder.ts';
import { LEADS_CSV, LEADS_SQL, onTable } from './agreement.ts';

const { describe, it } = inTurns();

const SCHEMA = 'served_run';
const url = postgres?.url ?? '';
const schema = postgres?.schema(SCHEMA, [
  ...LEADS_SQL,
  'CREATE VIEW slow AS SELECT leads.*, CAST(pg_sleep(60) AS text) AS slept FROM leads',
  'CREATE TABLE forbidden AS SELECT * FROM leads',
  'CREATE TABLE half AS SELECT * FROM leads',
  'CREATE TABLE odd AS SELECT id, owner, ARRAY[qualified] AS qualified, contacted FROM leads',
  'DROP ROLE IF EXISTS served_poor',
  'CREATE ROLE served_poor LOGIN',
  `GRANT USAGE ON SCHEMA "${SCHEMA}" TO served_poor`,
  `GRANT SELECT (id) ON half TO served_poor`,
]);

const table = (name: string): string => `connection: replica\n    table: ${SCHEMA}.${name}`;

/** The server, with what becomes of its rows. */
function connectionThat(rows: string, at = url): string {
  const { hostname, port, pathname, username } = new URL(at === '' ? 'postgres://x@y:1/z' : at);
  return `replica: { engine: postgres, host: ${hostname}, port: ${port}, database: ${pathname.slice(1)}, user: ${username}, rows: ${rows} }\n`;
}

const folder = folderWith({
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.sla/connections.yaml': `replica: ${url}\n`,
  'table/leads.sla.yaml': onTable(table('leads')),
  'file/leads.sla.yaml': onTable('files: leads.csv\n    # the same rows'),
  'file/leads.csv': LEADS_CSV,
  ...Object.fromEntries(
    ['stay', 'come'].flatMap((rows) => [
      [`${rows}/.sla/connections.yaml`, connectionThat(rows)],
      [`${rows}/leads.sla.yaml`, onTable(table('leads'))],
    ]),
  ),
  'ended/.git/HEAD': 'ref: refs/heads/main\n',
  'ended/.sla/connections.yaml': connectionThat('stay'),
  'ended/leads.sla.yaml': onTable(table('slow')),
  ...Object.fromEntries(
    ['slow', 'forbidden', 'half', 'odd', 'lead'].map((name) => [
      `${name}/leads.sla.yaml`,
      onTable(table(name)),
    ]),
  ),
  'unknown/leads.sla.yaml': onTable('connection: replcia\n    table: leads'),
});

afterAll(() => {
  folder.remove();
  postgres?.schema(SCHEMA, ['DROP OWNED BY served_poor', 'DROP ROLE served_poor']);
});

const { sla } = folder;

/** The one error of a run, as its rule, its sentence and what to type. */
async function errorOf(...argv: readonly string[]): Promise<readonly [string, string, string]> {
  const { out, status } = await sla('report', ...argv, '--format', 'json');
  expect(status).toBe(2);
  const { findings } = JSON.parse(out) as {
    findings: {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly help: string;
    }[];
  };
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors).toHaveLength(1);
  return [errors[0]?.rule ?? '', errors[0]?.message ?? '', errors[0]?.help ?? ''];
}

const instead = (address: string): string => `replica=${address}`;

describe.runIf(postgres !== null)(`an agreement on a table of PostgreSQL${whereIsPostgres}`, () => {
  it.each(['check', 'report', 'cases'])(
    'is answered by "sla %s" as on a file of the same rows',
    async (command) => {
      const answer = async (where: string) => {
        const { out, status } = await sla(command, where, '--format', 'json');
        const known = JSON.parse(out, (key, value) =>
          /^(digest|file|inputs|cell)$/.test(key) ? null : value,
        );
        return { status, known };
      };
      const [ofTable, ofFile] = [await answer('table'), await answer('file')];
      expect(ofTable).toEqual(ofFile);
      expect(JSON.stringify(ofTable)).toContain('first-contact');
    },
  );

  it('has receipts of its leads, a doctor, and the file that is named in its place', async () => {
    const { out } = await sla('explain', 'B', 'table');
    // It stayed there, where no row has a place.
    expect(out).toContain(`leads, replica:${SCHEMA}.leads, key B: judged`);
    expect((await sla('explain', 'B', 'come')).out).toContain(`leads, replica:${SCHEMA}.leads:2: judged`);
    const { out: told } = await sla('doctor', 'table');
    expect(told).toContain(
      `leads (leads): replica:${SCHEMA}.leads, 3 rows: id text, qualified timestamp without time zone, contacted timestamp without time zone`,
    );
    const replaced = await sla('report', 'table', '--leads', 'file/leads.csv', '--format', 'json');
    expect(JSON.parse(replaced.out).inputs).toMatchObject([{ file: 'file/leads.csv', rows: 3 }]);
  });

  it('names the table, its rows and their digest where they came, in what it rests on', async () => {
    const inputs = async (...argv: string[]) =>
      JSON.parse((await sla('report', '--format', 'json', ...argv)).out).inputs;
    const [input] = await inputs('come');
    expect(input).toMatchObject({ source: 'leads', file: `replica:${SCHEMA}.leads`, rows: 3 });
    expect(input.sha256).toMatch(/^[0-9a-f]{64}$/);
    const stayed = { ...input, bytes: null, sha256: null };
    expect(await inputs('table')).toEqual([stayed]);
    expect(await inputs('table', '--connection', instead(url))).toEqual([stayed]);
  });

  it('judges rows that stay on their server, and refuses what would bring them', async () => {
    const { out, status } = await sla('report', 'stay', '--format', 'json');
    const { out: ofFile } = await sla('report', 'file', '--format', 'json');
    expect([status, JSON.parse(out).results]).toEqual([0, JSON.parse(ofFile).results]);
    const refused = await sla('calibrate', 'stay', '--format', 'json');
    expect([refused.status, refused.out + refused.err]).toEqual([2, expect.stringContaining('rows-stay')]);
    expect(refused.out + refused.err).toContain('and this command would bring them here');
    const elsewhere = await sla('calibrate', 'stay', '--format', 'json', '--connection', instead(url));
    expect([elsewhere.status, elsewhere.out]).toEqual([2, expect.stringContaining('rows-stay')]);
    const brought = await sla('calibrate', 'stay', '--connection', instead(`${url}?rows=come`));
    expect(brought.out + brought.err).not.toContain('rows-stay');
  });

  it('says why rows came that are not judged on their server', async () => {
    const nulls = (text: string) => text.replace('    key: id', '    key: id\n    nulls: ["0"]');
    const told = folderWith({
      '.sla/connections.yaml': `replica: ${url}\n`,
      'a.sla.yaml': nulls(onTable(table('leads'))),
      'stay/.git/HEAD': 'ref: refs/heads/main\n',
      'stay/.sla/connections.yaml': connectionThat('stay'),
      'stay/a.sla.yaml': nulls(onTable(table('leads'))),
    });
    const why = 'numbers, dates or truths stand for blanks in "leads"';
    const findings = JSON.parse((await told.sla('report', 'a.sla.yaml', '--format', 'json')).out).findings;
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'rows-came',
        severity: 'info',
        message: `The rows of "replica" were brought here to be judged: ${why}`,
      }),
    );
    const { out, status } = await told.sla('report', 'stay', '--format', 'json');
    const [refused] = JSON.parse(out).findings;
    expect([status, refused.rule, refused.message]).toEqual([
      2,
      'rows-stay',
      `The rows of "${SCHEMA}.leads" stay on "replica", and can not be judged there: ${why}`,
    ]);
    told.remove();
  });

  it('judges them where it may keep nothing, as on a replica, only if they are to stay', async () => {
    const copy = postgres?.database('served_replica', [
      'REVOKE TEMPORARY ON DATABASE served_replica FROM PUBLIC;',
      `CREATE SCHEMA "${SCHEMA}"; SET search_path = "${SCHEMA}"; ${LEADS_SQL.join(';')};`,
      `GRANT USAGE ON SCHEMA "${SCHEMA}" TO PUBLIC; GRANT SELECT ON leads TO PUBLIC;`,
    ]);
    const there = (copy?.url ?? '').replace(/[^/@]+@/, 'served_poor@');
    const told = folderWith({
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.sla/connections.yaml': connectionThat('stay', there),
      'a.sla.yaml': onTable(table('leads')),
    });
    const stayed = JSON.parse((await told.sla('report', '--format', 'json')).out);
    const { out } = await sla('report', 'file', '--format', 'json');
    expect(stayed.results).toEqual(JSON.parse(out).results);
    expect(stayed.inputs).toMatchObject([{ rows: 3, sha256: null }]);
    const came = JSON.parse(
      (await sla('report', 'table', '--connection', instead(there), '--format', 'json')).out,
    );
    expect(came.findings).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('may make no temporary tables') }),
    );
    told.remove();
  });

  it('leaves nothing on the server', async () => {
    const tables = () =>
      schema?.rows("SELECT count(*) AS n FROM pg_class WHERE relname LIKE 'leads%' AND relpersistence = 't'");
    await sla('report', 'table');
    expect(tables()).toEqual([{ n: '0' }]);
  });

  it('says what is not there, with what was probably meant', async () => {
    expect(await errorOf('lead')).toEqual([
      'no-table',
      expect.stringContaining(`has no table or view "${SCHEMA}.lead"`),
      expect.stringContaining(`did you mean "${SCHEMA}.leads"?`),
    ]);
    expect(await errorOf('unknown')).toEqual([
      'no-connection',
      'There is no connection "replcia"',
      'did you mean "replica"? the connections are "replica"',
    ]);
    expect((await errorOf('odd')).slice(0, 2)).toEqual([
      'wrong-column-type',
      'The column "qualified" is timestamp without time zone[], and the field "qualified_at" is declared datetime',
    ]);
  });

  it('says what the user may not read', async () => {
    const poor = instead(url.replace(/[^/@]+@/, 'served_poor@'));
    expect((await errorOf('forbidden', '--connection', poor))[1]).toContain(
      `may not read the table "${SCHEMA}.forbidden"`,
    );
    expect((await errorOf('half', '--connection', poor))[1]).toContain('may not read the column "qualified"');
  });

  it('says why no server answers', async () => {
    expect((await errorOf('table', '--connection', instead('postgres://127.0.0.1:1/x'))).slice(0, 2)).toEqual(
      ['no-server', 'No server answers at 127.0.0.1:1/x'],
    );
    const other = instead(url.replace(/[^/]+$/, 'nowhere'));
    expect((await errorOf('table', '--connection', other))[1]).toContain(
      'There is no database of the name in',
    );
    expect((await errorOf('table', '--connection', instead(`${url}?sslmode=verify-full`)))[1]).toContain(
      'does not speak TLS',
    );
    const nobody = instead(url.replace(/[^/@]+@/, 'served_nobody@'));
    expect((await errorOf('table', '--connection', nobody))[1]).toContain('does not let this user in');
  });

  it('is never asked for a comparison, nor to be checked', async () => {
    const away = folderWith({
      '.sla/connections.yaml': 'replica: postgres://127.0.0.1:1/nowhere\n',
      'a.sla.yaml': onTable(table('leads')),
      'b.sla.yaml': onTable(table('leads')).replace('95%', '90%'),
    });
    expect((await away.sla('validate', 'a.sla.yaml')).status).toBe(0);
    const { out } = await away.sla('diff', 'a.sla.yaml', 'b.sla.yaml');
    expect(out).toContain('no server is asked here');
    expect((await away.sla('show', 'a.sla.yaml')).status).toBe(0);
    away.remove();
  });

  it('lets the server go when the run is interrupted', async () => {
    const busy = () =>
      Number(
        schema?.rows(
          "SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = 'sla' AND wait_event = 'PgSleep'",
        )[0]?.n,
      );
    const interrupt = new AbortController();
    const { io, err } = memoryIo({ cwd: folder.cwd, files: realFiles(), signal: interrupt.signal });
    const run = main(['report', 'slow'], io);
    while (busy() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    interrupt.abort();
    expect(await run).toBe(130);
    while (busy() > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(err()).toBe('');
  });

  it('says of a statement that is ended that it was, and not that rows may not stay', async () => {
    const end = () =>
      schema?.rows(
        "SELECT pg_cancel_backend(pid) AS ended FROM pg_stat_activity WHERE application_name = 'sla' AND wait_event = 'PgSleep'",
      ) ?? [];
    const error = errorOf('ended');
    while (end().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await error).slice(0, 2)).toEqual([
      'no-server',
      expect.stringMatching(/ ended a statement that took too long, or that somebody ended: [^:]+$/),
    ]);
  });

  it('misbehaves with no hostile name', async () => {
    const name = 'a\\u001b[31m\\n::error::x';
    const outcome = await sla('report', 'table', '--connection', `replica=${url}`, '--by', 'owner');
    expect(misbehaviour({ stdout: outcome.out, stderr: outcome.err, status: outcome.status })).toBeNull();
    const hostile = folderWith({ 'a.sla.yaml': onTable(`connection: replica\n    table: "${name}"`) });
    const { out, err, status } = await hostile.sla('report', '--connection', instead(url));
    expect(misbehaviour({ stdout: out, stderr: err, status })).toBeNull();
    expect(status).toBe(2);
    hostile.remove();
  });
});
