import { describe, expect, it } from 'vitest';
import { idMeant, idsSharing, namesFor } from '../../src/app/findings/meant.ts';

const all = [
  { id: 'first-contact', title: 'Premier contact' },
  { id: 'feedback', title: 'Réponse' },
  { id: 'volume' },
  { id: 'calls', title: 'Appels' },
  { id: 'appels', title: 'Relances' },
];

describe('what an option names', () => {
  it('is an id, its words or its title, whatever their case, accents and signs between words', () => {
    const typed = ['first-contact', 'First contact', 'premier  CONTACT', 'reponse', 'Volume'];
    expect(typed.map((each) => idMeant(each, all))).toEqual([
      'first-contact',
      'first-contact',
      'first-contact',
      'feedback',
      'volume',
    ]);
  });

  it('is an id before it is a title, and nothing where two are meant, or none is', () => {
    expect(idMeant('appels', all)).toBe('appels');
    expect(['Appels', '', '--', 'contact'].map((each) => idMeant(each, all))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is listed by its id with its title, and with what was probably meant', () => {
    expect(namesFor('volum', all)).toBe(
      'first-contact ("Premier contact"), feedback ("Réponse"), volume, calls ("Appels") and appels ("Relances"); did you mean "volume"?',
    );
    expect(namesFor('Premier contac', all)).toContain('; did you mean "first-contact"?');
    expect(namesFor('x', all)).not.toContain('did you mean');
    const twins = ['a', 'b'].map((id) => ({ id, title: 'Volume' }));
    expect(namesFor('volume', twins)).toBe('a ("Volume") and b ("Volume")');
    expect(['volume', 'a', 'c'].map((each) => idsSharing(each, twins))).toEqual([['a', 'b'], [], []]);
  });
});
