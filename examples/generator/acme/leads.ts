import { frenchDateTime, type Minute } from '../office.ts';
import { random } from '../random.ts';
import type { Life } from './life.ts';

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
  'Attribué le',
  'Premier contact le',
  'Décision',
  'Motif',
  'Décidé le',
] as const;
type Row = Record<(typeof HEADER)[number], string>;

/** The table of `exports/leads.csv`, dirt included. */
export function leadsTable(lives: readonly Life[]): readonly (readonly string[])[] {
  const rows = lives.map(rowOf);
  spoil(rows);
  return [HEADER, ...rows.map((row) => HEADER.map((column) => row[column]))];
}

function rowOf(life: Life): Row {
  const { who, holes } = life;
  return {
    Identifiant: life.id,
    'Créé le': frenchDateTime(life.created),
    Origine: holes.source ? '' : life.source,
    Prénom: who.first,
    Nom: who.last,
    Courriel: who.email,
    Téléphone: holes.phone ? '' : who.phone,
    Société: holes.company ? '' : who.company,
    Effectif: life.size === null ? '' : String(life.size),
    Pays: life.country,
    Fonction: life.job,
    Commercial: life.seller ?? '',
    'Qualifié le': at(life.qualified),
    'Attribué le': at(life.assigned),
    'Premier contact le': at(life.contacted),
    Décision: life.decided === null ? '' : life.accepted ? 'Accepté' : 'Refusé',
    Motif: life.reason,
    'Décidé le': at(life.decided),
  };
}

const at = (minute: Minute | null): string => (minute === null ? '' : frenchDateTime(minute));

/** The dirt that real exports carry: each kind a few times, rejected rows well under 1 %. */
function spoil(rows: Row[]): void {
  const chance = random(2014);
  const contacted = (): Row => {
    for (;;) {
      const row = chance.pick(rows);
      if (row['Premier contact le'] !== '') return row;
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
