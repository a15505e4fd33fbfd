import type { Catalogue } from './catalogue.ts';

/**
 * The languages that people are spoken to in. English is written where it is said, and is the key of every
 * other catalogue.
 */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** What is said with: one language a process, as its locale. */
interface Voice {
  readonly language: Language;
  /** Null for English. */
  readonly catalogue: Catalogue | null;
  /** Asked for by name: what an agreement or the environment prefers changes it no more. */
  readonly firm: boolean;
}

let voice: Voice = { language: 'en', catalogue: null, firm: false };

/** The language that is spoken now, as `Intl` names it. */
export function language(): Language {
  return voice.language;
}

/**
 * Speaks a language from now on. `firm` where a person asked for it by name, which no later wish that is
 * not firm changes. Messages are put into words where they are made, so this comes before them.
 */
export async function speak(wanted: Language, { firm = false } = {}): Promise<void> {
  if (voice.firm && !firm) return;
  const catalogue = wanted === 'en' ? null : (await import('./fr/index.ts')).french;
  voice = { language: wanted, catalogue, firm };
}

/** Keeps to the language that is spoken: agreements that are read only to be compared change it no more. */
export function keepLanguage(): void {
  voice = { ...voice, firm: true };
}

/** Begins anew, in English, with nothing asked for. */
export function reset(): void {
  voice = { language: 'en', catalogue: null, firm: false };
}

/** English whatever was asked for: programs read the answer. */
export function speakToPrograms(): void {
  voice = { language: 'en', catalogue: null, firm: true };
}

/** For a test: says whatever a catalogue makes of each message. */
export function speakBy(catalogue: Catalogue): void {
  voice = { ...voice, catalogue, firm: true };
}

type Said = string | number;

/**
 * A message in the language that is spoken: `` t`No stage "${name}"` ``. Its English is its key,
 * `No stage "{0}"`. Values are put in as they are: a number is written out by `numbers.ts` first where
 * thousands or decimals are to be seen. Never at the top of a module, which is read before the language is
 * known: see `mark`.
 */
export function t(text: TemplateStringsArray, ...values: readonly Said[]): string {
  if (voice.catalogue === null) return filled(text, values);
  const said = voice.catalogue[keyOf(text)];
  if (said === undefined) return filled(text, values);
  return said.replace(/\{(\d+)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
}

/** A message kept in a constant, in English until `say` says it. */
export function mark(text: TemplateStringsArray): string {
  return text.join('');
}

/** A marked message in the language that is spoken. */
export function say(marked: string): string {
  return voice.catalogue?.[marked] ?? marked;
}

let rules: { readonly language: Language; readonly of: Intl.PluralRules } | null = null;

/**
 * The form that goes with a number: `` plural(n, t`${n} lead`, t`${n} leads`) ``. French says nought in the
 * singular.
 */
export function plural(count: number, one: string, other: string): string {
  if (rules?.language !== voice.language)
    rules = { language: voice.language, of: new Intl.PluralRules(voice.language) };
  return rules.of.select(count) === 'one' ? one : other;
}

const keys = new WeakMap<TemplateStringsArray, string>();

function keyOf(text: TemplateStringsArray): string {
  let key = keys.get(text);
  if (key === undefined) {
    key = text.reduce((all, part, index) => (index === 0 ? part : `${all}{${index - 1}}${part}`), '');
    keys.set(text, key);
  }
  return key;
}

function filled(text: TemplateStringsArray, values: readonly Said[]): string {
  let all = text[0] ?? '';
  for (let index = 0; index < values.length; index++) all += `${values[index]}${text[index + 1]}`;
  return all;
}
