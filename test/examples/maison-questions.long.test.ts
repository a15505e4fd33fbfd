import { cpSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { afterOfficeTime, frenchDateTime } from '../../examples/generator/office.ts';
import { folderWith } from '../app/folder.ts';
import { askedOf, filledIn, isCrowded, tenthsOf } from './asked.ts';
import { FOLDER, inProfile, minutes, type Row, rowsOf, writeExport } from './maison-oracle.ts';

const here = folderWith({});
cpSync(FOLDER, here.cwd, { recursive: true });
afterAll(() => here.remove());

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

interface House {
  readonly contacts: readonly Row[];
  readonly tickets: readonly Row[];
  readonly states: readonly Row[];
}

const SHIPPED: House = {
  contacts: rowsOf('exports/contacts.csv'),
  tickets: rowsOf('exports/billets.csv'),
  states: rowsOf('exports/etats.csv'),
};

const WAITS = 'En attente du client';

const write = (name: string, rows: readonly Row[]) => writeExport(here.cwd, name, rows);

/** What the program finds in the data of a house. */
async function foundIn({ contacts, tickets, states }: House) {
  write('contacts', contacts);
  write('billets', tickets);
  write('etats', states);
  const { out, err } = await here.sla('doctor', '--data', '--format', 'json');
  expect(err).toBe('');
  return JSON.parse(out).findings as readonly Finding[];
}

/** What it asks. */
const askedBy = async (house: House) => askedOf(await foundIn(house));

const BEGIN = minutes('01/01/2026') ?? 0;

/** Of each minute of the half year, whether it is office time. */
const OPEN = Array.from({ length: 180 * 1440 }, (_, i) => afterOfficeTime(BEGIN + i, 1) === BEGIN + i + 1);

/** Office minutes from one time to another, counted one by one. */
const officeMinutes = (from: number, to: number): number =>
  OPEN.slice(from - BEGIN, Math.max(from, to) - BEGIN).filter(Boolean).length;

const elapsedIn = (start: number | null, stop: number | null, limit: number) =>
  start === null || stop === null ? [] : [{ elapsed: officeMinutes(start, stop), limit }];

/** By promise, in which tenth of their limit clocks stopped, or were put on hold. */
function tenths({ contacts, tickets, states }: House) {
  const first = new Map<string, number>();
  for (const { Billet = '', État, 'Entré le': entered } of states) {
    const at = minutes(entered);
    if (État === WAITS && at !== null && at < (first.get(Billet) ?? Number.POSITIVE_INFINITY))
      first.set(Billet, at);
  }
  return {
    'premier-appel': tenthsOf(
      contacts
        .filter(inProfile)
        .flatMap((row) => elapsedIn(minutes(row['Reçu le']), minutes(row['Appelé le']), 240)),
    ),
    'reponse-au-client': tenthsOf(
      tickets.flatMap((row) => elapsedIn(minutes(row['Ouvert le']), minutes(row['Répondu le']), 480)),
    ),
    'billet-resolu': tenthsOf(
      tickets.flatMap((row) =>
        elapsedIn(minutes(row['Ouvert le']), first.get(row.Billet ?? '') ?? null, 32 * 60),
      ),
    ),
  };
}

const filled = ({ contacts }: House, column: string) =>
  filledIn(
    contacts,
    (row) => minutes(row['Reçu le']) ?? 0,
    (row) => row['N°'] ?? '',
    (row) => row[column] ?? '',
  );

/** The start of a clock, so many office minutes later. */
const later = (cell: string | undefined, by: number): string =>
  frenchDateTime(afterOfficeTime(minutes(cell) ?? 0, by));

describe('what the data of the house give to ask', () => {
  it('is nothing, as a loop over the rows finds', async () => {
    for (const [id, counts] of Object.entries(tenths(SHIPPED))) {
      expect(
        counts.reduce((a, b) => a + b, 0),
        id,
      ).toBeGreaterThan(30);
      expect(isCrowded(counts), `${id} ${counts}`).toBe(false);
    }
    for (const column of ['Origine', 'Budget', 'Vendeur']) {
      const { older, newest } = filled(SHIPPED, column);
      expect([older, newest], column).toEqual([100, 100]);
    }
    // Few contacts buy, so a blank amount is usual.
    expect(filled(SHIPPED, 'Montant').older).toBeLessThan(50);
    expect(await askedBy(SHIPPED)).toEqual({});
  });

  it('are the calls of a fourth of the contacts that end just before they are due', async () => {
    const contacts = SHIPPED.contacts.map((row, i) =>
      i % 4 === 0 && row['Appelé le'] !== ''
        ? { ...row, 'Appelé le': later(row['Reçu le'], 225 + (i % 14)) }
        : row,
    );
    const counts = tenths({ ...SHIPPED, contacts })['premier-appel'];
    expect(isCrowded(counts)).toBe(true);
    expect(await askedBy({ ...SHIPPED, contacts })).toEqual({ 'stops-at-due': [[counts[9], counts[8]]] });
    // With one call less the number is one less.
    const last = contacts.findIndex((row, i) => i % 4 === 0 && inProfile(row) && row['Appelé le'] !== '');
    const fewer = contacts.map((row, i) => (i === last ? { ...row, 'Appelé le': '' } : row));
    expect(await askedBy({ ...SHIPPED, contacts: fewer })).toEqual({
      'stops-at-due': [[(counts[9] ?? 0) - 1, counts[8]]],
    });
  });

  it('are tickets that wait for their customer just before they are due', async () => {
    const late = SHIPPED.tickets.filter((_, i) => i % 8 === 0);
    const states = [
      ...SHIPPED.states.filter(
        ({ Billet, État }) => État !== WAITS || !late.some((row) => row.Billet === Billet),
      ),
      ...late.map((row, i) => ({
        Billet: row.Billet ?? '',
        État: WAITS,
        'Entré le': later(row['Ouvert le'], 1740 + 9 * (i % 20)),
        'Sorti le': later(row['Ouvert le'], 1980),
      })),
    ].filter((row) => (minutes(row['Sorti le']) ?? 0) < (minutes('11/06/2026 17:00') ?? 0));
    const counts = tenths({ ...SHIPPED, states })['billet-resolu'];
    expect(isCrowded(counts)).toBe(true);
    const asked = await askedBy({ ...SHIPPED, states });
    expect(Object.keys(asked)).toEqual(['pauses-at-due']);
    expect(asked['pauses-at-due']?.map((each) => each.slice(0, 2))).toEqual([[counts[9], counts[8]]]);
  });

  it('is a seller who is no longer written down', async () => {
    const [from] = SHIPPED.contacts
      .map((row) => minutes(row['Reçu le']) ?? 0)
      .sort((a, b) => b - a)
      .slice(40);
    const contacts = SHIPPED.contacts.map((row, i) =>
      (minutes(row['Reçu le']) ?? 0) >= (from ?? 0) && i % 20 !== 0 ? { ...row, Vendeur: '' } : row,
    );
    const { older, newest } = filled({ ...SHIPPED, contacts }, 'Vendeur');
    expect(await askedBy({ ...SHIPPED, contacts })).toEqual({
      'silent-column': [[Math.round(older), Math.round(newest)]],
    });
  });
  it('is each word outside those that were agreed, as often as it stands there', async () => {
    const contacts = SHIPPED.contacts.map((row, i) =>
      i % 40 === 3 ? { ...row, Origine: 'Foire' } : i % 90 === 5 ? { ...row, Origine: 'Radio' } : row,
    );
    const times = (word: string) => contacts.filter(({ Origine }) => Origine === word).length;
    const [fair, radio] = [times('Foire'), times('Radio')];
    const outside = (findings: readonly Finding[]) =>
      findings.filter(({ message }) => message.includes('"origine"')).map(({ message }) => message);
    expect(outside(await foundIn(SHIPPED))).toEqual([]);
    expect(outside(await foundIn({ ...SHIPPED, contacts }))).toEqual([
      `${fair + radio} cells of "origine" in "leads" are outside its agreed words: "Foire" (${fair}), "Radio" (${radio})`,
    ]);
  });
});
