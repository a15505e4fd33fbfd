import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { postgres, whereIsPostgres } from '../servers/postgres.ts';
import { byPeriod, report, root, sla } from './sla.ts';

const FOLDER = 'examples/odoo-database';
const textOf = (file: string): string => readFileSync(join(root, FOLDER, file), 'utf8');
const database = postgres?.database('sla_odoo_demo', [textOf('database.sql'), textOf('views.sql')]);
const connection = ['--connection', `odoo=${database?.url}`];

interface Lead {
  readonly id: number;
  readonly month: string;
  readonly created: number;
  readonly won: number | null;
  readonly wonMonth: string;
  readonly cents: number;
}

/** The tables themselves, not the views: seconds since 1970, and months of Paris. */
function leadsOfTables(): readonly Lead[] {
  const month = (column: string) =>
    `to_char(${column} AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Paris', 'YYYY-MM')`;
  const rows = database?.rows(
    `SELECT id, extract(epoch FROM create_date) AS created, ${month('create_date')} AS month, extract(epoch FROM date_closed) AS won,
     ${month('date_closed')} AS wonmonth, round(expected_revenue * 100) AS cents FROM crm_lead`,
  );
  return (rows ?? []).map((row) => ({
    ...{
      id: Number(row.id),
      month: String(row.month),
      created: Number(row.created),
      cents: Number(row.cents),
    },
    ...{ won: row.won === null ? null : Number(row.won), wonMonth: String(row.wonmonth) },
  }));
}

/** Of each lead the first call, in seconds since 1970; and the latest instant of all. */
function callsOfTables() {
  const rows = database?.rows(
    `SELECT res_id, extract(epoch FROM date) AS at, mail_activity_type_id AS kind FROM mail_message WHERE model = 'crm.lead'`,
  );
  const first = new Map<number, number>();
  let latest = 0;
  for (const row of rows ?? []) {
    const [lead, at] = [Number(row.res_id), Number(row.at)];
    latest = Math.max(latest, at);
    if (String(row.kind) === '2') first.set(lead, Math.min(first.get(lead) ?? at, at));
  }
  return { first, latest };
}

function counted(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

describe.runIf(postgres !== null)(`the example of Odoo's database${whereIsPostgres}`, () => {
  it('has the counts of a plain loop over its tables', async () => {
    const said = await report(FOLDER, ...connection);
    const leads = leadsOfTables();
    const { first, latest } = callsOfTables();
    const asOf = Math.max(latest, ...leads.flatMap(({ created, won }) => [created, won ?? 0]));
    expect(Date.parse(said.asOf) / 1000).toBe(asOf);
    expect(byPeriod(said, 'volume', ({ value }) => value)).toEqual(counted(leads.map(({ month }) => month)));

    const stateOf = ({ id, created }: Lead): string => {
      const at = first.get(id);
      if (at !== undefined) return at <= created + 86_400 ? 'met' : 'breached';
      return created + 86_400 > asOf ? 'pending' : 'breached';
    };
    const states = byPeriod(said, 'first-call', ({ counts: { met, breached, pending } }) => ({
      met,
      breached,
      pending,
    }));
    for (const [month, counts] of Object.entries(states)) {
      const own = counted(leads.filter((lead) => lead.month === month).map(stateOf));
      expect(counts).toEqual({ met: 0, breached: 0, pending: 0, ...own });
    }
    const cents: Record<string, number> = {};
    for (const lead of leads.filter(({ won }) => won !== null))
      cents[lead.wonMonth] = (cents[lead.wonMonth] ?? 0) + lead.cents;
    const sums = byPeriod(said, 'revenue', ({ value }) => Math.round((value ?? 0) * 100));
    expect(sums).toEqual(cents);
  });

  it('prints what its page shows, and no person', async () => {
    const { stdout } = await sla('report', FOLDER, ...connection);
    const [, shown = ''] = /begins so:\n\n```\n([\s\S]+?)```/.exec(textOf('README.md')) ?? [];
    expect(shown).not.toBe('');
    expect(stdout.startsWith(shown)).toBe(true);
    const receipt = await sla('explain', '12', FOLDER, ...connection, '--personal');
    expect(receipt.stdout).toContain('odoo:sla_leads');
    expect(receipt.stdout).not.toMatch(/@example|\+33|<p>/);
  });
});
