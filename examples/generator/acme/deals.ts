import { frenchDate } from '../office.ts';
import { random } from '../random.ts';
import type { Life } from './life.ts';

const HEADER = ['Affaire', 'Prospect', 'Étape', 'Montant (€)', 'Gagnée le'] as const;

/** The table of `exports/deals.csv`: a deal for each accepted lead, two of them exported twice. */
export function dealsTable(lives: readonly Life[]): readonly (readonly string[])[] {
  const chance = random(842);
  const rows = lives
    .filter(({ accepted }) => accepted)
    .map(({ id, won, amount }, i) => [
      `AFF-${String(i + 1).padStart(4, '0')}`,
      id,
      won === null ? chance.weighted(OPEN_OR_LOST) : 'Gagnée',
      french(amount),
      won === null ? '' : frenchDate(won),
    ]);
  for (let i = 0; i < 2; i++) {
    const at = chance.between(0, rows.length - 1);
    rows.splice(at, 0, [...(rows[at] as string[])]);
  }
  return [HEADER, ...rows];
}

const OPEN_OR_LOST = [
  ['Proposition', 45],
  ['Négociation', 20],
  ['Perdue', 35],
] as const;

/** `12 345,60`: a no-break space between the thousands, a comma before the cents. */
const french = (value: number): string => {
  const [whole = '', cents = ''] = value.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${cents}`;
};
