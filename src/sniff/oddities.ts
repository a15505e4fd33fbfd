import { plural, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { figure } from '../messages/numbers.ts';
import { quoted } from '../messages/quoted.ts';
import type { Oddity } from '../model/sniff.ts';
import type { ColumnCount } from './column.ts';
import type { EncodingFacts } from './encoding.ts';
import type { Header } from './header.ts';
import type { LineEnds } from './records.ts';
import { twinNames } from './roles.ts';
import { roundedCells } from './shape.ts';

export interface FileParts {
  readonly header: Header;
  readonly names: readonly string[];
  readonly columns: readonly ColumnCount[];
  readonly lineEnds: LineEnds;
  readonly facts: EncodingFacts;
  /** The name of an encoding that is not read. */
  readonly other: string | null;
  /** The file begins with Excel's `sep=`. */
  readonly separator: boolean;
}

/** What is odd about a file as a whole, its header included. */
export function fileOddities(parts: FileParts): readonly Oddity[] {
  return [...headerOddities(parts), ...textOddities(parts), ...roundedOddities(parts)];
}

function headerOddities({ header, separator, names }: FileParts): readonly Oddity[] {
  const found: Oddity[] = [];
  const at = header.line;
  if (separator)
    found.push({
      kind: 'separator-line',
      line: 1,
      message: t`The first line tells Excel the separator`,
      help: t`nothing to do: it is skipped`,
    });
  if (at === null) {
    found.push({
      kind: 'no-header',
      line: 1,
      message: t`No line looks like a header`,
      help: t`export it again with the names of the columns in the first line`,
    });
  } else if (at > (separator ? 2 : 1)) {
    found.push({
      kind: 'title-rows',
      line: 1,
      message: plural(
        at - 1,
        t`${at - 1} line stands above the header`,
        t`${at - 1} lines stand above the header`,
      ),
      help: t`write skip: ${at - 1} under csv, or export the details only`,
    });
  }
  const twice = twinNames(names.map((name) => ({ name })));
  if (twice.length > 0 && at !== null) {
    const list = allOf(twice.map(quoted));
    found.push({
      kind: 'duplicate-header',
      line: at,
      message: t`The header has ${list} more than once`,
      help: t`rename all but one of them if you need it: a column with a twin can not be read`,
    });
  }
  const blank = names.filter((name) => name === '').length;
  if (blank > 0 && at !== null) {
    found.push({
      kind: 'blank-header',
      line: at,
      message: plural(blank, t`${blank} column has no name`, t`${blank} columns have no name`),
      help: t`name it if you need it`,
    });
  }
  return found;
}

/** What is odd about the bytes and the cells, wherever they stand. */
function textOddities({ facts, other, lineEnds, columns }: FileParts): readonly Oddity[] {
  const found: Oddity[] = [];
  const kinds = [lineEnds.crlf, lineEnds.lf, lineEnds.cr].filter((n) => n > 0).length;
  if (kinds > 1) {
    found.push({
      kind: 'mixed-line-ends',
      line: null,
      message: t`Line ends are mixed: ${figure(lineEnds.crlf)} CRLF, ${figure(lineEnds.lf)} LF, ${figure(lineEnds.cr)} CR`,
      help: t`if files were pasted together, name them one by one under files`,
    });
  }
  if (other !== null) {
    found.push({
      kind: 'other-encoding',
      line: null,
      message: t`The text looks like ${other}, an encoding that is not read`,
      help: t`save it as UTF-8 (Excel: "CSV UTF-8"; in a shell: iconv -f ${other} -t UTF-8 old.csv > new.csv)`,
    });
  }
  if (facts.mixed) {
    found.push({
      kind: 'mixed-encoding',
      line: null,
      message: t`Some lines are UTF-8 and others windows-1252: files were pasted together`,
      help: t`name the files one by one, each source with its encoding`,
    });
  }
  if (facts.nulls > 0) {
    found.push({
      kind: 'null-bytes',
      line: null,
      message: plural(
        facts.nulls,
        t`${figure(facts.nulls)} zero byte in the text`,
        t`${figure(facts.nulls)} zero bytes in the text`,
      ),
      help: t`export it again: the file is damaged, or it is no text`,
    });
  }
  const formulas = columns.reduce((sum, column) => sum + column.formulas, 0);
  if (formulas > 0) {
    found.push({
      kind: 'formulas',
      line: null,
      message: plural(
        formulas,
        t`${figure(formulas)} cell begins with "=", which a spreadsheet would run`,
        t`${figure(formulas)} cells begin with "=", which a spreadsheet would run`,
      ),
      help: t`nothing to do here: cells are never run; take care when you open the file`,
    });
  }
  return found;
}

/** Long numbers of which Excel has kept some digits, by column. */
function roundedOddities({ columns, names }: FileParts): readonly Oddity[] {
  return columns.flatMap(({ shapes }, i): readonly Oddity[] => {
    const rounded = roundedCells(shapes);
    if (rounded === null) return [];
    const name = names[i] ?? '';
    return [
      {
        kind: 'rounded-ids',
        line: null,
        message: plural(
          rounded.n,
          t`${figure(rounded.n)} cell of "${name}" is a number that Excel has rounded, such as "${rounded.example}"`,
          t`${figure(rounded.n)} cells of "${name}" are numbers that Excel has rounded, such as "${rounded.example}"`,
        ),
        help: t`export again from the CRM: its last digits are lost, and different ids may have become one`,
      },
    ];
  });
}
