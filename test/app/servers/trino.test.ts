import { afterAll, describe, expect, it } from 'vitest';
import { trino, whereIsTrino } from '../../servers/trino.ts';
import { folderWith } from '../folder.ts';
import { LEADS_CSV, onTable } from './agreement.ts';

const SCHEMA = 'served_run';
const rows = LEADS_CSV.split('\n')
  .slice(1)
  .map((line) => line.split(',').map((cell) => (cell === '' ? 'NULL' : `'${cell.replaceAll("'", "''")}'`)));
const LEADS = `CREATE TABLE leads AS SELECT id, owner, CAST(qualified AS timestamp(6)) AS qualified, CAST(contacted AS timestamp(6)) AS contacted
  FROM (VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}) t(id, owner, qualified, contacted)`;

const table = (name: string): string => onTable(`connection: lake\n    table: ${name}`);

const folder = folderWith({
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.sla/connections.yaml': `lake: ${trino?.url ?? ''}\n`,
  'table/leads.sla.yaml': table(`${SCHEMA}.Leads`),
  'memory/leads.sla.yaml': table(`memory.${SCHEMA}.leads`),
  'lead/leads.sla.yaml': table(`${SCHEMA}.lead`),
  'nowhere/leads.sla.yaml': table(`nowhere.${SCHEMA}.leads`),
  'file/leads.sla.yaml': onTable('files: leads.csv\n    # the same rows'),
  'file/leads.csv': LEADS_CSV,
});

afterAll(() => folder.remove());

async function told(where: string, ...argv: readonly string[]) {
  const { out, status } = await folder.sla('report', where, '--format', 'json', ...argv);
  return { status, ...JSON.parse(out) };
}

describe.runIf(trino !== null)(`an agreement on a table of Trino${whereIsTrino}`, () => {
  it('is answered as on a file of the same rows, and says of which snapshot', async () => {
    for (const catalog of ['lake', 'memory']) await trino?.schema(SCHEMA, [LEADS], catalog);
    const [ofTable, ofFile] = [await told('table'), await told('file')];
    expect(ofTable.results).toEqual(ofFile.results);
    expect(ofTable.inputs).toMatchObject([
      { file: `lake:${SCHEMA}.Leads`, rows: 3, snapshot: expect.stringMatching(/^\d+$/) },
    ]);
    const { results, inputs, findings } = await told('memory');
    expect(results).toEqual(ofFile.results);
    expect(inputs[0]).not.toHaveProperty('snapshot');
    expect(findings.map(({ rule }: { rule: string }) => rule)).toContain('not-pinned');
    const { out } = await folder.sla('doctor', 'table');
    expect(out).toContain(
      `leads (leads): lake:${SCHEMA}.Leads, 3 rows: id varchar, qualified timestamp(6), contacted timestamp(6)`,
    );
  });

  it('says what is not there, with what was probably meant', async () => {
    const error = async (where: string, ...argv: readonly string[]) => {
      const { findings } = await told(where, ...argv);
      return findings.find(({ severity }: { severity: string }) => severity === 'error');
    };
    expect((await error('lead')).help).toContain(`did you mean "${SCHEMA}.leads"?`);
    expect((await error('nowhere')).message).toContain(`has no table or view "nowhere.${SCHEMA}.leads"`);
    const other = `lake=${trino?.url.replace(/[^/]+$/, 'nowhere')}`;
    expect((await error('table', '--connection', other)).message).toContain(
      "There is no catalog, or no schema, of the name in 127.0.0.1:58080/nowhere: Catalog 'nowhere' not found".replace(
        '127.0.0.1:58080',
        new URL(trino?.url ?? '').host,
      ),
    );
  });
});
