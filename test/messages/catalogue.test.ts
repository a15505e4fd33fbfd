import { describe, expect, it } from 'vitest';
import { french, parts } from '../../src/messages/fr/index.ts';
import { plural, speak } from '../../src/messages/index.ts';
import { type Message, messages } from './messages.ts';

const keys = new Set(messages.map(({ key }) => key));
const entries = parts.flatMap((part) => Object.entries(part));

const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{\d+\}/g)].map(([hole]) => hole).sort();

describe('the French catalogue', () => {
  it('has every message of the sources', () => {
    const french = new Set(entries.map(([key]) => key));
    expect(messages.filter(({ key }) => !french.has(key)).map(({ key, at }) => `${at} ${key}`)).toEqual([]);
  });

  it('has none that the sources no longer say', () => {
    expect(entries.map(([key]) => key).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('has each once', () => {
    const all = entries.map(([key]) => key);
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  it('puts in the same values', () => {
    const unlike = entries.filter(([key, text]) => new Set(holes(key)).size !== new Set(holes(text)).size);
    expect(unlike).toEqual([]);
  });

  it('is written with plain spaces, which are typeset when it is read', () => {
    expect(entries.filter(([, text]) => /[\u00a0\u202f]/.test(text))).toEqual([]);
  });

  it('cites in guillemets alone: straight quotes stand around what is typed with them, in both languages', () => {
    const straight = (text: string): readonly string[] => text.match(/"[^"]*"/g) ?? [];
    const unlike = entries.filter(
      ([key, text]) => /[“”„]/.test(text) || straight(text).some((quoted) => !straight(key).includes(quoted)),
    );
    expect(unlike).toEqual([]);
  });
});

describe('a message', () => {
  it('has one kind of quotes, curly on the sheet that both sign and straight elsewhere', () => {
    const curly = messages.filter(({ key }) => /[“”]/.test(key));
    expect(curly.filter(({ key }) => key.includes('"'))).toEqual([]);
    const places = new Set(curly.map(({ at }) => at.replace(/:.*/, '').replaceAll('\\', '/')));
    expect([...places].filter((file) => !file.startsWith('app/wording/'))).toEqual([]);
  });

  it('has no space before a percent sign, as rates in English have none', () => {
    expect(messages.filter(({ key }) => /[\d}] %/.test(key)).map(({ key, at }) => `${at} ${key}`)).toEqual(
      [],
    );
  });

  it('is put into words inside a function, once the language is known', () => {
    expect(messages.filter(({ early }) => early).map(({ key, at }) => `${at} ${key}`)).toEqual([]);
  });
});

/** A message with a number in it. */
interface Numbered extends Message {
  /** The places of its numbers. */
  readonly numbers: readonly number[];
}

const isNumber = (text: string): boolean => /^(whole|figure)\(|\.length$|^n$|^count$/.test(text);

/** Those of src/report, where what people look at is written. */
const numbered: readonly Numbered[] = messages
  .filter(({ at, tag }) => tag === 't' && at.startsWith('report/'))
  .map((message) => ({ ...message, at: message.at.slice('report/'.length) }))
  .map((message) => ({
    ...message,
    numbers: message.values.flatMap((value, i) => (isNumber(value) ? [i] : [])),
  }))
  .filter(({ numbers }) => numbers.length > 0);

/** Words that end with an s in the singular, or are none that a number counts. */
const SINGULAR = /^(cas|fois|mois|sans|plus|is|was|has|goes|business|belongs|octets|bytes)$/;

/** What a number tells a part of is several. */
const OF = '(?<!(?:of|of the|sur|des|than|de) )';

/** What stands in the plural right behind a number, in one language. */
const pluralBehind = (text: string, numbers: readonly number[]): readonly string[] =>
  numbers.flatMap((n) => {
    const [, word = ''] = new RegExp(`${OF}\\{${n}\\} (\\p{L}+(?:s|x))(?![\\p{L}’])`, 'u').exec(text) ?? [];
    const [verb] =
      new RegExp(`${OF}\\{${n}\\} (are|were|have|sont|ont|ne)(?![\\p{L}’])`, 'u').exec(text) ?? [];
    return [...(word === '' || SINGULAR.test(word) ? [] : [word]), ...(verb === undefined ? [] : [verb])];
  });

describe('a sentence with a number', () => {
  it('has a form of its own for one thing, unless there are always several', () => {
    const found = numbered
      .filter(({ form }) => form === null)
      .filter(({ key, numbers }) =>
        [key, french[key] ?? ''].some((text) => pluralBehind(text, numbers).length > 0),
      )
      .map(({ at, key }) => `${at.replace(/:\d+$/, '')}: ${key}`);
    expect(found.filter((each) => !SEVERAL.some((known) => each.endsWith(known))).sort()).toEqual([]);
  });

  it('says one thing in the singular, in both languages', () => {
    const found = numbered
      .filter(({ form }) => form === 'one')
      // The first number is that which decides; others may be several.
      .flatMap(({ at, key, numbers }) =>
        [key, french[key] ?? ''].flatMap((text) =>
          numbers.length === 1 && pluralBehind(text, numbers).length > 0 ? [`${at}: ${text}`] : [],
        ),
      );
    expect(found).toEqual([]);
  });

  it('takes for 0, 1, 2 and 40 the form of its language', async () => {
    const forms = () => [0, 1, 2, 40].map((n) => plural(n, 'one', 'other'));
    expect(forms()).toEqual(['other', 'one', 'other', 'other']);
    await speak('fr');
    expect(forms()).toEqual(['one', 'one', 'other', 'other']);
    await speak('en');
  });
});

/** Where there are never fewer than two, or the number is not of what stands behind it. */
const SEVERAL: readonly string[] = [
  ...['days', 'weeks', 'months', 'quarters', 'years'].map((unit) => `page/periods.ts: {0} ${unit}`),
  'page/index.ts: {0} agreements',
  'calibration.ts: The last {0} of {1} periods are shown',
  'funnel.ts: {0} days',
  'verdict.ts: in force {0} of {1} days',
  'pack/open.ts: {0} times',
  'pack/missed.ts: Is it the days or the leads that were missing? Should {0} open days promise what {1} do?',
  'pack/missed.ts: {0} had {1} open days, those before it {2}',
  'pack/ahead.ts: there is no time for {0} leads in {1}',
  'formats/xlsx-cases.ts: A sheet holds {0} rows: the cases go on in further sheets, {1} more',
  'plan.ts: by what is assumed {0} leads at the first step would do; by what was measured it takes {1}',
];
