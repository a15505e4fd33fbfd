import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { CourseYear, LogDocument, LogEntry, LoggedChange } from '../../model/log.ts';
import type { RenderOptions } from '../../model/render.ts';
import { courseLines, courseTable, courseTexts, whyText } from '../changes/course.ts';
import { teamLines } from '../changes/groups.ts';
import { spokenLog } from '../changes/spoken.ts';
import { fromTo, termText } from '../changes/value.ts';
import { terminal } from '../escape.ts';
import { flow, frames } from '../flow.ts';
import { civil } from '../instant.ts';
import { painter } from '../paint.ts';
import { textTable } from '../text-table.ts';
import { pad } from '../width.ts';
import { wordOf } from '../words.ts';
import { CLASS_WIDTH } from './text-diff.ts';

/** The history of agreements, newest first; or their course, year by year. */
export function log(document: LogDocument, options: RenderOptions): string {
  const { entries, summary, findings, texts } = spokenLog(document);
  if (findings.some(({ fatal }) => fatal)) return frames(findings, texts, options);
  const told = findings.length === 0 ? '' : `\n${frames(findings, texts, options)}`;
  // Of a history that is cut, nobody knows what the commits touched that are not here.
  if (entries.length === 0 && findings.length > 0) return frames(findings, texts, options);
  if (entries.length === 0) return `${t`No commit touches an agreement`}\n`;
  const parts =
    summary === null
      ? entries.map((entry) => entryText(entry, options))
      : summary.map((year) => yearText(year, options));
  return parts.join('\n') + told;
}

function entryText(entry: LogEntry, options: RenderOptions): string {
  const paint = painter(options);
  const { agreement, title, version } = entry;
  const named = title || agreement;
  const name = version === null ? named : t`${named}, version ${version}`;
  const below = [entry.problem ?? '', whyText(entry)].filter((line) => line !== '');
  const lines = [
    paint(terminal(`${civil(entry.date)}  ${name}`), 'title'),
    terminal(`  ${entry.commit.slice(0, 7)}  ${entry.subject}`),
    ...below.map((line) => flow(line, '  ', options)),
    ...entry.changes.flatMap((change) => changeLines(change, options)),
    ...teamLines(entry).map((line) => flow(line, '  ', options)),
  ];
  return `${lines.join('\n')}\n`;
}

function changeLines(change: LoggedChange, options: RenderOptions): readonly string[] {
  const term = change.promise === null ? change.rule : `${change.promise}  ${termText(change)}`;
  const values = fromTo(change);
  const text = values === '' ? term : t`${term}: ${values}`;
  const below = [
    ...change.accepted.map(({ by, reason }) => t`accepted by ${t`${by}: ${reason}`}`),
    ...(change.missing.length > 0 ? [t`not accepted by ${allOf(change.missing)}`] : []),
    ...courseTexts(change),
  ];
  return [
    flow(`${pad(wordOf(change.class), CLASS_WIDTH)} ${text}`, '  ', options),
    ...below.map((line) => flow(line, ' '.repeat(CLASS_WIDTH + 3), options)),
  ];
}

function yearText(year: CourseYear, options: RenderOptions): string {
  const title = painter(options)(terminal(`${year.year}  ${year.title} (${year.agreement})`), 'title');
  const table = year.terms.length === 0 ? '' : textTable(courseTable(year), options);
  const lines = courseLines(year).map((line) => `${flow(line, '  ', options)}\n`);
  return `${title}\n${table}${lines.join('')}`;
}
