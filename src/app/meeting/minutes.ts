import { parseDay } from '../../calendar/day.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** A decision as the minutes have it. */
interface Decided {
  readonly what: string;
  readonly who: string;
  readonly due: string;
  readonly seen: string;
}

/** What the minutes of a meeting say. */
export interface Minutes {
  /** Of the agreement; null where the file is no pack. */
  readonly agreement: string | null;
  /** The day on which the meeting was held; null where it is not filled in. */
  readonly held: string | null;
  /** Behind which it is written, in the language of the agenda. */
  readonly label: string;
  readonly decided: readonly Decided[];
  /** By the id of a decision of an earlier meeting: the day on which it was done. */
  readonly done: ReadonlyMap<string, { readonly on: string; readonly line: number }>;
  readonly findings: readonly Diagnostic[];
}

/** A row of a table, with its line in the file. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const PACK = /^<!-- sla:pack (\S+)(?: \S+)? -->$/;

/** Behind which the day of the meeting is written, in the language of the agenda. */
const HELD = { en: 'Held on', fr: 'Tenue le' } as const;

/** Reads the Markdown that "sla pack" wrote and a meeting filled in; tables are found by their marks. */
export function readMinutes(file: string, text: string): Minutes {
  const lines = text.split(/\r?\n/);
  const agreement = lines.map((line) => PACK.exec(line.trim())?.[1]).find((id) => id !== undefined) ?? null;
  const findings: Diagnostic[] = [];
  const wrong = (line: number, message: string, help: string): void => {
    const place = {
      file,
      start: { line, column: 1 },
      end: { line, column: (lines[line - 1] ?? '').length + 1 },
    };
    findings.push({ rule: 'wrong-minutes', severity: 'error', message, help, place, fatal: true });
  };
  // As people write dates in the language of the agenda.
  const french = lines.some((line) => line.startsWith(`- ${HELD.fr}`));
  const table = tableAfter(lines, 'decisions');
  if (agreement !== null && table === null)
    wrong(
      1,
      t`The minutes have no table of decisions`,
      t`leave the line "<!-- sla:decisions -->" where "sla pack" wrote it, right above the head of the table`,
    );
  const decided = (table ?? []).flatMap(({ line, cells }): readonly Decided[] => {
    const [what = '', who = '', due = '', seen = ''] = cells;
    if (cells.every((cell) => cell === '')) return [];
    if (what === '')
      wrong(line, t`A decision says what is to be done`, t`fill in the first cell, or empty the row`);
    if (who === '') wrong(line, t`A decision has somebody who takes it on`, t`fill in the second cell`);
    const day = dayIn(due, french);
    if (day === null)
      wrong(
        line,
        due === '' ? t`A decision has a date` : t`"${due}" is not a date`,
        t`write the third cell as 2026-06-30`,
      );
    return [{ what, who, due: day ?? due, seen }];
  });
  const done = new Map<string, { readonly on: string; readonly line: number }>();
  for (const { line, cells } of tableAfter(lines, 'open') ?? []) {
    const [id = ''] = cells;
    const on = cells.at(-1) ?? '';
    if (on === '') continue;
    const day = dayIn(on, french);
    if (day !== null) done.set(id, { on: day, line });
    else wrong(line, t`"${on}" is not a date`, t`write the day on which it was done as 2026-06-30`);
  }
  const label = french ? HELD.fr : HELD.en;
  return { agreement, label, held: heldOn(lines, french), decided, done, findings };
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && parseDay(text).ok;

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);

/** A date as `2026-06-09`; in French minutes also `09/06/2026` and `9 juin 2026`. */
function dayIn(text: string, french: boolean): string | null {
  if (isDay(text)) return text;
  if (!french) return null;
  const [, d = '', m = '', y = ''] =
    /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ??
    /^(\d{1,2})(?:er)?\s+(\p{L}+)\s+(\d{4})$/iu.exec(text) ??
    [];
  const month = /^\d+$/.test(m) ? Number(m) : MONTHS.indexOf(m.toLowerCase()) + 1;
  const day = `${y}-${String(month).padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

function heldOn(lines: readonly string[], french: boolean): string | null {
  const at = lines.findIndex((line) => line.trim() === '<!-- sla:held -->');
  const line = at < 0 ? undefined : lines.slice(at + 1).find((each) => each.trim() !== '');
  // The example in brackets is no answer.
  const answer = (line ?? '').replace(/\([^)]*\)/, '');
  const written = /\d{4}-\d\d-\d\d/.exec(answer)?.[0] ?? answer.slice(answer.lastIndexOf(':') + 1).trim();
  return dayIn(written, french);
}

/** The rows of the table that follows a mark, without its head; null where there is no mark, or no table. */
function tableAfter(lines: readonly string[], name: string): readonly Row[] | null {
  const at = lines.findIndex((line) => line.trim() === `<!-- sla:${name} -->`);
  if (at < 0) return null;
  const first = lines.findIndex((line, index) => index > at && line.trim() !== '');
  const rows: Row[] = [];
  for (let index = first; index > 0 && (lines[index] ?? '').trim().startsWith('|'); index++)
    rows.push({ line: index + 1, cells: cellsOf(lines[index] ?? '') });
  const rule = rows[1]?.cells ?? [];
  return rule.length > 0 && rule.every((cell) => /^:?-+:?$/.test(cell)) ? rows.slice(2) : null;
}

/** Cells of a line, as they were before Markdown escaped them. */
const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .trim()
        .replace(/\u2060/g, '')
        .replace(/\\([\\`*_{}[\]|~#!$+=.)-])/g, '$1')
        .replace(/&(amp|lt|gt|#58);/g, (_, name: string) => ENTITIES[name] ?? ''),
    );

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', '#58': ':' };
