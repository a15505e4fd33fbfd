import { plural, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { decimals, whole } from '../../messages/numbers.ts';
import type { ChangeValue } from '../../model/change.ts';
import type { CourseYear, LogEntry, LoggedChange } from '../../model/log.ts';
import { civil } from '../instant.ts';
import type { Table } from '../table.ts';
import { termText, valueText } from './value.ts';

/** Why a step was made and by whom it was decided, where its version says so; else empty. */
export function whyText({ why, decidedBy }: LogEntry): string {
  if (why === null) return decidedBy.length === 0 ? '' : t`decided by ${allOf(decidedBy)}`;
  return decidedBy.length === 0 ? t`why: ${why}` : t`why: ${why} (decided by ${allOf(decidedBy)})`;
}

/** How long a change took to be accepted, and what it goes back on. */
export function courseTexts({ days, proposed, reverses }: LoggedChange): readonly string[] {
  const took =
    days === null
      ? []
      : [
          plural(
            days,
            t`proposed on ${civil(proposed)}, accepted ${whole(days)} day later`,
            t`proposed on ${civil(proposed)}, accepted ${whole(days)} days later`,
          ),
        ];
  const back =
    reverses === null
      ? []
      : [t`goes back on the change of ${civil(reverses.date)} (${reverses.commit.slice(0, 7)})`];
  return [...took, ...back];
}

/** What changed in a year, by promise and term. */
export function courseTable({ terms }: CourseYear): Table {
  // Where nobody went back, a column of blanks would only push the others apart.
  const wentBack = terms.some(({ reversals }) => reversals > 0);
  return {
    fixed: 2,
    columns: [
      { title: t`Promise`, align: 'left' },
      { title: t`Term`, align: 'left' },
      { title: t`Changes`, align: 'right' },
      { title: t`First`, align: 'left' },
      { title: t`Last`, align: 'left' },
      ...(wentBack ? [{ title: t`Went back`, align: 'right' as const }] : []),
    ],
    rows: terms.map(({ promise, rule, changes, from, to, reversals }) => ({
      kind: 'row',
      indent: 0,
      cells: [
        { text: promise ?? t`the agreement` },
        { text: termText({ rule }) },
        { text: whole(changes) },
        { text: courseValue(rule, from) },
        { text: courseValue(rule, to) },
        ...(!wentBack
          ? []
          : [reversals === 0 ? { text: '' } : { text: whole(reversals), tone: 'watch' as const }]),
      ],
    })),
  };
}

/** A whole promise is there or not: its digest says nothing to a reader. */
const courseValue = (rule: string, value: ChangeValue): string =>
  value !== null && (rule === 'commitment' || rule === 'objective') ? t`promised` : valueText(value);

/** What the table does not say: versions, how often one went back, how long it took, who decided. */
export function courseLines(year: CourseYear): readonly string[] {
  const { versions, reversals, meanDays, decided } = year;
  return [
    versions.length === 0 ? t`no new version` : t`versions: ${allOf(versions)}`,
    plural(
      reversals,
      t`${whole(reversals)} change went back on one within a year before it`,
      t`${whole(reversals)} changes went back on one within a year before it`,
    ),
    ...(meanDays === null ? [] : [t`days from proposal to acceptance, on average: ${decimals(meanDays, 1)}`]),
    ...(decided.length === 0 ? [] : [t`decided by ${decided.map(decidedText).join(t`; `)}`]),
  ];
}

function decidedText({ by, versions, accepted }: CourseYear['decided'][number]): string {
  const parts = [
    ...(versions === 0
      ? []
      : [plural(versions, t`${whole(versions)} version`, t`${whole(versions)} versions`)]),
    ...(accepted === 0
      ? []
      : [plural(accepted, t`${whole(accepted)} change accepted`, t`${whole(accepted)} changes accepted`)]),
  ];
  return `${by} (${parts.join(', ')})`;
}
