import { french, frenchDay } from './clock.ts';
import { semicolonCsv, windows1252 } from './csv.ts';
import { afterOfficeTime, DAY, dayOf, type Minute, weekdayOf } from './office.ts';
import { random } from './random.ts';

/** The firm exports its files on the morning of 12 June 2026. */
const EXPORTED: Minute = dayOf('2026-06-12') * DAY + 9 * 60;
const FIRST = dayOf('2026-01-05');
const LAST = dayOf('2026-06-11');

const SALES = ['Anaïs', 'Basile', 'Coralie'] as const;
const MARKETING = ['Delphine', 'Émeric'] as const;

type Row = readonly string[];

/** A minute of the morning or the afternoon of a weekday. */
function workingDays(): readonly number[] {
  const days: number[] = [];
  for (let day = FIRST; day <= LAST; day++) if (weekdayOf(day) < 5) days.push(day);
  return days;
}

/** What has not happened by the day of the export is not in it. */
const seen = (at: Minute | null): Minute | null => (at === null || at > EXPORTED ? null : at);

/** Path under `examples/maison` to the bytes of each file that the generator writes. */
export function maisonFiles(): Readonly<Record<string, Uint8Array>> {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const excel = (rows: readonly Row[]): Uint8Array => windows1252(semicolonCsv(rows));
  return {
    'exports/contacts.csv': excel(contacts()),
    'exports/billets.csv': excel(tickets()),
    'exports/etats.csv': excel(states(tickets())),
    'registres/demandes.csv': utf8(semicolonCsv(requests())),
    'registres/decisions.csv': utf8(semicolonCsv(actions())),
    'registres/arbitrages.csv': utf8(semicolonCsv(decisions())),
    'registres/rencontres.csv': utf8(
      `${meetings()
        .map((row) => row.join(','))
        .join('\n')}\n`,
    ),
    ...Object.fromEntries(MINUTES.map((path) => [path, utf8(minutesOf(path))])),
  };
}

/** Leads of a maker of fitted kitchens: shows, the shop and the web. */
function contacts(): readonly Row[] {
  const chance = random(41);
  const rows: Row[] = [];
  for (const day of workingDays()) {
    for (let n = chance.between(1, 4); n > 0; n--) {
      const came = day * DAY + chance.between(8 * 60, 19 * 60);
      const quick = chance.chance(0.88) ? chance.between(5, 230) : chance.between(250, 1500);
      const called = chance.chance(0.05) ? null : afterOfficeTime(came, quick);
      const fits = chance.chance(0.8);
      const won =
        fits && called !== null && chance.chance(0.16) ? called + chance.between(6, 35) * DAY : null;
      rows.push([
        `C-${String(rows.length + 1).padStart(4, '0')}`,
        chance.weighted([
          ['Site', 5],
          ['Salon', 2],
          ['Magasin', 2],
          ['Recommandation', 1],
        ] as const),
        String(fits ? chance.between(8, 45) * 1000 : chance.between(1, 6) * 1000),
        chance.pick(SALES),
        french(came),
        french(seen(called)),
        frenchDay(seen(won)),
        seen(won) === null ? '' : `${chance.between(70, 420) * 100},00`,
      ]);
    }
  }
  const header = ['N°', 'Origine', 'Budget', 'Vendeur', 'Reçu le', 'Appelé le', 'Vendu le', 'Montant'];
  return [header, ...rows];
}

/** Tickets of customer care: the first answer, the end, and what the customer thought of it, from 1 to 5. */
function tickets(): readonly Row[] {
  const chance = random(42);
  const rows: Row[] = [];
  for (const day of workingDays()) {
    for (let n = chance.between(0, 3); n > 0; n--) {
      const opened = day * DAY + chance.between(8 * 60, 18 * 60);
      const answered = afterOfficeTime(
        opened,
        chance.chance(0.9) ? chance.between(10, 440) : chance.between(500, 1600),
      );
      const solved = chance.chance(0.9) ? afterOfficeTime(answered, chance.between(60, 4000)) : null;
      const mark =
        seen(solved) !== null && chance.chance(0.7)
          ? String(
              chance.weighted([
                [5, 5],
                [4, 4],
                [3, 2],
                [2, 1],
                [1, 1],
              ] as const),
            )
          : '';
      rows.push([
        `B-${String(rows.length + 1).padStart(4, '0')}`,
        chance.weighted([
          ['Livraison', 3],
          ['Pose', 3],
          ['Appareil', 2],
          ['Facture', 1],
        ] as const),
        french(opened),
        french(seen(answered)),
        french(seen(solved)),
        mark,
      ]);
    }
  }
  return [['Billet', 'Motif', 'Ouvert le', 'Répondu le', 'Résolu le', 'Note'], ...rows];
}

/** In which state a ticket was, from when to when: at work, and for some hours or days waiting for the customer. */
function states([, ...rows]: readonly Row[]): readonly Row[] {
  const chance = random(46);
  const told: Row[] = [];
  for (const [ticket = '', , , answered = '', solved = ''] of rows) {
    if (answered === '' || !chance.chance(0.45)) continue;
    const end = solved === '' ? EXPORTED : minuteOf(solved);
    const asked = afterOfficeTime(minuteOf(answered), chance.between(20, 400));
    const back = afterOfficeTime(asked, chance.between(120, 1600));
    if (asked >= end) continue;
    told.push([ticket, 'En cours', answered, french(asked)]);
    // What was solved meanwhile, or is not told yet.
    const until = back < end ? back : solved === '' ? null : end;
    told.push([ticket, 'En attente du client', french(asked), french(until)]);
  }
  return [['Billet', 'État', 'Entré le', 'Sorti le'], ...told];
}

/** Of `02/03/2026 09:14`. */
function minuteOf(text: string): Minute {
  const [date = '', time = ''] = text.split(' ');
  const [hour = '', minute = ''] = time.split(':');
  return dayOf(date.split('/').reverse().join('-')) * DAY + Number(hour) * 60 + Number(minute);
}

/** What sales asks of marketing: a leaflet, a page, an argument. */
function requests(): readonly Row[] {
  const chance = random(43);
  const rows: Row[] = [];
  for (let day = FIRST + 2; day <= LAST; day += chance.between(3, 9)) {
    if (weekdayOf(day) > 4) continue;
    const asked = day * DAY + 10 * 60;
    const answered = afterOfficeTime(
      asked,
      chance.chance(0.8) ? chance.between(200, 2000) : chance.between(2600, 5200),
    );
    rows.push([
      `D-${String(rows.length + 1).padStart(3, '0')}`,
      chance.pick(['Plaquette', 'Page du site', 'Argumentaire', 'Photos de chantier', 'Offre du mois']),
      chance.pick(SALES),
      frenchDay(asked),
      frenchDay(seen(answered)),
    ]);
  }
  return [['n°', 'sujet', 'demandé par', 'demandé le', 'répondu le'], ...rows];
}

/** What meetings decide: who does it, by which day, and when it was done. */
function actions(): readonly Row[] {
  const chance = random(44);
  const rows: Row[] = [];
  for (const [date] of MEETINGS) {
    for (let n = 3; n > 0; n--) {
      const decided = dayOf(date) * DAY;
      const due = decided + chance.between(7, 28) * DAY;
      const done = chance.chance(0.78)
        ? due - chance.between(0, 5) * DAY
        : chance.chance(0.6)
          ? due + chance.between(1, 12) * DAY
          : null;
      const team = chance.pick(['marketing', 'ventes'] as const);
      rows.push([
        `A-${String(rows.length + 1).padStart(3, '0')}`,
        team,
        team === 'marketing' ? chance.pick(MARKETING) : chance.pick(SALES),
        frenchDay(decided),
        frenchDay(due),
        frenchDay(seen(done)),
      ]);
    }
  }
  return [['n°', 'équipe', 'qui', 'décidé le', 'pour le', 'fait le'], ...rows];
}

/** What management has to settle: a budget, a discount, a hire. */
function decisions(): readonly Row[] {
  const chance = random(45);
  const rows: Row[] = [];
  for (let day = FIRST + 4; day <= LAST; day += chance.between(8, 15)) {
    const asked = day * DAY + 9 * 60;
    const settled = afterOfficeTime(
      asked,
      chance.chance(0.75) ? chance.between(300, 2200) : chance.between(2500, 6000),
    );
    rows.push([
      `P-${String(rows.length + 1).padStart(2, '0')}`,
      chance.pick(['Budget du salon', 'Remise de lancement', 'Recrutement', 'Nouveau modèle exposé']),
      frenchDay(asked),
      frenchDay(seen(settled)),
    ]);
  }
  return [['n°', 'question', 'posée le', 'tranchée le'], ...rows];
}

/** The monthly meeting, and the half days that one team spends with the other; each with its minutes, or without. */
const MEETINGS: readonly (readonly [date: string, minutes: boolean])[] = [
  ['2026-01-20', true],
  ['2026-02-17', true],
  ['2026-03-17', true],
  ['2026-04-21', false],
  ['2026-05-19', true],
];
const CROSSED: readonly (readonly [date: string, who: string, minutes: boolean])[] = [
  ['2026-01-28', 'Delphine', true],
  ['2026-02-25', 'Émeric', true],
  ['2026-04-15', 'Anaïs', true],
  ['2026-05-27', 'Delphine', true],
];

const minutesPath = (date: string): string => `comptes-rendus/${date}.md`;

const MINUTES = [
  ...MEETINGS.map(([date, is]) => [date, is] as const),
  ...CROSSED.map(([date, , is]) => [date, is] as const),
]
  .filter(([, is]) => is)
  .map(([date]) => minutesPath(date));

function meetings(): readonly Row[] {
  const rows = [
    ...MEETINGS.map(([date]) => [date, 'réunion', 'les deux équipes', minutesPath(date)]),
    ...CROSSED.map(([date, who]) => [date, 'expérience croisée', who, minutesPath(date)]),
  ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return [['date', 'quoi', 'qui', 'compte_rendu'], ...rows];
}

function minutesOf(path: string): string {
  const date = /\d{4}-\d\d-\d\d/.exec(path)?.[0] ?? '';
  const day = frenchDay(dayOf(date) * DAY);
  return `# ${MEETINGS.some(([held]) => held === date) ? 'Réunion des deux équipes' : 'Une demi-journée avec l’autre équipe'}, ${day}\n\nInventé, comme toute la maison.\n`;
}
