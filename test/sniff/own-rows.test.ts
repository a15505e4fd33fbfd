import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';

const TICKETS = `Ticket ID,Created at,First response at,Solved at,Status
T1,2026-05-04 09:00,2026-05-04 10:00,2026-05-05 10:00,Solved
T2,2026-05-05 09:00,2026-05-05 12:00,2026-05-06 10:00,Solved
T3,2026-05-06 09:00,2026-05-06 09:30,,Open
`;
const LEADS = TICKETS.replace('Ticket ID', 'Lead ID');

const here = folderWith({ 'export.csv': TICKETS, 'leads.csv': LEADS });
afterAll(here.remove);

const snippet = async (file: string): Promise<string> => {
  const { out } = await here.sla('sniff', file);
  return out.slice(out.indexOf('In an agreement\n') + 'In an agreement\n'.length);
};

it('prints rows that are no leads as a source of their own, which validates and is judged as it stands', async () => {
  const source = await snippet('export.csv');
  expect(source).toMatch(/^ {2}tickets:\n/);
  expect([...source.matchAll(/^ {6}(\w+):/gm)].map(([, name]) => name)).toEqual([
    ...['id', 'opened_at', 'answered_at', 'done_at', 'status'],
  ]);
  const agreement = agreementText({
    id: 'pasted',
    title: 'Pasted',
    effective: '{ from: 2026-05-01 }',
    timezone: 'UTC',
    teams: '{ sales: { title: Sales }, service: { title: Service } }',
    sources: `
${source}`,
    stages: '{ opened: { at: opened_at }, answered: { at: answered_at } }',
    commitments: `
  - { id: answer, owed_by: service, owed_to: sales, response: { from: opened, to: answered, within: 2 hours }, target: ">= 50%", min_cases: 1 }`,
  });
  writeFileSync(join(here.cwd, 'a.sla.yaml'), agreement);
  const { out, err } = await here.sla('check', 'a.sla.yaml', '--format', 'json');
  expect(err).toBe('');
  // Two of three were answered within two hours.
  expect(JSON.parse(out).results[0]).toMatchObject({ counts: { met: 2, breached: 1 } });
});

it('prints leads as leads', async () => {
  expect(await snippet('leads.csv')).toMatch(/^ {2}leads:\n/);
});
