import { semicolonCsv, windows1252 } from './csv.ts';
import { afterOfficeTime, DAY, dayOf, frenchDate, frenchDateTime, type Minute, weekdayOf } from './office.ts';
import { person } from './people.ts';
import { type Random, random } from './random.ts';
import * as shape from './shapes.ts';

const SEED = 20260624;
const LEADS = 2000;
const FIRST_DAY = dayOf('2026-01-02');
/** The export was made on Wednesday 24 June 2026 at 17:20: nothing in it is later. */
const EXPORTED: Minute = dayOf('2026-06-24') * DAY + 17 * 60 + 20;

const HEADER = [
  'Identifiant',
  'Créé le',
  'Origine',
  'Prénom',
  'Nom',
  'Courriel',
  'Téléphone',
  'Société',
  'Effectif',
  'Pays',
  'Fonction',
  'Commercial',
  'Qualifié le',
  'Premier contact le',
  'Décision',
  'Motif',
  'Décidé le',
  'Statut',
  'Montant (€)',
  'Gagné le',
] as const;
type Column = (typeof HEADER)[number];
type Row = Record<Column, string>;

const OWNERS = [
  'Anaïs Fauvet',
  'Benoît Kerdrel',
  'Céline Orsenne',
  'David Hautbois',
  'Éléa Sévignac',
] as const;
const REASONS = ['Pas de budget', 'Pas de projet', 'Déjà équipé', 'Injoignable', 'Hors cible'] as const;

/** The bytes of `examples/acme/exports/leads.csv`. */
export function acmeLeads(): Uint8Array {
  const chance = random(SEED);
  const arrivals = arrivalDays(chance);
  const rows = arrivals
    .sort((a, b) => a - b)
    .map((created, index) => lead(chance, `ACM-${String(index + 1).padStart(5, '0')}`, created));
  spoil(chance, rows);
  return windows1252(semicolonCsv([HEADER, ...rows.map((row) => HEADER.map((column) => row[column]))]));
}

function arrivalDays(chance: Random): Minute[] {
  const days: [number, number][] = [];
  for (let day = FIRST_DAY; day * DAY < EXPORTED; day++) {
    days.push([day, month(day * DAY).arrivals * (shape.WEEKDAYS[weekdayOf(day)] as number)]);
  }
  const hours = shape.HOURS.map((weight, hour) => [hour, weight] as const);
  const arrivals: Minute[] = [];
  while (arrivals.length < LEADS) {
    const minute = chance.weighted(days) * DAY + chance.weighted(hours) * 60 + chance.between(0, 59);
    if (minute < EXPORTED) arrivals.push(minute);
  }
  return arrivals;
}

function lead(chance: Random, id: string, created: Minute): Row {
  const who = person(chance, chance.chance(0.07));
  const size = Math.round(chance.quantile(shape.SIZES));
  const row: Row = {
    Identifiant: id,
    'Créé le': frenchDateTime(created),
    Origine: chance.weighted([
      ['Site web', 40],
      ['Salon', 14],
      ['Webinaire', 18],
      ['Recommandation', 12],
      ['Publicité', 16],
    ]),
    Prénom: who.first,
    Nom: who.last,
    Courriel: who.email,
    Téléphone: who.phone,
    Société: who.company,
    Effectif: chance.chance(0.03) ? '' : String(size),
    Pays: chance.weighted([
      ['FR', 78],
      ['BE', 9],
      ['CH', 6],
      ['LU', 2],
      ['DE', 3],
      ['ES', 2],
    ]),
    Fonction: chance.weighted([
      ['Directeur marketing', 22],
      ['Directrice générale', 18],
      ['Responsable commercial', 25],
      ['Chef de projet', 21],
      ['Étudiant', 3],
      ['Stagiaire', 2],
      ['', 9],
    ]),
    Commercial: '',
    'Qualifié le': '',
    'Premier contact le': '',
    Décision: '',
    Motif: '',
    'Décidé le': '',
    Statut: 'Nouveau',
    'Montant (€)': '',
    'Gagné le': '',
  };
  const wait = Math.round(chance.quantile(shape.DAYS_TO_QUALIFIED) * DAY) + chance.between(0, 4);
  const qualified = wait > DAY ? afterOfficeTime(created + wait, chance.between(0, 300)) : created + wait;
  if (!chance.chance(shape.QUALIFIED_SHARE) || qualified > EXPORTED) return row;
  row['Qualifié le'] = frenchDateTime(qualified);
  row.Statut = 'Qualifié';
  if (!chance.chance(shape.NO_OWNER_SHARE)) row.Commercial = chance.pick(OWNERS);
  blank(chance, row, month(qualified).blank);
  contact(chance, row, qualified, size);
  return row;
}

function contact(chance: Random, row: Row, qualified: Minute, size: number): void {
  const { wait, decision } = month(qualified);
  const lastHours = qualified > EXPORTED - 6 * 60;
  if (chance.chance(lastHours ? 0.7 : 0.025)) return; // not contacted, or not yet
  const haste = size >= 500 ? 0.5 : 1;
  const minutes = Math.ceil(chance.quantile(shape.FIRST_CONTACT_MINUTES) * wait * haste);
  // A few answers are given from home, outside office hours.
  const contacted = chance.chance(0.03) ? qualified + minutes : afterOfficeTime(qualified, minutes);
  if (contacted > EXPORTED) return;
  row['Premier contact le'] = frenchDateTime(contacted);
  row.Statut = 'En cours';
  const hours = chance.quantile(shape.HOURS_TO_DECISION) * decision;
  const decided = afterOfficeTime(contacted, Math.round(hours * 60));
  if (chance.chance(0.05) || decided > EXPORTED) return; // never decided
  row['Décidé le'] = frenchDateTime(decided);
  const accepted = chance.chance(0.64);
  row.Décision = row.Statut = accepted ? 'Accepté' : 'Refusé';
  if (!accepted) row.Motif = chance.chance(0.04) ? '' : chance.pick(REASONS);
  if (!accepted || !chance.chance(shape.WON_SHARE_OF_QUALIFIED / 0.58)) return;
  const won = Math.floor(decided / DAY + chance.quantile(shape.DAYS_TO_WON));
  if ((won + 1) * DAY > EXPORTED) return;
  row.Statut = 'Gagné';
  row['Gagné le'] = frenchDate(won);
  row['Montant (€)'] = french(Math.round(chance.quantile(shape.AMOUNTS) * 20) / 20);
}

/** Marketing hands over a record with a hole in it. */
function blank(chance: Random, row: Row, factor: number): void {
  if (chance.chance(0.013 * factor)) row.Téléphone = '';
  if (chance.chance(0.007 * factor)) row.Société = '';
  if (chance.chance(0.005 * factor)) row.Origine = '';
}

/** The dirt that real exports carry: each kind a few times, rejected rows well under 1 %. */
function spoil(chance: Random, rows: Row[]): void {
  const contacted = (): Row => {
    for (;;) {
      const row = chance.pick(rows);
      if (row['Premier contact le'] !== '' && row.Statut !== 'Gagné') return row;
    }
  };
  for (let i = 0; i < 4; i++) contacted()['Qualifié le'] = '31/02/2026 10:15';
  for (let i = 0; i < 5; i++) contacted()['Premier contact le'] = 'n/c';
  for (let i = 0; i < 2; i++) contacted().Identifiant = '';
  for (let i = 0; i < 9; i++) {
    const row = contacted(); // the CRM kept the contact of last year's campaign: the stop is before the start
    if (row['Premier contact le'] !== 'n/c')
      row['Premier contact le'] = row['Créé le'].replace(/\/2026/, '/2025');
  }
  // 02:12 does not exist on the day the clocks go forward: a script wrote it.
  const spring = rows.find((row) => row['Qualifié le'].startsWith('29/03/2026'));
  if (spring !== undefined) spring['Qualifié le'] = '29/03/2026 02:12';
  for (let i = 0; i < 14; i++) {
    const at = chance.between(0, rows.length - 1); // the same row exported twice, side by side
    rows.splice(at, 0, { ...(rows[at] as Row) });
  }
}

const month = (minute: Minute): (typeof shape.MONTHS)[string] => {
  const label = new Date(minute * 60_000).toISOString().slice(0, 7);
  const found = shape.MONTHS[label];
  if (found === undefined) throw new Error(`no story for ${label}`);
  return found;
};

/** `12 345,60`: a no-break space between the thousands, a comma before the cents. */
const french = (value: number): string => {
  const [whole = '', cents = ''] = value.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${cents}`;
};
