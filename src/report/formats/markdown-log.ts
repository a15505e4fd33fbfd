import { t } from '../../messages/index.ts';
import type { CourseYear, LogDocument, LogEntry, LoggedChange } from '../../model/log.ts';
import type { RenderOptions } from '../../model/render.ts';
import { courseLines, courseTable, courseTexts, whyText } from '../changes/course.ts';
import { teamLines } from '../changes/groups.ts';
import { spokenLog } from '../changes/spoken.ts';
import { agreedText, termText, valueText } from '../changes/value.ts';
import { markdown } from '../escape.ts';
import { civil } from '../instant.ts';
import { wordOf } from '../words.ts';
import { tableText } from './markdown.ts';

/** The history as a changelog, newest first; or the course of each agreement, year by year. */
export function log(document: LogDocument, options: RenderOptions): string {
  const { entries, summary, findings } = spokenLog(document);
  const told = findings
    .map((each) => `- ${t`${wordOf(each.severity)}: ${markdown(each.message)}`}\n`)
    .join('');
  if (findings.some(({ fatal }) => fatal)) return told;
  const rest = told === '' ? '' : `\n${told}`;
  const parts = summary === null ? entries.map(entryText) : summary.map((year) => yearText(year, options));
  return `# ${t`Changes of the agreements`}\n\n${parts.join('\n')}${rest}`;
}

function entryText(entry: LogEntry): string {
  const { agreement, title: called, version } = entry;
  const named = called || agreement;
  const heading = version === null ? named : t`${named}, version ${version}`;
  const title = `## ${civil(entry.date)} ${markdown(heading)}\n\n${markdown(entry.subject)} (${entry.commit.slice(0, 7)})\n`;
  const below = [entry.problem ?? '', whyText(entry)].filter((text) => text !== '');
  const lines = [...entry.changes.map(changeText), ...teamLines(entry).map(markdown)];
  const list = lines.map((line) => `- ${line}\n`).join('');
  return `${title}${below.map((text) => `\n${markdown(text)}\n`).join('')}${list === '' ? '' : `\n${list}`}`;
}

function changeText(change: LoggedChange): string {
  const name = change.promise === null ? change.rule : `${change.promise} / ${termText(change)}`;
  const whole = change.class === 'added' || change.class === 'removed';
  const values = `${valueText(change.from)} → ${valueText(change.to)}`;
  const term = whole ? name : t`${name}: ${values}`;
  const text = t`${wordOf(change.class)}: ${markdown(term)}`;
  const says = [agreedText(change), ...courseTexts(change)].filter((part) => part !== '');
  return [text, ...says.map(markdown)].join(t`; `);
}

function yearText(year: CourseYear, options: RenderOptions): string {
  const title = `## ${year.year} ${markdown(`${year.title} (${year.agreement})`)}\n`;
  const table = year.terms.length === 0 ? '' : `\n${tableText(courseTable(year), options)}`;
  return `${title}${table}\n${courseLines(year)
    .map((line) => `- ${markdown(line)}\n`)
    .join('')}`;
}
