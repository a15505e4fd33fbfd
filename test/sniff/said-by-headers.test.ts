import { describe, expect, it } from 'vitest';
import { saysRole } from '../../src/sniff/roles.ts';
import { isTimeOfDay } from '../../src/sniff/time-of-day.ts';
import { column, sniffed } from './sniffed.ts';

const TIMES = ['2026-03-02 09:14', '2026-03-31 17:00'] as const;

/** The roles of columns of two rows, in the order of their headers. */
async function rolesOf(columns: readonly (readonly [header: string, one: string, two: string])[]) {
  const line = (at: number): string => columns.map((cells) => `"${cells[at]}"`).join(',');
  const found = await sniffed(`${[0, 1, 2].map(line).join('\n')}\n`);
  return found.columns.map(({ role }) => role?.name ?? null);
}

describe('a header says when a lead came', () => {
  it.each([
    ...[
      'Date de la demande',
      ...['Date demande', 'DATE_AJOUT', 'Date inscription', 'Date saisie'],
      'Date d’entrée',
      'Créée le',
      'Saisi le',
      'Reçue le',
      'Inscrit le',
      "Date d'envoi",
    ],
    ...['Entered', 'Capture date', 'Requested on', 'Date of request', 'Signed up'],
    ...['Anfrage vom', 'Aufgenommen am', 'Erfassungsdatum'],
    ...['Fecha de ingreso', 'Fecha de solicitud', 'Fecha de envío', 'Data richiesta', 'Aanvraagdatum'],
    ...['Data de cadastro', 'Binnengekomen op', 'Demande de devis reçue le'],
  ])('%s', async (header) => {
    const roles = await rolesOf([
      ['id', '1', '2'],
      [header, ...TIMES],
      ['Last seen', ...TIMES],
    ]);
    expect(roles).toEqual(['id', 'created', null]);
  });
});

describe('a header says when sales first reached a lead', () => {
  it.each([
    ...['Date 1er appel', '1ère prise de contact', 'Rappelée le', 'Contactés le', 'Rappel effectué le'],
    ...['Called back on', 'First contact made', 'Date contacted', 'first_communication_date'],
    ...['First Activity Date', 'First follow-up', 'First email sent on', 'Reached on', 'Responded at'],
    ...['1ère activité', 'Premier e-mail envoyé'],
    ...['Erste Aktivität', 'Erstgespräch am', 'Primera actividad', 'Prima attività', 'Eerste opvolging'],
    ...['Zurückgerufen am', 'Llamado el', '1er contacto', 'Chiamato il', 'Gebeld op', 'Contatada em'],
  ])('%s', async (header) => {
    const roles = await rolesOf([
      ['id', '1', '2'],
      ['Created', ...TIMES],
      [header, ...TIMES],
    ]);
    expect(roles).toEqual(['id', 'created', 'contacted']);
  });

  it.each([
    'Date de rappel',
    'First seen',
    'First conversion date',
    'Next follow-up',
    'Rappel prévu le',
    'Dernier appel le',
    'Recall',
    'Récupération le',
  ])('and not %s, which is planned, moves or is something else', (header) => {
    expect([saysRole('contacted', header), saysRole('created', header)]).toEqual([false, false]);
  });
});

it('what was lost is not planned, though "perdue" ends as "due" does', async () => {
  const roles = await rolesOf([
    ['id', '1', '2'],
    ['Gagnée le', ...TIMES],
    ['Perdue le', ...TIMES],
    ['Due on', ...TIMES],
  ]);
  expect(roles).toEqual(['id', 'won', 'lost', null]);
});

it('who asks for an offer has none yet', () => {
  const headers = [
    'Date de demande de devis',
    'Quote request date',
    'Angebotsanfrage vom',
    'Devis envoyé le',
  ];
  expect(headers.map((header) => saysRole('proposal', header))).toEqual([false, false, false, true]);
});

it.each([
  ['Conseiller', 'owner'],
  ['Suivi par', 'owner'],
  ["Chargé d'affaires", 'owner'],
  ['Kundenberater', 'owner'],
  ['Asesor', 'owner'],
  ['Behandelaar', 'owner'],
  ['Etat', 'status'],
  ['Result', 'status'],
  ['Raison sociale', 'company'],
] as const)('%s is the %s', async (header, role) => {
  expect(
    await rolesOf([
      ['id', '1', '2'],
      [header, 'Léa', 'Max'],
    ]),
  ).toEqual(['id', role]);
});

it.each(['Deal Size', 'CA HT', 'Auftragssumme', 'Monto', 'won_value'])('%s is an amount', async (header) => {
  expect(
    await rolesOf([
      ['id', '1', '2'],
      [header, '1200', '900'],
    ]),
  ).toEqual(['id', 'amount']);
});

describe('the column that names a row', () => {
  it.each(['Vorgangsnr.', 'Leadnummer', 'Demande n°', 'Opportunity #'])('is %s', async (header) => {
    expect(
      await rolesOf([
        [header, 'A-1', 'A-2'],
        ['Created', ...TIMES],
      ]),
    ).toEqual(['id', 'created']);
  });

  it('is not one that most rows share, where another has a value for each', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `a${i},n1`).join('\n');
    const found = await sniffed(`#,ID de red\n${rows}\n`);
    expect(found.columns.map(({ role }) => role?.name ?? null)).toEqual(['id', null]);
    const alone = await sniffed(`Zeile,Lead ID\n${rows.replace(/a/g, 'x ')}\n`);
    expect(column(alone, 'Lead ID').role?.name).toBe('id');
  });
});

it('a date in two formats under the header of the creation leaves a first contact what it is', async () => {
  const rows = ['1,2026-03-02 09:14', '2,31/03/2026 10:00'].map((row) => `${row},${TIMES[0]}\n`);
  const found = await sniffed(`id,Created,First call\n${rows.join('')}`);
  expect(found.columns.map(({ role }) => role?.name ?? null)).toEqual(['id', null, 'contacted']);
});

describe('a time of day in a column of its own', () => {
  it.each([
    ['Heure', 'text', ['13 h 30', '9h05', '08:14']],
    ['Uhrzeit', 'text', ['13:09 Uhr']],
    ['Call time', 'text', ['9:14 AM', '12:05:11 pm']],
    ["Heure d'entrée", 'decimal', ['0,968056', '0,5']],
  ] as const)('is told: %s', async (name, type, examples) => {
    expect(isTimeOfDay({ name, type, examples })).toBe(true);
  });

  it.each([
    ['Call duration', 'text', ['0:05:30']],
    ['Délai (h)', 'text', ['4 h']],
    ['Taux', 'decimal', ['0,25']],
    ['Code', 'text', ['13-30']],
  ] as const)('is something else: %s', (name, type, examples) => {
    expect(isTimeOfDay({ name, type, examples })).toBe(false);
  });

  it('is shown, with why it is not read', async () => {
    const found = await sniffed('id,Heure\n1,13 h 30\n2,9 h 05\n');
    const { examples, notes } = column(found, 'Heure');
    expect(examples).toEqual(['13 h 30', '9 h 05']);
    expect(notes.join()).toContain('a time of day without a date that it is of');
  });
});
