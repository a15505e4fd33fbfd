import type { Severity } from '../model/diagnostic.ts';
import { around } from './rules/around.ts';
import { rules } from './rules/index.ts';

/** The law of each structural check, by its id. They are always errors: what breaks one has no meaning to judge by. */
const problems = {
  'yaml-syntax': 'The file is YAML 1.2 in UTF-8, one document.',
  'yaml-too-large': 'The file keeps within 1 MB, 50,000 values, 64 levels and 50 aliases.',
  'yaml-tag': 'Values have no tags.',
  'yaml-merge': 'Keys are written out; merge keys are not part of the language.',
  'yaml-key': 'Keys are words.',
  'duplicate-key': 'A key is written once in its map.',
  'not-an-agreement': 'The file holds an agreement.',
  'unknown-key': 'Only keys of the language are written.',
  'missing-key': 'The keys that have no default are written.',
  'wrong-type': 'A value has the type that its key asks for.',
  'wrong-value': 'A value is one of those that its key allows.',
  'wrong-form': 'A text has the form that its key asks for.',
  empty: 'What is written is not empty.',
  'unused-key': 'A key is written only where it has an effect.',
  'unknown-zone': 'Time zones are IANA names.',
  'wrong-date': 'Dates exist and are written year-month-day.',
  'wrong-duration': 'A time limit is a number in one of the four units that cannot be confused.',
  'wrong-day': 'Days of the week are mon to sun, or runs of them.',
  'repeated-day': 'A day of the week is named once in its calendar.',
  'wrong-window': 'Opening hours are two times of the day.',
  'never-opens': 'A calendar opens at least once a week.',
  'wrong-holidays': 'Public holidays are a country, a region or an .ics file.',
  'unknown-preset': 'A preset is one of those that are known.',
  'reserved-name': 'The words of conditions name no field.',
  'missing-format': 'A date has a format: dates are never guessed.',
  'wrong-format': 'A date format is iso, epoch, epoch-ms or a pattern.',
  'no-time-zone': 'Times without an offset have a declared time zone.',
  'duplicate-field': 'A field name means one column.',
  'source-link': 'Each source beside the leads says how its rows find their lead.',
  'unknown-field': 'Fields that are named are declared.',
  'not-a-date-field': 'A moment is read from a date or datetime field.',
  'not-a-number-field': 'A number is read from an integer or decimal field.',
  'wrong-condition': 'A condition is a map of fields, or the word profile.',
  'wrong-test': "A test fits its field's type.",
  'bad-regex': 'Patterns are RE2.',
  'no-profile': 'The word profile stands for a profile that the agreement defines.',
  'score-out-of-reach': 'The points of a profile can reach the score that it asks for.',
  'unknown-team': 'Teams that are named are declared.',
  'unknown-stage': 'Stages that are named are declared.',
  'unknown-calendar': 'Calendars that are named are declared.',
  'unknown-source': 'Sources that are named are declared.',
  'unknown-commitment': 'A waiver names a commitment or an objective that exists.',
  'unknown-rule': 'The lint section names rules that exist.',
  'no-calendar': 'A time limit in business time names its calendar: none is guessed.',
  'no-source': 'Attempts say which activities count where there are several.',
  'no-measure': 'A promise measures one thing.',
  'two-measures': 'A promise measures one thing only.',
  'wrong-target': 'A target is a share for what is a share, and a number per period for what is a number.',
  'segment-terms': 'A segment changes terms that its measure has.',
  'same-stage': 'A clock starts and stops at different stages.',
  'share-of-what': 'A share says what counts, in one way.',
  'gap-unit': 'The gap between two touches is elapsed time.',
  'duplicate-id': 'Objectives, commitments and segments have ids of their own.',
  'owed-to-itself': 'A commitment is owed by one team to another.',
  'waiver-of-what': 'A waiver names leads, or dates.',
  'effective-order': 'An agreement ends after it begins.',
} as const;

export type ProblemId = keyof typeof problems;

/** One line of the registry that `sla rules` prints. */
export interface CatalogueEntry {
  readonly id: string;
  readonly severity: Severity;
  readonly law: string;
  /** Whether the agreement's `lint` section may change its severity. */
  readonly lint: boolean;
}

/** Every rule of the language: the structural checks, then the lint rules. */
export const catalogue: readonly CatalogueEntry[] = [
  ...Object.entries(problems).map(([id, law]) => ({
    id,
    severity: 'error' as const,
    law,
    lint: false,
  })),
  ...[...rules, ...around].map(({ id, severity, law }) => ({ id, severity, law, lint: true })),
];

/** The ids that the agreement's `lint` section may name. */
export const lintIds: readonly string[] = catalogue.filter(({ lint }) => lint).map(({ id }) => id);
