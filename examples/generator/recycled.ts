import { spaced } from './clock.ts';
import { afterOfficeTime, DAY, type Minute } from './office.ts';
import { random } from './random.ts';
import { EXPORTED, stories, type Story } from './story.ts';

const OWNERS = ['Anaïs Fauvet', 'Benoît Kerdrel', 'Céline Orsenne', 'David Hautbois'] as const;
const LEADS = 180;

/** One time that a lead was handed to sales. */
interface HandOver {
  readonly lead: Story;
  readonly owner: number;
  readonly qualified: Minute;
  readonly contacted: Minute | null;
}

interface Deal {
  readonly lead: Story;
  readonly won: Minute;
  readonly amount: number;
}

/** The exports of a firm whose refused leads may come back: a row for each hand-over, and at most one deal a lead. */
export function recycledFiles(): Readonly<Record<string, string>> {
  const chance = random(909);
  const handOvers: HandOver[] = [];
  const deals: Deal[] = [];
  for (const lead of stories(9, LEADS)) {
    if (lead.qualified === null) continue;
    handOvers.push({ lead, owner: lead.owner ?? 0, qualified: lead.qualified, contacted: lead.contacted });
    let won = lead.won;
    let before = lead.decided ?? lead.qualified + 10 * DAY;
    while (lead.outcome !== 'accepted' && chance.chance(0.45)) {
      const qualified = before + chance.between(8, 40) * DAY + chance.between(0, 500);
      const called = afterOfficeTime(qualified, chance.between(5, 420));
      if (qualified > EXPORTED) break;
      const contacted = called > EXPORTED || chance.chance(0.08) ? null : called;
      handOvers.push({ lead, owner: chance.between(0, 3), qualified, contacted });
      before = qualified;
      const closing = afterOfficeTime(qualified + chance.between(5, 25) * DAY, 10);
      if (contacted !== null && closing <= EXPORTED && chance.chance(0.35)) {
        won = closing;
        break;
      }
    }
    if (won !== null) deals.push({ lead, won, amount: lead.amount ?? chance.between(40, 400) * 25 });
  }
  const rows = handOvers.sort((a, b) => a.qualified - b.qualified || a.lead.number - b.lead.number);
  return {
    'leads.csv': csv(
      ['Lead', 'Company', 'Country', 'Owner', 'Created', 'Handed over', 'First contact'],
      rows.map(({ lead, owner, qualified, contacted }) => [
        id(lead),
        lead.who.company,
        lead.country,
        OWNERS[owner] ?? '',
        spaced(lead.created),
        spaced(qualified),
        spaced(contacted),
      ]),
    ),
    'deals.csv': csv(
      ['Lead', 'Won', 'Amount'],
      deals
        .sort((a, b) => a.won - b.won || a.lead.number - b.lead.number)
        .map(({ lead, won, amount }) => [id(lead), spaced(won), amount.toFixed(2)]),
    ),
  };
}

const id = ({ number }: Story): string => `L-${String(number).padStart(4, '0')}`;

function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}
