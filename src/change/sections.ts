import type { Agreement } from '../model/agreement.ts';
import type { TermChange } from '../model/change.ts';
import { canonical, differences, type Meaning, shortDigest } from './canonical.ts';
import { fieldRule } from './dependencies.ts';
import {
  calendarMeaning,
  type FileDigests,
  fieldMeaning,
  profileMeaning,
  sourceMeaning,
  stageMeaning,
  yearMeaning,
} from './meaning.ts';
import { namingOf } from './term-words.ts';

/** An agreement with the digests of the files that its calendars name. */
export interface Read {
  readonly agreement: Agreement;
  readonly digests?: FileDigests;
}

/**
 * What promises rest on, compared for itself: a difference that was traced to no promise is open, so that
 * nothing of the instrument is ever passed over. Calendars and stages matter only through a promise, so
 * that a new one takes nothing from anybody, and one of another name and the same meaning is the same.
 */
export function compareSections(
  before: Read,
  after: Read,
  traced: ReadonlySet<string>,
): readonly TermChange[] {
  const [old, now] = [sectionsOf(before), sectionsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((rule): TermChange[] => {
    const [from, to] = [old.get(rule), now.get(rule)];
    if (traced.has(rule) || canonical(from ?? null) === canonical(to ?? null)) return [];
    const named = /^(calendars|stages)\./.test(rule);
    if (named && (renamed(rule, from, now, old) || renamed(rule, to, old, now))) return [];
    return [
      {
        rule,
        class: named && from === undefined ? 'added' : 'open',
        from: shortValue(from),
        to: shortValue(to),
        ...(from === undefined || to === undefined ? {} : { details: differences(from, to, namingOf(rule)) }),
      },
    ];
  });
}

type Sections = ReadonlyMap<string, Meaning>;

function sectionsOf({ agreement, digests }: Read): Sections {
  const { calendars, stages, sources, profile, timezone } = agreement;
  return new Map<string, Meaning>([
    ['timezone', timezone],
    ['year_starts', yearMeaning(agreement)],
    ...(profile === null ? [] : [['profile', profileMeaning(profile)] as const]),
    ...Object.entries(calendars).map(
      ([id, each]) => [`calendars.${id}`, calendarMeaning(each, digests)] as const,
    ),
    ...Object.entries(stages).map(([id, each]) => [`stages.${id}`, stageMeaning(each)] as const),
    ...Object.values(sources).flatMap((source) => [
      [`sources.${source.name}`, sourceMeaning(source)] as const,
      ...Object.values(source.fields).map(
        (field) => [fieldRule(source, field.name), fieldMeaning(field)] as const,
      ),
    ]),
  ]);
}

/** Gone here, and there under a name that was not here before. */
function renamed(rule: string, meaning: Meaning | undefined, there: Sections, here: Sections): boolean {
  if (meaning === undefined || there.has(rule)) return false;
  const section = rule.slice(0, rule.indexOf('.') + 1);
  return [...there].some(
    ([name, other]) => name.startsWith(section) && !here.has(name) && canonical(other) === canonical(meaning),
  );
}

const shortValue = (meaning: Meaning | undefined): TermChange['from'] =>
  meaning === undefined ? null : typeof meaning === 'string' ? meaning : shortDigest(meaning);
