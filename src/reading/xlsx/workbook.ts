import { firstOf } from '../../messages/first-of.ts';
import { t } from '../../messages/index.ts';
import type { Task } from '../../model/io.ts';
import { unescaped } from '../../xlsx/xstring.ts';
import { headOf } from '../text/bytes.ts';
import { readParts, tooLarge, WorkbookProblem } from './archive.ts';
import { type DateKind, dateKind, signOf } from './date-styles.ts';
import { xmlTaker } from './xml.ts';

/** Characters of all texts that cells share, held in memory. */
const MOST_SHARED = 100_000_000;

export interface Workbook {
  /** Name of the archive's part that holds the sheet. */
  readonly part: string;
  readonly sheet: string;
  /** Names of all its sheets, in their order. */
  readonly sheets: readonly string[];
  /** By the name of a sheet: the archive's part that holds it. */
  readonly parts: ReadonlyMap<string, string>;
  /** Days are counted from 1904 rather than 1900. */
  readonly from1904: boolean;
  readonly shared: readonly string[];
  /** By style of a cell: whether its number is a date. */
  readonly dates: readonly DateKind[];
  /** By style of a cell: the currency with which its number is shown. */
  readonly signs: readonly (string | null)[];
}

/** Everything of a workbook but the cells of its sheet: the one named, or the first that is shown. */
export async function openWorkbook(file: string, wanted: string | null, task: Task = {}): Promise<Workbook> {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  const parts = new Map<string, string>();
  const shared: string[] = [];
  const [dates, signs]: [DateKind[], (string | null)[]] = [[], []];
  let from1904 = false;
  let found = false;
  const names: string[] = [];
  await readParts(
    file,
    (name) => {
      if (names.length < MOST_NAMES) names.push(name);
      const short = name.replace(/^\//, '').toLowerCase();
      if (short === 'xl/workbook.xml') {
        found = true;
        return xmlTaker({
          open(tag, attributes) {
            if (tag === 'workbookPr') from1904 = /^(?:1|true)$/i.test(attributes.date1904 ?? '');
            if (tag !== 'sheet') return;
            const id =
              attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
            sheets.push({
              name: attributes.name ?? '',
              id: id ?? '',
              hidden: attributes.state !== undefined && attributes.state !== 'visible',
            });
          },
        });
      }
      if (short === 'xl/_rels/workbook.xml.rels') {
        return xmlTaker({
          open(tag, { Id, Target }) {
            if (tag === 'Relationship' && Id && Target) parts.set(Id, partOf(Target));
          },
        });
      }
      if (short === 'xl/sharedstrings.xml') return sharedTaker(shared);
      return short === 'xl/styles.xml' ? stylesTaker(dates, signs) : null;
    },
    undefined,
    task,
  );
  if (!found) throw otherArchive(names, (await headOf(file, false, 120)).toString('latin1'));
  const chosen =
    wanted === null
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted);
  const part = parts.get(chosen?.id ?? '');
  if (!chosen || part === undefined)
    throw noSheet(
      wanted,
      sheets.map(({ name }) => name),
    );
  const partsBySheet = new Map(sheets.map(({ name, id }) => [name, parts.get(id) ?? '']));
  const all = { sheets: sheets.map(({ name }) => name), parts: partsBySheet };
  return { part, sheet: chosen.name, ...all, from1904, shared, dates, signs };
}

/** Whether a part of the archive is the one that is meant: writers differ in capitals and in a leading slash. */
export const samePart = (name: string, part: string): boolean =>
  name.replace(/^\//, '').toLowerCase() === part.toLowerCase();

/** Targets are relative to `xl/`, or absolute. */
const partOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

function sharedTaker(shared: string[]) {
  let text = '';
  let [inside, phonetic] = [false, false];
  let size = 0;
  return xmlTaker({
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 't') inside = true;
      else if (tag === 'rPh') phonetic = true;
    },
    text(piece) {
      if (!inside || phonetic) return;
      text += piece;
      size += piece.length;
      if (size > MOST_SHARED) throw tooLarge();
    },
    close(tag) {
      if (tag === 't') inside = false;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'si') shared.push(unescaped(text));
    },
  });
}

function stylesTaker(dates: DateKind[], signs: (string | null)[]) {
  const formats = new Map<number, string>();
  let ofCells = false;
  return xmlTaker({
    open(tag, attributes) {
      if (tag === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (tag === 'cellXfs') ofCells = true;
      else if (tag === 'xf' && ofCells) {
        const id = Number(attributes.numFmtId ?? '0');
        const code = formats.get(id) ?? null;
        dates.push(dateKind(id, code));
        signs.push(signOf(code));
      }
    },
    close(tag) {
      if (tag === 'cellXfs') ofCells = false;
    },
  });
}

/** Names of an archive's parts that are looked at to tell what it is. */
const MOST_NAMES = 1000;

/**
 * What an archive is that holds no workbook as Excel has written them since 2007, by the names of its
 * parts. OpenDocument says first in its file which of its kinds it is.
 */
function otherArchive(names: readonly string[], head: string): WorkbookProblem {
  const has = (name: RegExp): boolean => names.some((each) => name.test(each));
  const saveAs = t`open it in a spreadsheet and save it as .xlsx, or as CSV`;
  if (has(/^xl\/workbook\.bin$/i))
    return new WorkbookProblem(t`The export is a binary workbook (.xlsb)`, saveAs);
  if (/mimetypeapplication\/vnd\.oasis\.opendocument\.text/.test(head))
    return new WorkbookProblem(
      t`The export is an OpenDocument text (.odt)`,
      t`export again as CSV or .xlsx, and name that file`,
    );
  if (has(/^content\.xml$/) && has(/^META-INF\/manifest\.xml$/i))
    return new WorkbookProblem(t`The export is an OpenDocument file (.ods)`, saveAs);
  if (has(/^Index\/.*\.iwa$/)) return new WorkbookProblem(t`The export is a file of Apple's Numbers`, saveAs);
  if (has(/^word\/document\.xml$/i))
    return new WorkbookProblem(
      t`The export is a text document (Word)`,
      t`export again as CSV or .xlsx, and name that file`,
    );
  const inside = names.filter(
    (name) => /\.(?:csv|tsv|xlsx|xlsm|xls)$/i.test(name) && !/^__MACOSX\//.test(name),
  );
  if (inside.length > 0)
    return new WorkbookProblem(
      t`The export is an archive that holds ${firstOf(inside, 5)}`,
      t`unpack it and name the export in it; a single CSV may be packed as .csv.gz`,
    );
  return new WorkbookProblem(
    t`The archive is not a workbook`,
    t`name a .xlsx or CSV file; a packed CSV is read as .csv.gz`,
  );
}

const noSheet = (wanted: string | null, names: readonly string[]): WorkbookProblem =>
  new WorkbookProblem(
    wanted === null ? t`The workbook has no sheet` : t`The workbook has no sheet "${wanted}"`,
    t`its sheets are ${firstOf(names, 20) || t`none`}; write one as sheet: under the source, or as --sheet`,
  );
