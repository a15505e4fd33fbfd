import { afterAll, expect } from 'vitest';
import { decide } from '../../src/app/init/ask/decide.ts';
import { keyQuestion } from '../../src/app/init/ask/key.ts';
import { mappingOf, onlyAccepted } from '../../src/app/init/ask/mapping.ts';
import { noLeads, notLeads } from '../../src/app/init/ask/not-leads.ts';
import { leadsFirst } from '../../src/app/init/propose/leads-first.ts';
import { noContact } from '../../src/app/init/propose/untimed.ts';
import { realFiles } from '../../src/files/disk.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { InitRequest } from '../../src/model/init.ts';
import type { Sniff } from '../../src/model/sniff.ts';
import { fieldLines } from '../../src/report/sniff-fields.ts';
import { folderWith } from '../app/folder.ts';
import { memoryIo } from '../cli/memory-io.ts';
import { sniffed } from '../sniff/sniffed.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const day = (n: number): string => new Date(Date.UTC(2026, 0, 5 + n)).toISOString().slice(0, 10);
const table = (header: string, line: (i: number) => readonly (string | number)[], n = 60): string =>
  [header, ...Array.from({ length: n }, (_, i) => line(i).join(';'))].join('\n').concat('\n');

const PEOPLE = ['Ana Weber', 'Jo Lee', 'Pat Roy', 'Max Ode', 'Eva Blin'];

const sniffOf = async (file: string, text: string): Promise<Sniff> => ({
  ...{ file, bytes: text.length, packed: null },
  ...(await sniffed(text)),
});

const REQUEST = {
  ...{ from: ['x.csv'], file: null, key: null, qualified: null, contacted: null, won: null, wonWords: null },
  ...{ dateOrder: null, timezone: 'Europe/Paris', hours: null, holidays: 'none', target: null },
} as unknown as InitRequest;

/** What is decided where nobody can be asked: the flags with their values and why, or what is refused. */
async function decided(found: Sniff): Promise<string> {
  const made = await decide(
    REQUEST,
    { found, joint: null },
    () => Promise.reject(new Error('nobody is asked')),
    false,
  );
  return 'rule' in made
    ? `${made.message}; ${made.help}`
    : made.decisions.map(({ flag, value, why }) => `${flag} ${value}: ${why}`).join('\n');
}

describe('init, of a quote', () => {
  it('takes it for a win that its customer accepted it', async () => {
    const found = await sniffOf(
      'devis.csv',
      table('N° devis;Client;Date;Statut;Total HT;Accepté le', (i) => [
        ...[`D${i}`, 'Acme', day(i), i % 3 === 0 ? 'Accepté' : 'Refusé', 1000],
        i % 3 === 0 ? day(i + 10) : '',
      ]),
    );
    expect(await decided(found)).toContain(
      '--won Accepté le: its header "Accepté le": a quote is accepted by the customer',
    );
    expect(mappingOf(found)).toMatchObject({ won: { name: 'Accepté le' }, amount: { name: 'Total HT' } });
    expect(mappingOf(found).answered).toBeUndefined();
  });

  it.each([
    ['Quote No', '--won Close Date: its header "Close Date", and it holds dates\n--won-words Accepted: '],
    ['Lead ID', 'no word of "Status" (Accepted, Refused and Sent) is known to mean a win'],
  ])('takes "Accepted" for the word of a win, and of a lead it does not: %s', async (key, said) => {
    const found = await sniffOf(
      'x.csv',
      table(`${key};Created;Status;Close Date`, (i) => [
        ...[`Q${i}`, day(i), ['Accepted', 'Refused', 'Sent'][i % 3] ?? ''],
        i % 3 === 2 ? '' : day(i + 10),
      ]),
    );
    expect(await decided(found)).toContain(said);
  });
});

describe('init, of what a header seems to say', () => {
  it('tells that a conversion is no win, and that it tells no refusal', async () => {
    const found = await sniffOf(
      'x.csv',
      table('Record Id;Created Time;Lead Status;Company;Lead Source;Email;Converted Date Time', (i) => [
        ...[`z${i}`, `${day(i)} 10:00`, 'Open', 'Acme', 'Web', `p${i}@example.com`],
        i % 2 === 0 ? `${day(i + 1)} 11:00` : '',
      ]),
    );
    expect(found.preset?.name).toBe('zoho');
    expect(await decided(found)).toContain(
      '--won none: "Converted Date Time" says when a lead became a deal, not whether that was won',
    );
    expect(onlyAccepted(mappingOf(found))).toBe(true);
  });

  it('takes requests that somebody was called back for as leads, and others not', async () => {
    const asked = (header: string): Promise<Sniff> =>
      sniffOf(
        'export.csv',
        table(header, (i) => [i, PEOPLE[i % 5] ?? '', `${day(i)} 10:00`, `${day(i)} 11:00`]),
      );
    const leads = await asked('N° demande;Nom;Reçue le;Rappelée le');
    const requests = await asked('N° demande;Objet;Reçue le;Traitée le');
    const told = (found: Sniff) => notLeads(found, [mappingOf(found).id ?? []].flat());
    expect(told(leads)).toEqual([]);
    expect(told(requests).map(({ rule }) => rule)).toEqual(['not-leads']);
  });

  it('says of days without a year that they are none, and what to export', async () => {
    const found = await sniffOf(
      'x.csv',
      table('N°;Arrivée', (i) => [i, `0${1 + (i % 9)}/02`]),
    );
    const said = await decided(found);
    expect(said).toContain('"Arrivée": days without a year, such as "01/02": export it with the year');
    expect(said).not.toContain('no date at all');
  });

  it('says of a history which export comes first, and not that it is tickets', async () => {
    const found = await sniffOf(
      'ticket_comment.csv',
      table('id;ticket_id;created', (i) => [i, i % 7, `${day(i)} 10:00`]),
    );
    const refused = noLeads(found, REQUEST, false);
    expect(refused?.message).toContain('looks like a history of something else');
    expect(refused?.help).toContain('sla init --from tickets.csv --from ticket_comment.csv');
  });

  it('names the dates that may be a first contact where no header says so, and none that is planned', async () => {
    const found = await sniffOf(
      'x.csv',
      table('Lead ID;Créé le;Date rappel;Prochaine relance', (i) => [i, day(i), day(i + 1), day(i + 9)]),
    );
    const [said] = noContact(found, mappingOf(found), false);
    expect(said).toContain('If "Date rappel" is, name it with --contacted COLUMN');
    const alone = await sniffOf(
      'x.csv',
      table('Lead ID;Créé le', (i) => [i, day(i)]),
    );
    expect(noContact(alone, mappingOf(alone), false)[0]).toMatch(
      /^The export has no date of a first contact/,
    );
    // When somebody began to fill a form is known to be none.
    const form = await sniffOf(
      'x.csv',
      table('#;Start Date (UTC);Submit Date (UTC);Network ID;Tags', (i) => {
        const hour = `2026-03-02 ${10 + (i % 10)}`;
        return [`a${i}`, `${hour}:14:00`, `${hour}:17:00`, `n${i}`, 'x'];
      }),
    );
    expect(form.preset?.name).toBe('typeform');
    expect(noContact(form, mappingOf(form), false)[0]).toMatch(/^The export has no date of a first contact/);
  });

  it('takes no time of day for the key, though all of them differ', async () => {
    const found = await sniffOf(
      'x.csv',
      table('E-mail;Date de demande;Heure;Message', (i) => [
        `p${i}@ex.fr`,
        day(i),
        `${8 + Math.floor(i / 10)}h${10 + (i % 10) * 5}`,
        'Bonjour',
      ]),
    );
    expect(keyQuestion(found, mappingOf(found)).fallback).toBe('E-mail');
    expect(fieldLines(found).filter((line) => line.includes('id: Heure'))).toEqual([]);
  });

  it('says of tickets without a day on which they were opened that this one is missing', async () => {
    const found = await sniffOf(
      'x.csv',
      table('Ticket ID;First Response Time;Solved at;Rating', (i) => [i, day(i), day(i + 1), i % 5]),
    );
    expect(noLeads(found, REQUEST, false)?.help).toContain('the date on which each was opened');
  });
});

const files = folderWith({
  'board.csv': table('Prospect;Arrivée;Où en est-on', (i) => [
    ...[PEOPLE[i % 5] ?? '', day(i * 3), ['appelé', 'devis'][i % 2] ?? ''],
  ]),
  'rounded.csv': table('Lead ID;Created;Town', (i) => [`1,0${i % 3}E+05`, day(i * 3), `T${i % 9}`]),
  // One contact a day or two after each lead: whether one business day was kept, days can not tell.
  'days.csv': table('Lead ID;Created;First call', (i) => [`L${i}`, day(i * 3), day(i * 3 + 1 + (i % 2))]),
  'few.csv': table('Lead ID;Created', (i) => [`L${i}`, day(i < 10 ? i : 300 + i)], 20),
  'sales.csv': table('Sale ID;Lead ID;Sale date', (i) => [`S${i}`, `L${i}`, day(i * 3 + 2)]),
});
afterAll(files.remove);

const FLAGS = ['--timezone', 'Europe/Paris', '--holidays', 'none', '--yes', '--print'];

const proposed = async (from: string) => {
  const { status, out, err } = await files.sla('init', '--from', from, ...FLAGS);
  return { status, text: out, said: err.replace(/\s+/g, ' ') };
};

describe('init, judging the past', () => {
  it('makes no key of people of whom two may have one name, and leaves them personal', async () => {
    const { text, said } = await proposed('board.csv');
    expect(said).toContain('--key "Arrivée, Prospect"');
    expect(text).toContain('key_prospect: { column: Prospect, personal: true }');
  });

  it('makes no key of ids that a sheet has rounded, and warns', async () => {
    const { text, said } = await proposed('rounded.csv');
    expect(said).toContain('60 cells of "Lead ID" are numbers that Excel has rounded, such as "1,00E+05"');
    expect(said).toContain('--key "Created, Town"');
    expect(text).not.toContain('Lead ID');
  });

  it('chooses a limit that days without a time can tell', async () => {
    const { text } = await proposed('days.csv');
    expect(text).toContain('within: 2 business days');
    expect(text).not.toContain('max_unknown');
    expect(text).toContain('# Over 60 cases;');
  });

  it('says of months without leads how many they are', async () => {
    const { text } = await proposed('few.csv');
    // January 2026 to November: the leads are of January, and of November and later.
    expect(text).toMatch(/# No lead came in \d+% of the months of the export/);
    expect(text).not.toContain('# Reached in');
  });

  it('says in which order the exports are named', async () => {
    const { io } = memoryIo({ files: realFiles(), cwd: files.cwd });
    const problem: Diagnostic = { rule: 'no-date', severity: 'error', message: 'No date', help: 'export it' };
    const told = (...from: string[]) => leadsFirst(problem, { ...REQUEST, from }, io);
    expect((await told('sales.csv', 'days.csv')).help).toBe(
      'the first export is that of the leads: sla init --from days.csv --from sales.csv',
    );
    expect(await told('sales.csv')).toBe(problem);
  });
});
