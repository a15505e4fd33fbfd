/** A number that a sentence says, and what stands around it. */
export interface Said {
  readonly value: number;
  /** As it stands in the sentence, with its unit: `4 business hours`. */
  readonly text: string;
  readonly unit: SaidUnit | null;
  /** It is a limit: `within`, `in at most`, `sous`. */
  readonly limits: boolean;
  /** `at most`, `no more than`, `au plus`: not more than so many. */
  readonly most: boolean;
  /** The sentence begins with it, but for `at least` and the like. */
  readonly first: boolean;
}

/** What a unit of time may be of; `any` where the sentence does not say which hours or days are meant. */
export interface SaidUnit {
  readonly of: 'percent' | 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks';
  readonly kind: 'business' | 'calendar' | 'any';
}

const WORDS: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30 },
  ...{ deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10 },
  ...{ onze: 11, douze: 12, quinze: 15, vingt: 20, trente: 30 },
};

const DIGITS = String.raw`\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?![\d.,]*\d)|\d+(?:[.,]\d+)?`;
const ALONE = String.raw`(?<![\p{L}\p{N}/:._-])`;
const NUMBER = new RegExp(
  `${ALONE}(${DIGITS}|one|${Object.keys(WORDS).join('|')})(?![\\p{L}\\p{N}/:_-])`,
  'gu',
);

/**
 * The sentence in small letters, as long as it is. To let the patterns ignore the case of all letters that there are
 * takes V8 a millisecond for each to make ready.
 */
export const inSmall = (sentence: string): string =>
  sentence.replace(/[A-Z\u00c0-\u00d6\u00d8-\u00de\u0152]+/g, (capitals) => capitals.toLowerCase());

/** A unit within the two words that follow, its qualifier before it in English, behind it in French. */
const UNIT =
  /^[\s\u00a0\u202f]*(?:(%|percent\b|per cent\b|pour cent\b)|(?:(business|working|calendar|open)[\s\u00a0]+)?(seconds?|minutes?|min\b|hours?|days?|weeks?|secondes?|heures?|jours?|semaines?)(?:[\s\u00a0]+(ouvrée?s?|calendaires?))?(?![\p{L}]))/u;

const LIMIT =
  /(?:within|in at most|in less than|in under|no later than|at the latest|sous|en moins de|en au plus|dans les|en|in)[\s\u00a0]+(?:the[\s\u00a0]+)?$/u;
const MOST =
  /(?:at most|no more than|not more than|maximum|max\.?|up to|au plus|au maximum|pas plus de)[\s\u00a0]+(?:de[\s\u00a0]+|of[\s\u00a0]+)?$/u;
const MOST_AFTER = /^[^,;.]{0,40}?\b(?:at most|maximum|au plus|au maximum)(?![\p{L}])/u;
const LEAST =
  /^[\s\u00a0]*(?:at least|no less than|au moins|≥|>=|at most|no more than|au plus|≤|<=)?[\s\u00a0]*$/u;

/** Characters of a sentence that are read: around each number the patterns look at all before and behind it. */
export const LONGEST = 2000;

/** The numbers of a sentence that can only be read in one way; those in quotes are names. */
export function numbersSaid(sentence: string): readonly Said[] {
  const plain = sentence
    .slice(0, LONGEST)
    .replace(/"[^"]*"|“[^”]*”|«[^»]*»/gu, (quoted) => ' '.repeat(quoted.length));
  const small = inSmall(plain);
  let unit: SaidUnit | null = null;
  return [...small.matchAll(NUMBER)].flatMap((match): readonly Said[] => {
    const [word] = match;
    const end = match.index + word.length;
    const [before, after] = [small.slice(0, match.index), small.slice(end)];
    const found = UNIT.exec(after);
    const own = found === null ? null : unitOf(found);
    const around = { before, after, asWritten: [plain.slice(0, match.index), plain.slice(end)] as const };
    if (isOther(word, around)) return [];
    if (word === 'one' && own === null) return [];
    const limits = LIMIT.test(before) || (MOST.test(before) && own !== null && own.of !== 'percent');
    // "a large firm within 1": in the unit of the limit before.
    const meant: SaidUnit | null = own ?? (limits ? unit : null);
    if (own !== null && own.of !== 'percent') unit = own;
    return [
      {
        value: word === 'one' ? 1 : (WORDS[word] ?? numberOf(word)),
        text: plain.slice(match.index, own === null ? end : end + (found?.[0].length ?? 0)).trim(),
        ...{ unit: meant, limits },
        most: MOST.test(before) || MOST_AFTER.test(after),
        first: LEAST.test(before),
      },
    ];
  });
}

function unitOf([, percent, english, word = '', french]: RegExpExecArray): SaidUnit {
  if (percent !== undefined) return { of: 'percent', kind: 'any' };
  const qualifier = english ?? french ?? '';
  const kind = /^(business|working|open|ouvr)/.test(qualifier)
    ? 'business'
    : qualifier === ''
      ? 'any'
      : 'calendar';
  const of = UNITS.find(([begins]) => word.startsWith(begins))?.[1] ?? 'days';
  return { of, kind };
}

const UNITS: readonly (readonly [string, SaidUnit['of']])[] = [
  ['sec', 'seconds'],
  ['min', 'minutes'],
  ['hour', 'hours'],
  ['heure', 'hours'],
  ['day', 'days'],
  ['jour', 'days'],
  ['week', 'weeks'],
  ['semaine', 'weeks'],
];

/** What stands around a number: in small letters, and as it is written. */
interface Around {
  readonly before: string;
  readonly after: string;
  readonly asWritten: readonly [before: string, after: string];
}

/** What is no number of a term: a year, a date, an hour of the day, one in so many, a name with a number. */
function isOther(number: string, { before, after, asWritten: [written, behind] }: Around): boolean {
  return (
    /^(19|20)\d\d$/.test(number) ||
    AMOUNT.test(behind) ||
    OTHER_AFTER.some((pattern) => pattern.test(after)) ||
    ONE_IN.test(before) ||
    AT_OR_NAME.test(written)
  );
}

const AMOUNT = /^[\s\u00a0]?(?:h\b|o.clock|[ap]\.?m\b|[kKM]€?\b|k?€|\$|£|thousand|million|mille)/u;

const OTHER_AFTER: readonly RegExp[] = [
  /^[\s\u00a0]+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|avr|mai|juin|juil|août|déc)\p{L}*/u,
  /^(?:[\s\u00a0]+\p{L}+){0,3}[\s\u00a0]+(?:in|out of|sur|of|on)[\s\u00a0]+(?:\d|a hundred|cent\b|(?:two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix)\b)/u,
  /^[\s\u00a0]+(?:hours?|days?|heures?|jours?)[\s\u00a0]+(?:a|per|sur|par)[\s\u00a0]+(?:day|week|jour|semaine|\d)/u,
];

const ONE_IN = /(?:\d|\p{L})[\s\u00a0]+(?:in|out of|sur)[\s\u00a0]+$/u;

/** An hour or a date, or the capital that a word behind another begins with. */
const AT_OR_NAME =
  /(?:at|from|until|before|between|à|de|avant|entre|jusqu.à|(?<=\p{L}[\s\u00a0])\p{Lu}\p{Ll}*)[\s\u00a0]+$/u;

function numberOf(text: string): number {
  const whole = text.replace(/[ \u00a0\u202f,.](?=\d{3}(?!\d))/gu, '');
  return Number(whole.replace(',', '.'));
}
