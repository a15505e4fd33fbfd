import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownExports } from '../../src/app/exports/known.ts';
import { root, sharedFile, sla, unlessShared } from '../examples/sla.ts';
import { column, lines, sniffed } from './sniffed.ts';

const one = async (header: string, ...cells: string[]) =>
  column(await sniffed(lines(header, ...cells)), header);

/** Beside a date of creation, as exports have one. */
const beside = async (header: string) =>
  column(await sniffed(`id,Arrived,${header}\n1,2026-03-01,2026-03-02\n`), header);

describe('types', () => {
  it.each([
    ['integer', null, ['1', '250', '-3']],
    ['decimal', '.', ['1.5', '250', '1,234.50']],
    ['decimal', ',', ['12 345,60', '0,5']],
    ['decimal', null, ['1.234', '5.678']],
    ['boolean', null, ['true', 'false', 'true']],
    ['text', null, ['0123', '0456']],
    ['text', null, ['red', 'green', '3']],
    ['empty', null, ['', '']],
  ])('%s, decimal sign %s', async (type, decimal, cells) => {
    expect(await one('Value', ...cells)).toMatchObject({ type, decimal });
  });

  it.each([
    ['EUR', ['1 200,50 €', '900 €', '']],
    ['GBP', ['£1,200.50', '£900.00']],
    ['BRL', ['R$ 1.200,50', 'R$ 900,00']],
    [null, ['1 200,50 €', '900', '700 €']],
    [null, ['1 200,50 €', '£900,00']],
    // The sign of a dollar is that of many currencies.
    [null, ['$1,200.50', '$900.00']],
  ])('the currency of numbers is %s where all of them are %j', async (currency, cells) => {
    expect(await one('Value', ...cells)).toMatchObject({ currency });
  });

  it.each(['Phone', 'Téléphone', 'Code postal', 'SIRET'])(
    'take the digits of "%s" for a code, of which zeros in front may be lost',
    async (header) => {
      const found = await one(header, '612345678', '33612345678', '612345679');
      expect(found).toMatchObject({ type: 'text', evidence: 'codes of 9 to 11 digits, not numbers' });
      expect((await one('Visits', '612345678', '33612345678')).type).toBe('integer');
    },
  );

  it('count blanks, words for blank and values', async () => {
    expect(await one('Pays', 'FR', '', 'n/a', 'BE', 'FR')).toMatchObject({
      filled: 3,
      blank: 1,
      nulls: { 'n/a': 1 },
      distinct: 2,
      exact: true,
      values: [
        { value: 'FR', n: 2 },
        { value: 'BE', n: 1 },
      ],
    });
  });

  it('estimate many values within a few percent', async () => {
    const text = `id,v\n${Array.from({ length: 60_000 }, (_, i) => `${i},w${(i * 7919) % 40_000}\n`).join('')}`;
    const found = column(await sniffed(text, 1 << 16), 'v');
    expect(found.exact).toBe(false);
    expect(Math.abs(found.distinct - 40_000) / 40_000).toBeLessThan(0.05);
  });
});

describe('roles', () => {
  it.each([
    ['Became a Marketing Qualified Lead Date', 'qualified'],
    ['Qualifié le', 'qualified'],
    ['First outreach date', 'contacted'],
    ['Premier contact le', 'contacted'],
    ['Gagné le', 'won'],
    ['Sale_Date', 'won'],
    ['Date de vente', 'won'],
    ['Signed on', 'won'],
    ['Dernière modification', 'modified'],
    ['engage_date', 'opportunity'],
    ["Date de création de l'opportunité", 'opportunity'],
    ['Site_Visit_Date', 'meeting'],
    ['Date du RDV', 'meeting'],
    ['Negotiation_Date', 'proposal'],
    ['Devis envoyé le', 'proposal'],
  ])('of the date "%s": %s', async (header, role) => {
    expect((await beside(header)).role?.name).toBe(role);
  });

  it.each(['Last Contacted', 'Last activity date', 'Next Activity Date', 'Task due date', 'Dernier contact'])(
    'give no first contact to "%s"',
    async (header) => {
      const found = await one(header, '2026-03-02', '2026-03-03');
      expect(found.role).toBeNull();
      expect(found.notes.join()).toContain('no first contact');
    },
  );

  it.each(['createdDate', 'Created On', 'Date de création', 'Créé le', 'Lead_Date'])(
    'of "%s": created',
    async (header) => {
      expect((await one(header, '2026-03-02', '2026-03-03')).role?.name).toBe('created');
    },
  );

  it('take the only date of a file for the start, also where it is a contact by nobody knows whom', async () => {
    expect((await one('first_contact_date', '2026-03-02', '2026-03-03')).role?.name).toBe('created');
  });

  it('tell the date of an opportunity from that of an acceptance, and a hoped amount from a won one', async () => {
    const found = await sniffed(
      'lead_id,created_date,sql_date,opportunity_date,expected_arr,AnnualRevenue,Sale_Value_AED\n1,2026-03-01,2026-03-02,2026-03-03,100,9000,80\n2,2026-03-01,2026-03-03,2026-03-04,200,9001,90\n',
    );
    const roles = Object.fromEntries(found.columns.map(({ name, role }) => [name, role?.name ?? null]));
    expect(roles).toEqual({
      lead_id: 'id',
      created_date: 'created',
      sql_date: 'answered',
      opportunity_date: 'opportunity',
      expected_arr: null,
      AnnualRevenue: null,
      Sale_Value_AED: 'amount',
    });
    expect(column(found, 'expected_arr').notes.join()).toContain('what is expected');
    expect(column(found, 'AnnualRevenue').notes.join()).toContain('the company');
  });

  it('take of two dates of winning the one that is filled as often as the amount', async () => {
    const text = (booked: string) =>
      `id,created,booking_date,sale_date,amount\n1,2026-03-01,${booked},,\n2,2026-03-01,2026-03-03,2026-03-04,5\n3,2026-03-01,,,\n`;
    const two = await sniffed(text('2026-03-02'));
    expect(column(two, 'booking_date').role).toBeNull();
    expect(column(two, 'sale_date').role).toEqual({
      name: 'won',
      why: 'its header "sale_date", and it is filled as often as the amount (1)',
    });
    expect(column(await sniffed(text('')), 'booking_date').role?.name).toBe('won');
  });

  it.each(['LEADID', 'lead_id', 'LeadID'])('know the key "%s"', async (header) => {
    const found = await sniffed(`Name,${header},Created\nAna,7,2026-03-02\nBo,8,2026-03-03\n`);
    expect(column(found, header).role?.name).toBe('id');
  });

  it('know the number of a lead in French', async () => {
    const found = await sniffed('N° de piste;Créé le\nP-1;02/03/2026\nP-2;03/03/2026\n');
    expect(column(found, 'N° de piste').role?.name).toBe('id');
  });

  it.each(['first_response_hours', 'Days to Close', 'Délai de réponse', 'response_time_mins'])(
    'say of the number "%s" that it is a length of time',
    async (header) => {
      const notes = (await one(header, '36', '2')).notes;
      expect(notes).toEqual([
        'a length of time: how much of it was open in a calendar can not be told without its start and its end',
      ]);
      expect((await one(header, '2026-03-01 10:00', '2026-03-02 10:00')).notes.join()).not.toContain(
        'length',
      );
    },
  );

  it('need cells of their type', async () => {
    expect((await one('Qualified', 'yes', 'no')).role).toBeNull();
  });
});

describe('personal columns', () => {
  it('are shown by their form alone', async () => {
    const found = await one('Email', 'jean.dupont@acme.example', 'a1@b.example');
    expect(found.personal).toBe(true);
    expect(found.examples).toEqual(['xxxx.xxxxxx@xxxx.xxxxxxx', 'x9@x.xxxxxxx']);
    expect(found.values).toEqual([]);
  });

  it('are known by their cells where the header hides it', async () => {
    expect((await one('Champ 7', 'a@b.example', 'c@d.example')).personal).toBe(true);
  });
});

describe('sla sniff', () => {
  const presets = readdirSync(join(root, 'examples')).filter((name) =>
    existsSync(join(root, `examples/${name}/exports/leads.csv`)),
  );

  it.each(presets.filter((name) => knownExports.some((known) => known.name === name)))(
    'recognises the preset of the example %s',
    async (name) => {
      const { status, stdout } = await sla('sniff', `examples/${name}/exports/leads.csv`, '--format', 'json');
      expect(status).toBe(0);
      expect(JSON.parse(stdout).results[0].preset.name).toBe(name);
    },
  );

  it('tells the leads of a CRM from its other exports, and says what is missing', async () => {
    const row = (...names: string[]) => `${names.join(',')}\n${names.map((_, i) => i).join(',')}\n`;
    const system = ['Id', 'OwnerId', 'Status', 'CreatedDate', 'LastModifiedDate'];
    const person = ['FirstName', 'LastName', 'Title', 'Phone', 'Email', 'LeadSource'];
    const task = await sniffed(row(...system, 'WhoId', 'Subject', 'ActivityDate', 'CallType', 'Description'));
    const contact = await sniffed(row(...system, ...person, 'AccountId', 'Birthdate'));
    const lead = await sniffed(row(...system, ...person, 'Company'));
    const few = await sniffed(
      row(...system, 'Company', ...Array.from({ length: 20 }, (_, i) => `Custom_${i}__c`)),
    );
    expect([task.preset, contact.preset, few.preset]).toEqual([null, null, null]);
    expect(lead.preset).toMatchObject({ name: 'salesforce', matched: 12, of: 12 });
    expect(lead.near).toBeNull();
    expect(contact.near).toBe(
      'not "salesforce" (Salesforce, leads by their API names), though 11 of 13 headers are its own: it has no "Company" or "ConvertedDate"',
    );
    expect(few.near).toContain(
      'though 6 of 26 headers are its own: of the 19 columns that it knows, 6 are there',
    );
    const undated = await sniffed(
      'Id,Company,Title,Phone,Email,FirstName,LastName,Status\n1,2,3,4,5,6,7,8\n',
    );
    expect(undated.near).toContain('it has none of its dates');
    expect((await sniffed('a,b\n1,2\n')).near).toBeNull();
  });

  it('takes few columns of a preset where the file has few others', async () => {
    const found = await sniffed(
      'Record ID,Create Date,Email,Lead Status,Score\n1,2026-03-01 10:00,a@b.example,New,3\n',
    );
    expect(found.preset).toMatchObject({ name: 'hubspot', matched: 4, of: 5 });
  });

  it('writes a page that names no person', async () => {
    const { stdout } = await sla('sniff', 'examples/hubspot/exports/leads.csv');
    expect(stdout).toContain('Became a Marketing Qualified Lead Date');
    expect(stdout).not.toContain('Quéméner');
    expect(stdout).not.toContain('@groupecrecy');
  });

  it('says what is wrong with a file that is not there, and goes on', async () => {
    const { status, stdout } = await sla('sniff', 'absent.csv', 'examples/odoo/exports/leads.csv');
    expect(status).toBe(2);
    expect(stdout).toContain('There is no such file');
    expect(stdout).toContain('240 rows');
  });

  it(`reads the public exports${unlessShared}`, async ({ skip }) => {
    if (unlessShared !== '') skip();
    const read = async (file: string) =>
      JSON.parse((await sla('sniff', sharedFile(file), '--format', 'json')).stdout).results[0];
    const funnel = await read('b2b-funnel/leads.csv');
    expect(funnel.rows).toBe(12_000);
    const roles = Object.fromEntries(
      funnel.columns.flatMap((c: { name: string; role: { name: string } | null }) =>
        c.role ? [[c.role.name, c.name]] : [],
      ),
    );
    expect(roles).toMatchObject({
      id: 'lead_id',
      created: 'created_date',
      qualified: 'mql_date',
      won: 'customer_date',
    });
    expect((await read('salesforce-workshop/Lead.csv')).preset.name).toBe('salesforce');
    expect((await read('zoho-crm-demo/Leads.csv')).preset.name).toBe('zoho-analytics');
  });
});

describe('ids that come again', () => {
  it('are counted, with what an agreement has to say of them', async () => {
    const found = column(await sniffed('id,created\n1,2026-03-01\n2,2026-03-02\n2,2026-03-03\n'), 'id');
    expect(found.role?.why).toBe('its header "id"; 1 of its values come again');
    expect(found.notes).toContain(
      'rows with the same id that differ are refused when leads are judged, unless the agreement says "duplicates: latest" or "recycled: each"',
    );
    const unique = column(await sniffed('id,created\n1,2026-03-01\n2,2026-03-02\n'), 'id');
    expect(unique.notes).toEqual([]);
  });
});

describe('a column whose header says nothing', () => {
  const cells = (header: string, ...texts: readonly string[]): string =>
    `id,${header}\n${texts.map((text, i) => `L${i},"${text}"\n`).join('')}`;

  it.each([
    ['telephones in groups', ['06 12 34 56 78', '+33 1 70 00 00 01', '(312) 555-0199'], '99 99 99 99 99'],
    ['telephones in one piece', ['9876543210', '9876543211', '9123456789'], '9999999999'],
    ['full names', ['Anna Maria Weber', 'Jean Dupont', 'Bo Li'], 'xxxx xxxxx xxxxx'],
    ['names that come again', ['Jean Dupont', 'Jean Dupont', 'Bo Li', 'Bo Li'], 'xxxx xxxxxx'],
    ['first names', ['Naruto', 'Sasuke', 'Sakura'], 'xxxxxx'],
    ['an address among words', ['asked', 'write to bo@acme.example', 'asked'], 'xxxxx'],
    ['free text', ['Called back, wants a quote', 'No budget', 'See Anna'], 'xxxxxx xxxx, xxxxx x xxxxx'],
  ])('shows %s by their form alone', async (_, texts, first) => {
    const { examples, values, notes } = column(await sniffed(cells('Field 7', ...texts)), 'Field 7');
    expect(examples[0]).toBe(first);
    expect(values).toEqual([]);
    expect(notes).toContain('its header is not known, and its cells may be of people: shown by their form');
  });

  it.each([
    ['words of a list', ['Mining', 'Powerline', 'Mining', 'Powerline', 'Mining', 'Powerline']],
    ['codes', ['COMPANY089', 'COMPANY091', 'COMPANY124']],
    ['numbers', ['12', '15', '900']],
  ])('shows %s as they are', async (_, texts) => {
    const found = column(await sniffed(cells('Field 7', ...texts)), 'Field 7');
    expect(found.examples[0]).toBe(texts[0]);
  });

  it('or that says what people write hides their sentences', async () => {
    const long = 'Spoke to Anna Weber on Tuesday, she left the firm in March';
    const found = column(await sniffed(cells('Loss reason', long, 'Too dear', 'See above')), 'Loss reason');
    expect(found.examples.join()).not.toContain('Anna');
  });
});

it('an id that is who somebody is stays hidden, and one cell of a person under a known header', async () => {
  const found = await sniffed(
    'Lead ID,Status,source_id\nAna Weber,New,7\nJo van Berg,ask jo@example.com,8\nPat Roy,New,7\n',
  );
  const id = column(found, 'Lead ID');
  expect([id.role?.name, id.personal, id.examples[0]]).toEqual(['id', true, 'xxx xxxxx']);
  const status = column(found, 'Status');
  expect(status.examples).toEqual(['New', 'xxx xx@xxxxxxx.xxx']);
  expect(status.values).toEqual([{ value: 'New', n: 2 }]);
  // A number of another table.
  expect(column(found, 'source_id').role).toBeNull();
});

it('what somebody wrote about leads is shown by its form, however often it comes again', async () => {
  const found = await sniffed(
    `id,Notes,Qui,Quiz\n${Array.from({ length: 20 }, (_, i) => `${i},fils malade,lea,ok\n`).join('')}`,
  );
  expect(column(found, 'Notes').examples).toEqual(['xxxx xxxxxx']);
  expect(column(found, 'Qui').examples).toEqual(['xxx']);
  expect(column(found, 'Notes').values).toEqual([]);
  expect(column(found, 'Quiz').examples).toEqual(['ok']);
});
