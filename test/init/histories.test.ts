import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

/** Days of 2026 from a Monday on, by the number of the working day. */
const day = (n: number): string =>
  new Date(Date.UTC(2026, 0, 5 + 7 * Math.floor(n / 5) + (n % 5))).toISOString().slice(0, 10);

/**
 * 60 tickets, one a working day, opened at 10:00 and solved at 16:00. Half of them waited for the customer from 11:00
 * to 15:00 meanwhile: of their six hours four count for nobody.
 */
const tickets = Array.from({ length: 60 }, (_, i) => `T${i},${day(i)} 10:00,${day(i)} 16:00`);
const states = Array.from({ length: 60 }, (_, i) => [
  `T${i},In progress,${day(i)} 10:00,${day(i)} 11:00`,
  ...(i % 2 === 0 ? [`T${i},Waiting for customer,${day(i)} 11:00,${day(i)} 15:00`] : []),
]).flat();
/** The same of leads in French: qualified at 10:00, contacted at 16:00. */
const leads = tickets.map((line) => line.replace('T', 'L'));
const etats = states.map((line) =>
  line
    .replace('T', 'L')
    .replace('Waiting for customer', 'En attente du client')
    .replace('In progress', 'En cours'),
);

const files = folderWith({
  'tickets.csv': `Ticket ID,Created at,Solved at\n${tickets.join('\n')}\n`,
  'history.csv': `Ticket,Status,Entered at,Left at\n${states.join('\n')}\n`,
  'silent.csv': `Ticket,Status,Entered at,Left at\n${states.filter((line) => !line.includes('Waiting')).join('\n')}\n`,
  'leads.csv': `Lead ID,Date de qualification,Premier contact le\n${leads.join('\n')}\n`,
  'etats.csv': `Lead,Statut,Entré le,Sorti le\n${etats.join('\n')}\n`,
});
afterAll(files.remove);

const FLAGS = ['--timezone', 'Europe/Paris', '--holidays', 'none', '--hours', '9-17', '--yes'];
const proposed = async (...from: readonly string[]) => {
  const given = from.flatMap((file) => ['--from', file]);
  const { status, out, err } = await files.sla('init', ...given, ...FLAGS, '--print');
  return { status, text: out, err };
};

describe('init, from tickets and the states in which they were', () => {
  it('lets the states belong to the tickets, says by what, and takes what waits off the clock', async () => {
    const { status, text, err } = await proposed('tickets.csv', 'history.csv');
    expect(err).not.toContain('error');
    expect(status).toBe(0);
    expect(text).toContain(
      '    belongs_to: { tickets: Ticket } # 60 of 60 values of "Ticket" are rows of "tickets.csv"',
    );
    expect(text).toContain('# the clock stands still where "Status" is "Waiting for customer"');
    expect(text).toContain('from_at: { column: Entered at, type: datetime, format: iso }');
    expect(text).toContain(
      'pause: { source: history, from: from_at, to: to_at, where: { status: [Waiting for customer] }, at_most: 40 business hours }',
    );
  });

  it('judges it: of two hours on the clock half of the tickets take no more, and without the pause none', async () => {
    const { text } = await proposed('tickets.csv', 'history.csv');
    const tight = text.replace(/within: [^,]+,/, 'within: 2 business hours,');
    writeFileSync(join(files.cwd, 'care.sla.yaml'), tight);
    const { out } = await files.sla('report', 'care.sla.yaml', '--format', 'json');
    const { results } = JSON.parse(out);
    const met = results.reduce((sum: number, one: { counts: { met: number } }) => sum + one.counts.met, 0);
    const n = results.reduce(
      (sum: number, one: { counts: { met: number; breached: number } }) =>
        sum + one.counts.met + one.counts.breached,
      0,
    );
    expect([met, n]).toEqual([30, 60]);
  });

  it('pauses nothing where no word says that one waits, and says so', async () => {
    const { text } = await proposed('tickets.csv', 'silent.csv');
    expect(text).toContain('belongs_to: { tickets: Ticket }');
    expect(text).toContain('# no word in it says that a row waits for somebody: a pause would name one');
    expect(text).not.toContain('pause: {');
  });
});

it('init takes the states of leads, in French too, for a pause and not for touches', async () => {
  const { status, text } = await proposed('leads.csv', 'etats.csv');
  expect(status).toBe(0);
  expect(text).toContain('    lead: Lead # 60 of 60 values of "Lead" are leads of the first export');
  expect(text).toContain(
    'pause: { source: etats, from: from_at, to: to_at, where: { status: [En attente du client] }, at_most: 40 business hours }',
  );
  expect(text).not.toContain('attempts:');
});

it('sniff of both prints the source of the states, and the pause to write', async () => {
  const { out } = await files.sla('sniff', 'tickets.csv', 'history.csv');
  expect(out).toContain(
    '    belongs_to: { tickets: Ticket } # 60 of 60 values of "Ticket" are rows of "tickets.csv"',
  );
  expect(out).toContain(
    'pause: { source: history, from: from_at, to: to_at, where: { status: [Waiting for customer] }',
  );
  // Alone it belongs to nothing that is known.
  expect((await files.sla('sniff', 'history.csv')).out).not.toContain('belongs_to');
});
