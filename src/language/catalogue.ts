import { mark } from '../messages/index.ts';
import type { Severity } from '../model/diagnostic.ts';
import { foundElsewhere } from './rules/found-elsewhere.ts';
import { rules } from './rules/index.ts';

/**
 * The law of each structural check, by its id. They are always errors: what breaks one has no meaning to
 * judge by.
 */
const problems = {
  'yaml-syntax': mark`The file is YAML 1.2 in UTF-8, one document.`,
  'yaml-too-large': mark`The file keeps within 1 MB, 50,000 values, 64 levels and 50 aliases.`,
  'yaml-tag': mark`Values have no tags.`,
  'yaml-merge': mark`Keys are written out; merge keys are not part of the language.`,
  'yaml-key': mark`Keys are words.`,
  'duplicate-key': mark`A key is written once in its map.`,
  'not-an-agreement': mark`The file holds an agreement.`,
  'parts-file': mark`A file of parts lies in the repository, ends in .sla-parts.yaml and holds what agreements share.`,
  'unknown-key': mark`Only keys of the language are written.`,
  'missing-key': mark`The keys that have no default are written.`,
  'wrong-type': mark`A value has the type that its key asks for.`,
  'wrong-value': mark`A value is one of those that its key allows.`,
  'wrong-form': mark`A text has the form that its key asks for.`,
  empty: mark`What is written is not empty.`,
  'unused-key': mark`A key is written only where it has an effect.`,
  'unknown-zone': mark`Time zones are IANA names.`,
  'wrong-date': mark`Dates exist and are written year-month-day.`,
  'wrong-duration': mark`A time limit is a number in one of the four units that cannot be confused.`,
  'wrong-day': mark`Days of the week are mon to sun, or runs of them.`,
  'repeated-day': mark`A day of the week is named once in its calendar.`,
  'wrong-season': mark`The dates of a season exist, and are of every year or of one.`,
  'repeated-season': mark`A date lies in one season of every year and in one of its own year at most.`,
  'wrong-window': mark`Opening hours are two times of the day.`,
  'never-opens': mark`A calendar opens at least once a week, and is not closed for good.`,
  'wrong-holidays': mark`Public holidays are a country, a region or an .ics file.`,
  'unknown-preset': mark`A preset is one of those that are known.`,
  'reserved-name': mark`The words of conditions name no field.`,
  'missing-format': mark`A date has a format: dates are never guessed.`,
  'wrong-format': mark`A date format is iso, epoch, epoch-ms, excel or a pattern.`,
  'no-time-zone': mark`Times without an offset have a declared time zone.`,
  'duplicate-field': mark`A field name means one column.`,
  'source-link': mark`Each source beside the leads says how its rows find their lead.`,
  'unknown-field': mark`Fields that are named are declared.`,
  'not-a-date-field': mark`A moment is read from a date or datetime field.`,
  'not-a-value-field': mark`Different values are counted of a field of text or numbers.`,
  'not-a-number-field': mark`A number is read from an integer or decimal field.`,
  'wrong-condition': mark`A condition is a map of fields, or the word profile.`,
  'wrong-test': mark`A test fits its field's type.`,
  'bad-regex': mark`Patterns are RE2.`,
  'no-profile': mark`The word profile stands for a profile that the agreement defines.`,
  'score-out-of-reach': mark`The points of a profile can reach the score that it asks for.`,
  'unknown-team': mark`Teams that are named are declared.`,
  'unknown-stage': mark`Stages that are named are declared.`,
  'unknown-calendar': mark`Calendars that are named are declared.`,
  'unknown-source': mark`Sources that are named are declared.`,
  'unknown-commitment': mark`A waiver or an excuse names a commitment or an objective that exists.`,
  'unknown-objective': mark`Priorities name objectives that exist.`,
  'unknown-rule': mark`The lint section names rules that exist.`,
  'no-calendar': mark`A time limit in business time names its calendar: none is guessed.`,
  'no-source': mark`Attempts say which activities count where there are several.`,
  'no-measure': mark`A promise measures one thing.`,
  'two-measures': mark`A promise measures one thing only.`,
  'stage-of-rows': mark`A funnel names stages of leads.`,
  'stage-twice': mark`A funnel names each of its stages once.`,
  'objective-twice': mark`An order of objectives names each of them once.`,
  'parts-of-what': mark`Parts are of a number of rows that can be added up.`,
  'part-target': mark`The target of a part is in the unit and per the period of the whole.`,
  'part-rest': mark`Only the last part is the rest of the others.`,
  'wrong-target': mark`A target is a share for what is a share, and a number per period for what is a number.`,
  'segment-terms': mark`A segment changes terms that its measure has.`,
  'too-many-segments': mark`A promise has at most 300 segments.`,
  'same-date': mark`A step is due by one date and done by another.`,
  'same-stage': mark`A clock starts and stops at different stages.`,
  'share-of-what': mark`A share says what counts, in one way.`,
  'other-population': mark`A promise is about the rows of one source.`,
  'until-when': mark`A response says until when, in one way.`,
  'pause-ends': mark`A pause, or the time of an owner, begins and ends at different fields.`,
  'pause-unit': mark`A pause is capped in hours or minutes of the clock that stands still.`,
  'no-pause': mark`A pause goes with a limit in time, of cases that are booked by their start.`,
  'gap-unit': mark`The gap between two touches is elapsed time.`,
  'duplicate-id': mark`Objectives, commitments and segments have ids of their own.`,
  'owed-to-itself': mark`A commitment is owed by one team to another.`,
  'self-excuse': mark`A promise is excused by promises of the other side, never by one of one's own side.`,
  'excuse-cycle': mark`No promise excuses itself by way of those that it excuses.`,
  'idle-excuse': mark`An excuse is a promise about single leads, or of at most so many a day or a week, and excuses a share of leads.`,
  'waiver-of-what': mark`A waiver names leads, or dates.`,
  'experiment-files': mark`Files of experiments are found in the repository of the agreement.`,
  'dispute-files': mark`Files of disputes are found in the repository of the agreement.`,
  'effective-order': mark`An agreement ends after it begins.`,
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
  ...[...rules, ...foundElsewhere].map(({ id, severity, law }) => ({ id, severity, law, lint: true })),
];

/** The ids that the agreement's `lint` section may name. */
export const lintIds: readonly string[] = catalogue.filter(({ lint }) => lint).map(({ id }) => id);
