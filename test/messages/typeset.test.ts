import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/messages/fr/typeset.ts';

const shown = (text: string): string => typeset(text).replaceAll('\u202f', '_').replaceAll('\u00a0', '~');

describe('French typesetting', () => {
  it.each([
    ['aide : « oui » ; fin !', 'aide~: «~oui~»~; fin~!'],
    ['Reste-t-il 80 % ? (95 %)', 'Reste-t-il 80~%~? (95~%)'],
    ['au plus 1 Mo, 50 000 valeurs', 'au plus 1~Mo, 50_000 valeurs'],
    ['1 234 567,5 octets en {0} min', '1_234_567,5~octets en {0}~min'],
    ['24 h ou 3 j', '24~h ou 3~j'],
  ])('holds together what belongs together in "%s"', (text, wanted) => {
    expect(shown(text)).toBe(wanted);
  });

  it.each([
    'within: 4 business hours',
    'min_gap: 24 hours',
    'le 2026-03-06 100 leads',
    'à 09:00 200 leads',
    '{0} s’engage',
    'write skip: 3',
  ])('leaves "%s" as it is typed', (text) => {
    expect(typeset(text)).toBe(text);
  });
});
