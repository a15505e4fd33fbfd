import { afterOfficeTime, DAY, frenchDateTime, type Minute } from '../office.ts';
import { type Random, random } from '../random.ts';
import { EXPORTED, type Life, storyOf } from './life.ts';

const HEADER = ['Prospect', 'Date', 'Type', 'Par', 'Objet'] as const;

const AUTOMATON = 'Automate';

interface Activity {
  readonly lead: string;
  readonly at: Minute;
  readonly kind: 'Appel' | 'Courriel' | 'Réunion' | 'Tâche';
  readonly by: string;
  readonly about: string;
}

/** The table of `exports/activities.csv`: many rows a lead, in the order of their dates. */
export function activitiesTable(lives: readonly Life[]): readonly (readonly string[])[] {
  const chance = random(10_000);
  const rows = lives
    .flatMap((life) => activitiesOf(chance, life))
    .filter(({ at }) => at <= EXPORTED)
    .sort((a, b) => a.at - b.at || (a.lead < b.lead ? -1 : 1))
    .map(({ lead, at, kind, by, about }) => [lead, frenchDateTime(at), kind, by, about]);
  // A telephone system wrote a date of its own, and lost the lead twice.
  for (const cell of ['00/00/0000 00:00', '2026-05-04T10:12']) (chance.pick(rows) as string[])[1] = cell;
  for (let i = 0; i < 2; i++) (chance.pick(rows) as string[])[0] = '';
  return [HEADER, ...rows];
}

function activitiesOf(chance: Random, life: Life): readonly Activity[] {
  const { id: lead, qualified, contacted } = life;
  if (qualified === null) return [];
  const row = (at: Minute, kind: Activity['kind'], by: string, about: string): Activity => ({
    lead,
    at,
    kind,
    by,
    about,
  });
  const welcome = row(qualified + 2, 'Courriel', AUTOMATON, 'Merci de votre intérêt');
  const reminder = row(qualified + 3 * DAY, 'Courriel', AUTOMATON, 'Avez-vous lu notre guide ?');
  const mails = chance.chance(0.6) ? [welcome, reminder] : [welcome];
  if (contacted === null) return mails;
  const seller = life.seller ?? 'Standard';
  const task = row(qualified + 1, 'Tâche', seller, 'Rappeler le prospect');
  return [
    ...mails,
    ...(chance.chance(0.3) ? [task] : []),
    ...touches(chance, life).map(({ at, kind }) => row(at, kind, seller, ABOUT[kind])),
  ];
}

const ABOUT = { Appel: 'Appel sortant', Courriel: 'Relance', Réunion: 'Démonstration' } as const;

interface Touch {
  readonly at: Minute;
  readonly kind: keyof typeof ABOUT;
}

/** What the salesperson did: the first contact, then tries until the lead decides or is given up, and a few after that. */
function touches(chance: Random, { contacted, decided, accepted }: Life): readonly Touch[] {
  if (contacted === null) return [];
  const kind = (): Touch['kind'] =>
    chance.weighted([
      ['Appel', 55],
      ['Courriel', 35],
      ['Réunion', 10],
    ] as const);
  const found: Touch[] = [{ at: contacted, kind: chance.chance(0.75) ? 'Appel' : 'Courriel' }];
  const tries = chance.chance(storyOf(contacted).patience) ? chance.between(3, 6) : chance.between(0, 2);
  let at = contacted;
  for (let i = 0; i < tries; i++) {
    const again = chance.chance(0.2); // the same day
    at = afterOfficeTime(at, again ? chance.between(20, 90) : chance.between(360, 720));
    if (decided !== null && at > decided) break;
    found.push({ at, kind: kind() });
  }
  if (decided !== null && accepted && chance.chance(0.5))
    found.push({ at: afterOfficeTime(decided, chance.between(60, 1500)), kind: 'Réunion' });
  return found;
}
