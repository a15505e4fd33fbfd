import { afterEach, describe, expect, it } from 'vitest';
import { languageAsked, languageDeclared, languageOf } from '../../src/messages/choose.ts';
import {
  language,
  plural,
  reset,
  say,
  speak,
  speakBy,
  speakToPrograms,
  t,
} from '../../src/messages/index.ts';
import { decimals, rate, whole } from '../../src/messages/numbers.ts';

afterEach(reset);

describe('the language that is spoken', () => {
  it.each([
    [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
    [{ LANG: 'fr_FR.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'fr' }, 'fr'],
    [{ LC_ALL: '', LC_MESSAGES: 'fr_BE', LANG: 'de_DE' }, 'fr'],
    [{ LANG: 'C.UTF-8' }, null],
    [{ LANG: 'de_DE.UTF-8' }, null],
    [{ LANG: 'frr_DE' }, null],
    [{}, null],
  ])('%j is %s', (env, wanted) => {
    expect(languageOf(env)).toBe(wanted);
  });

  it.each([
    [['check', '--lang', 'fr'], 'fr'],
    [['check', '--lang=fr', 'x'], 'fr'],
    [['check', '--lang', 'fr', '--lang', 'en'], 'en'],
    [['check', '--lang'], ''],
    [['check', '--', '--lang', 'fr'], null],
    [['check'], null],
  ])('%j asks for %s', (argv, wanted) => {
    expect(languageAsked(argv)).toBe(wanted);
  });

  it.each([
    [['sla: 1\nlanguage: fr   # of documents\nid: a'], 'fr'],
    [['language: "fr"\r\nid: a'], 'fr'],
    [['language: fr', 'language: en'], null],
    [['language: fr', 'id: b'], 'fr'],
    [['  language: fr'], null],
    [['language: french'], null],
  ])('%j declares %s', (texts, wanted) => {
    expect(languageDeclared(texts)).toBe(wanted);
  });

  it('that a person asks for wins over what an agreement declares', async () => {
    await speak('en', { firm: true });
    await speak('fr');
    expect(language()).toBe('en');
  });

  it('that an agreement declares wins over the environment', async () => {
    await speak('en');
    await speak('fr');
    expect(language()).toBe('fr');
  });

  it('is English for programs, whatever is wished for', async () => {
    await speak('fr', { firm: true });
    speakToPrograms();
    await speak('fr');
    expect(language()).toBe('en');
  });
});

describe('a message', () => {
  it('puts its values where the language wants them', () => {
    speakBy({ '{0} of {1}': 'sur {1}, {0}' });
    expect(t`${1} of ${2}`).toBe('sur 2, 1');
  });

  it('never reads a value as a message', () => {
    speakBy({ '{0} of {1}': '{0} sur {1}' });
    expect(t`${'{1}'} of ${'$&'}`).toBe('{1} sur $&');
  });

  it('is English where the catalogue has it not', () => {
    speakBy({});
    expect([t`No lead`, say('No stage')]).toEqual(['No lead', 'No stage']);
  });

  it('has the plural of its language: nought is singular in French alone', async () => {
    const said = () => [0, 1, 2].map((n) => plural(n, 'one', 'other'));
    expect(said()).toEqual(['other', 'one', 'other']);
    await speak('fr');
    expect(said()).toEqual(['one', 'one', 'other']);
  });
});

describe('a number', () => {
  it('is written as the language writes it', async () => {
    const said = () => [whole(2013), whole(-12), decimals(1234.5, 2), rate(0.949, 1)];
    expect(said()).toEqual(['2,013', '-12', '1,234.50', '94.9%']);
    await speak('fr');
    expect(said()).toEqual(['2\u202f013', '-12', '1\u202f234,50', '94,9\u00a0%']);
  });
});
