import { mark, say, t } from '../messages/index.ts';
import { nearest } from '../messages/nearest.ts';
import { whole } from '../messages/numbers.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { Ignored } from '../model/ignored.ts';
import { catalogue } from './catalogue.ts';
import { foundLater } from './rules/found-elsewhere.ts';
import { type Comment, commentsIn } from './yaml/comments.ts';
import type { SourceMap } from './yaml/source-map.ts';

const WORD = 'sla-ignore';
const FORM = mark`write # sla-ignore unused-stage: why the rule does not hold here`;

/** More than anybody gives a reason for, in one file. */
const MOST_IGNORES = 1000;

/** A comment that says why a rule does not hold on a line. */
interface Ignore extends Ignored {
  /** The line of the findings that it is about. */
  readonly line: number;
  readonly place: Place;
}

export interface Ignores {
  readonly list: readonly Ignore[];
  readonly findings: readonly Diagnostic[];
}

/**
 * The comments `# sla-ignore rule-id: reason`, each for its own line or, alone on a line, for the next line
 * that holds more than a comment. One without a reason ignores nothing.
 */
export function ignoresIn(sources: readonly SourceMap[]): Ignores {
  const all = sources.map(ignoresOf);
  return { list: all.flatMap(({ list }) => list), findings: all.flatMap(({ findings }) => findings) };
}

function ignoresOf(source: SourceMap): Ignores {
  const list: Ignore[] = [];
  const findings: Diagnostic[] = [];
  if (!source.lines.some((line) => line.includes(WORD))) return { list, findings };
  const comments = commentsIn(source.lines);
  const alone = new Set(comments.filter((comment) => comment.alone).map(({ line }) => line));
  const ignoring = comments.flatMap((comment) => {
    const match = /^#\s*sla-ignore(?![\w-])\s*(.*)$/.exec(comment.text);
    return match ? [{ comment, match }] : [];
  });
  const beyond = ignoring[MOST_IGNORES];
  if (beyond !== undefined) findings.push(tooMany(ignoring.length, placeOf(beyond.comment, source)));
  for (const { comment, match } of ignoring.slice(0, MOST_IGNORES)) {
    const place = placeOf(comment, source);
    const [, rule = '', reason = ''] = /^([\w-]*)\s*:?\s*(.*)$/.exec(match[1] ?? '') ?? [];
    const problem = problemOf(rule, reason);
    if (problem !== null) findings.push({ severity: 'warning', ...problem, place });
    else {
      const line = lineOf(comment, alone, source);
      list.push({ rule, reason, line, place, ...source.startsAt(line) });
    }
  }
  return { list, findings };
}

const tooMany = (n: number, place: Place): Diagnostic => ({
  rule: 'unused-ignore',
  severity: 'warning',
  message: t`The file has ${whole(n)} comments that ignore a rule, and from here on they ignore nothing`,
  help: t`keep ${whole(MOST_IGNORES)} of them, or set the rules under lint`,
  place,
});

type Problem = Pick<Diagnostic, 'rule' | 'message' | 'help'>;

function problemOf(rule: string, reason: string): Problem | null {
  if (rule === '')
    return {
      rule: 'ignore-without-reason',
      message: t`The comment does not say which rule it ignores`,
      help: say(FORM),
    };
  const known = catalogue.find(({ id }) => id === rule);
  if (known === undefined) {
    const near = nearest(
      rule,
      catalogue.filter(({ lint }) => lint).map(({ id }) => id),
    );
    const help = near === null ? t`sla rules lists them` : t`did you mean "${near}"?`;
    return { rule: 'unused-ignore', message: t`There is no lint rule "${rule}"`, help };
  }
  if (!known.lint) {
    const message = t`The rule "${rule}" can't be ignored: what breaks it has no meaning to judge by`;
    return { rule: 'unused-ignore', message, help: t`mend what it finds, and remove the comment` };
  }
  if (/\p{L}/u.test(reason)) return null;
  const message = t`The comment does not say why "${rule}" is ignored, so it ignores nothing`;
  return {
    rule: 'ignore-without-reason',
    message,
    help: t`add the reason: # sla-ignore ${rule}: why the rule does not hold here`,
  };
}

function placeOf({ text, line, column }: Comment, { file }: SourceMap): Place {
  return { file, start: { line, column }, end: { line, column: column + text.length } };
}

function lineOf(comment: Comment, alone: ReadonlySet<number>, { lines }: SourceMap): number {
  if (!comment.alone) return comment.line;
  let line = comment.line + 1;
  while (line <= lines.length && (alone.has(line) || (lines[line - 1] ?? '').trim() === '')) line++;
  return line;
}

/** Findings of lint rules as the agreement weighs them, without those that are off or ignored. */
export function weighed(
  findings: readonly Diagnostic[],
  lint: Agreement['lint'],
  ignores: readonly Ignore[],
): readonly Diagnostic[] {
  return findings.flatMap((finding) => {
    if (!isLint(finding.rule)) return [finding];
    const severity = lint[finding.rule] ?? finding.severity;
    if (severity === 'off' || ignores.some((ignore) => isAbout(ignore, finding))) return [];
    return [{ ...finding, severity }];
  });
}

/** Comments that ignore nothing; of rules that need more than the file, that can't be told here. */
export function unusedIgnores(
  findings: readonly Diagnostic[],
  ignores: readonly Ignore[],
): readonly Diagnostic[] {
  return ignores
    .filter(({ rule }) => !foundLater.has(rule))
    .filter((ignore) => !findings.some((finding) => isAbout(ignore, finding)))
    .map(({ rule, place }) => ({
      rule: 'unused-ignore',
      severity: 'warning',
      message: t`The rule "${rule}" finds nothing here`,
      help: t`remove the comment, or put it on the line of the finding or above it`,
      place,
    }));
}

const isAbout = ({ rule, line, place: own }: Ignore, { rule: found, place }: Diagnostic): boolean =>
  rule === found && place?.start.line === line && place.file === own.file;

const isLint = (rule: string): boolean => catalogue.some(({ id, lint }) => id === rule && lint);
