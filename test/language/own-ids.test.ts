import { expect, it } from 'vitest';
import { withIds } from '../../src/language/edit/own-ids.ts';

const TEXT = `id: sales
title: sales
teams: { marketing: { title: sales }, sales: { title: Sales } }
calendars: { office: { week: { mon-fri: [09:00-17:00] } } }
sources:
  leads:
    key: owner
    fields: { owner: sales, id: won, won_at: { column: won, type: date }, status: won }
stages:
  won: { at: won_at, when: { status: [won] }, title: won } # won by sales
commitments:
  - id: first
    owed_by: sales
    promise: sales won
    response: { from: won, to: { earliest: calls, where: { owner: present } }, within: 1 hour, calendar: office }
`;

it('names ids anew where they are defined and named, and nothing that reads alike', () => {
  const names = {
    sales: 'ventes',
    office: 'bureau',
    won: 'gagne',
    won_at: 'gagne_le',
    owner: 'vendeur',
    first: 'premier',
  };
  expect(withIds(TEXT, names)).toBe(`id: ventes
title: sales
teams: { marketing: { title: sales }, ventes: { title: Sales } }
calendars: { bureau: { week: { mon-fri: [09:00-17:00] } } }
sources:
  leads:
    key: vendeur
    fields: { vendeur: sales, id: won, gagne_le: { column: won, type: date }, status: won }
stages:
  gagne: { at: gagne_le, when: { status: [won] }, title: won } # won by sales
commitments:
  - id: premier
    owed_by: ventes
    promise: sales won
    response: { from: gagne, to: { earliest: calls, where: { vendeur: present } }, within: 1 hour, calendar: bureau }
`);
});

it('keeps an id whose new name is taken', () => {
  const text = 'stages: { won: { at: won_at }, gagne: { at: paid_at } }\n';
  expect(withIds(text, { won: 'gagne', won_at: 'gagne_le' })).toBe(
    'stages: { won: { at: gagne_le }, gagne: { at: paid_at } }\n',
  );
});
