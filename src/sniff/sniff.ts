import { t } from '../messages/index.ts';
import { alikeText } from '../model/alike.ts';
import type { KnownExport, Sniff, SniffColumn } from '../model/sniff.ts';
import { withTimes } from './apart.ts';
import { addCell, type ColumnCount, type ColumnTally, columnTally, counted } from './column.ts';
import { type Delimiter, delimiterOf } from './delimiter.ts';
import { type EncodingFacts, encodingEvidence, encodingOf, watchEncoding } from './encoding.ts';
import { type Header, headerOf } from './header.ts';
import {
  type Cells,
  holdsCodes,
  isOfOne,
  isPersonAsFirm,
  isProse,
  isWrittenByPeople,
  mayBePersonal,
  namesPeople,
  namesSomebody,
} from './mask.ts';
import { fileOddities } from './oddities.ts';
import { recognise } from './preset.ts';
import { type LineEnds, scanner } from './records.ts';
import { WRITTEN } from './header-words.ts';
import { fold as foldHeader, type RoleFinding, rolesOf } from './roles.ts';
import { roundedCells, type Shape } from './shape.ts';
import { type Structure, watchStructure } from './structure.ts';
import { holdsAddresses, type TypeFinding, typeOf } from './types.ts';
import { clockHint } from './zone.ts';

/** The choice of the delimiter and of the header rests on so many bytes; everything else on all. */
const HEAD = 1 << 20;

interface OtherEncoding {
  readonly name: string;
  readonly decode: (bytes: Uint8Array) => string;
}

export interface SniffInput {
  /** Unpacked bytes; UTF-16 already as UTF-8. A chunk holds until the next is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly bom: 'utf-8' | 'utf-16' | null;
  readonly presets: readonly KnownExport[];
  /** Personal examples as they are. */
  readonly personal: boolean;
  readonly windows1252: (bytes: Uint8Array) => string;
  /** An encoding of which the bytes are, and that no agreement can name. */
  readonly otherEncoding: (bytes: Uint8Array) => OtherEncoding | null;
  /** Hears of the rows counted so far. */
  readonly onRows?: (rows: number) => void;
}

export type Findings = Omit<Sniff, 'file' | 'bytes' | 'packed'>;

/** Texts are kept byte for byte until the encoding of the whole file is known. */
const raw = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** Reads a whole file once, in memory that does not grow with it. Null where the file is empty. */
export async function sniff(input: SniffInput): Promise<Findings | null> {
  const encoding = watchEncoding();
  const head: Uint8Array[] = [];
  let size = 0;
  const iterator = input.chunks[Symbol.asyncIterator]();
  let done = false;
  while (size < HEAD) {
    const next = await iterator.next();
    if (next.done) {
      done = true;
      break;
    }
    const chunk = size === 0 ? withoutBom(next.value) : next.value;
    encoding.push(chunk);
    head.push(Uint8Array.from(chunk));
    size += chunk.length;
  }
  if (size === 0) return null;
  const bytes = Buffer.concat(head);
  const text = raw(bytes.subarray(0, HEAD));
  const separator = /^sep=(.)\r?\n/.exec(text);
  const delimiter = delimiterOf(separator ? text.replace(/^sep=.*\r?\n/, '\n') : text, done && size <= HEAD);
  const header = headerOf(delimiter.records, delimiter.width);
  const width = delimiter.width;
  const tallies = Array.from({ length: width }, columnTally);
  const structure = watchStructure(
    { width, headerLine: header.line },
    (record, view, starts, ends) => {
      for (let k = 0; k < width; k++) {
        addCell(tallies[k] as ColumnTally, record, view, starts[k] as number, ends[k] as number, raw);
      }
    },
    raw,
  );
  const scan = scanner(delimiter.delimiter, delimiter.quote, structure);
  scan.push(bytes);
  while (!done) {
    const next = await iterator.next();
    if (next.done) break;
    encoding.push(next.value);
    scan.push(next.value);
    input.onRows?.(structure.rows());
  }
  const lineEnds = scan.end();
  const facts = encoding.end();
  const other = facts.valid || facts.mixed ? null : input.otherEncoding(bytes);
  const fix = decoder(facts, input, other);
  return report({
    input,
    delimiter,
    header,
    columns: tallies.map(counted),
    structure: structure.end(fix),
    lineEnds,
    facts,
    other: other?.name ?? null,
    fix,
    separator: separator !== null,
  });
}

function withoutBom(chunk: Uint8Array): Uint8Array {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

type Fix = (text: string) => string;

/** From bytes kept as text to text. A character cut at the end of an example is left out. */
function decoder(facts: EncodingFacts, { windows1252 }: SniffInput, other: OtherEncoding | null): Fix {
  return (text) => {
    const bytes = Buffer.from(text, 'latin1');
    if (facts.valid) return bytes.toString('utf8').replace(/\ufffd+$/, '');
    return other === null ? windows1252(bytes) : other.decode(bytes);
  };
}

interface Parts {
  readonly input: SniffInput;
  readonly delimiter: Delimiter;
  readonly header: Header;
  readonly columns: readonly ColumnCount[];
  readonly structure: Structure;
  readonly lineEnds: LineEnds;
  readonly facts: EncodingFacts;
  /** The name of an encoding that is not read. */
  readonly other: string | null;
  readonly fix: Fix;
  readonly separator: boolean;
}

function report(parts: Parts): Findings {
  const { input, delimiter, header, structure, lineEnds, facts, fix } = parts;
  const { bom } = input;
  const names = parts.columns.map((_, i) =>
    header.line === null ? t`column ${i + 1}` : fix(header.names[i] ?? '').trim(),
  );
  const typed = parts.columns.map((column, i) => ({
    column,
    type: typeOf(names[i] ?? '', decoded(column, fix)),
  }));
  const formats = typed.map(({ type }) => type.format);
  const { preset, near } =
    header.line === null ? { preset: null, near: null } : recognise(names, formats, input.presets);
  const roles = rolesOf(
    typed.map(({ column, type }, i) => ({
      name: names[i] ?? '',
      type: type.type,
      filled: column.filled,
      blank: column.blank,
      distinct: column.distinct,
      exact: column.exact,
      rounded: roundedCells(column.shapes) !== null,
      codes: holdsCodes(cellsOf(column, type, fix)),
    })),
    preset?.known ?? null,
  );
  const each = typed.map((one, i) =>
    columnReport({ ...one, role: roles[i], name: names[i] ?? '', position: i + 1 }, parts),
  );
  const columns = withTimes(each, (i) => typed[i]?.column.texts.map(fix) ?? []);
  return {
    csv: {
      delimiter: delimiter.delimiter,
      quote: delimiter.quote,
      encoding: encodingOf(facts, bom, parts.other),
      skip: (header.line ?? 1) - 1,
    },
    evidence: {
      delimiter: delimiter.delimiterEvidence,
      quote: delimiter.quoteEvidence,
      encoding: encodingEvidence(facts, bom, parts.other),
      header: header.evidence,
    },
    lineEnds: { ...lineEnds },
    headerLine: header.line,
    rows: structure.rows,
    columns,
    preset: preset?.match ?? null,
    near,
    oddities: [...fileOddities({ ...parts, names }), ...structure.oddities],
  };
}

interface TypedColumn {
  readonly column: ColumnCount;
  readonly type: TypeFinding;
  readonly role: RoleFinding | undefined;
  readonly name: string;
  readonly position: number;
}

/** A column as it is told: what is personal is masked, unless it is asked for. */
function columnReport(
  { column, type, role, name, position }: TypedColumn,
  { input, fix }: Pick<Parts, 'input' | 'fix'>,
): SniffColumn {
  const cells = cellsOf(column, type, fix);
  const isNamed = role?.role?.name === 'id' && namesPeople(cells);
  const known = role?.personal === true || holdsAddresses(column) || isNamed;
  const isWritten = type.type === 'text' && WRITTEN.test(foldHeader(name));
  const isUnknown = !known && role?.role === null && (isWritten || mayBePersonal(cells));
  const personal = known || isUnknown;
  const hidden =
    !input.personal && (personal || isProse(cells) || (isSaid(role?.role) && isWrittenByPeople(cells)));
  const isNamedIn = role?.role?.name === 'company' ? isPersonAsFirm : namesSomebody;
  const isHidden = (text: string): boolean =>
    hidden || (!input.personal && type.type === 'text' && (isOfOne(text) || isNamedIn(text)));
  const show = (texts: readonly string[]) => texts.map((text) => (isHidden(text) ? masked(text) : text));
  const hint =
    type.type === 'datetime' && type.offset === 'never' && type.hours ? clockHint(type.hours) : null;
  const { hours: _, ...finding } = type;
  return {
    ...finding,
    name,
    position,
    filled: column.filled,
    blank: column.blank,
    nulls: Object.fromEntries(column.nulls),
    distinct: column.distinct,
    exact: column.exact,
    unlikeExamples: show(type.unlikeExamples),
    examples: show(column.examples.map(fix)),
    values: hidden ? [] : valuesOf(column, fix).filter(({ value }) => !isHidden(value)),
    personal,
    role: role?.role ?? null,
    notes: [
      ...type.notes,
      ...(role?.notes ?? []),
      ...(hint ? [hint] : []),
      ...(isUnknown && !input.personal
        ? [t`its header is not known, and its cells may be of people: shown by their form`]
        : []),
    ],
  };
}

/** Columns of words, in which somebody may have written a sentence. */
const isSaid = (role: SniffColumn['role'] | undefined): boolean =>
  role?.name === 'reason' || role?.name === 'source' || role?.name === 'status';

const cellsOf = ({ filled, distinct, texts }: ColumnCount, { type }: TypeFinding, fix: Fix): Cells => ({
  ...{ type, filled, distinct },
  texts: texts.map(fix),
});

/** Shapes with their texts as they read. */
function decoded(column: ColumnCount, fix: Fix): ColumnCount {
  return {
    ...column,
    shapes: column.shapes.map((shape): Shape => ({ ...shape, example: alikeText(fix(shape.example)) })),
  };
}

function valuesOf({ values, filled }: ColumnCount, fix: Fix): SniffColumn['values'] {
  if (values.length === filled) return [];
  return [...values].sort((a, b) => b.n - a.n).map(({ value, n }) => ({ value: fix(value), n }));
}

/** The form without the person: letters are x, digits are 9. */
const masked = (text: string): string => text.replace(/\p{L}/gu, 'x').replace(/\d/g, '9');
