import { describe, expect, it } from 'vitest';
import { parts } from '../../src/messages/fr/index.ts';
import { pagesInFrench, readPage } from '../docs/page.ts';

/** French words that would be a second name of a thing that has one, and the one that it has. */
const SECOND_NAMES: readonly (readonly [second: RegExp, first: string])[] = [
  [/\b(statut|état) de sortie|code (de )?retour/, 'code de sortie'],
  [/\b(les|des|aux) commerciaux/, 'les ventes, as a team; "commercial" is a person'],
  [/\bvendeu(r|se)s?\b/, 'commercial'],
  [/\bcontrats?\b/, 'accord'],
  [/entonnoir/, 'funnel'],
  [/courriels?\b|\bmails?\b(?<!e-mails?)/, 'e-mail'],
  [/\barbitres?\b/, 'parrain'],
  [/(pull|merge) request/, 'demande de fusion'],
  [/\bsaisi(r|s|ssez)\b/, 'taper'],
  [
    /modification(?! de la (base|fiche)|s de la base)(?<!(dernière|date de|toute) modification)/,
    'changement',
  ],
];

const messages = parts.flatMap((part) => Object.values(part)).map((text) => ['a message', text] as const);
const sentences = pagesInFrench().flatMap((page) =>
  proseOf(readPage(page))
    .split('\n')
    .map((line) => [page, line] as const),
);

describe('what is said in French has one name for a thing', () => {
  it.each(SECOND_NAMES)('%s is %s', (second) => {
    const found = [...messages, ...sentences].filter(([, text]) => second.test(text.toLowerCase()));
    expect(found).toEqual([]);
  });
});

/** Without blocks and spans of code, whose words are those of exports and of what is typed. */
function proseOf(page: string): string {
  return page.replaceAll(/^```[\s\S]*?^```$|`[^`]*`/gm, '');
}
