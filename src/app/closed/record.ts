import { canonical, digestOf, type Meaning } from '../../change/canonical.ts';
import type { ClosedCase, ClosedCases, Closing } from '../../model/closed.ts';
import type { CaseState } from '../../model/compliance.ts';
import { TOOL } from '../../model/tool.ts';
import { json } from '../../report/escape.ts';
import { resultOf } from '../../report/formats/json.ts';
import { iso } from '../../report/instant.ts';
import {
  instantIn,
  listIn,
  mapIn,
  numberIn,
  oneOf,
  type Raw,
  resultIn,
  textIn,
  textOrNull,
  WrongRecord,
} from './raw-result.ts';

/** A month's file as it stands: its closings by agreement, each as JSON, and whether nobody edited them. */
export interface RecordFile {
  readonly month: string;
  readonly agreements: ReadonlyMap<string, RawMonth>;
}

export interface RawMonth {
  readonly digest: string;
  /** The digest is that of what is there. */
  readonly intact: boolean;
  readonly closings: readonly Raw[];
}

const SCHEMA = 'closed/1';

/** Reads the file of a month; throws `WrongRecord` where it is none. */
export function recordIn(text: string): RecordFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WrongRecord();
  }
  const raw = mapIn(value);
  if (raw.schema !== SCHEMA) throw new WrongRecord();
  const month = textIn(raw.month);
  const agreements = Object.entries(mapIn(raw.agreements)).map(([id, each]) => {
    const { digest, closings } = mapIn(each);
    const list = listIn(closings).map(mapIn);
    return [
      id,
      {
        digest: textIn(digest),
        intact: digest === digestOfClosings(month, id, list),
        closings: list,
      },
    ] as const;
  });
  return { month, agreements: new Map(agreements) };
}

const digestOfClosings = (month: string, agreement: string, closings: readonly Raw[]): string =>
  digestOf({ month, agreement, closings } as Meaning);

/** The file with one more closing of an agreement; what is there stays. */
export function withClosing(
  file: RecordFile | null,
  {
    month,
    agreement,
    closing,
  }: { readonly month: string; readonly agreement: string; readonly closing: Raw },
): string {
  const all = new Map(file?.agreements);
  const closings = [...(all.get(agreement)?.closings ?? []), closing];
  all.set(agreement, { digest: digestOfClosings(month, agreement, closings), intact: true, closings });
  const agreements = Object.fromEntries(
    [...all]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { digest, closings: own }]) => [id, { digest, closings: own }]),
  );
  return json({ schema: SCHEMA, month, agreements });
}

/** Whether every closing of `before` is there unchanged, in its place. */
export function keeps(before: RawMonth, after: RawMonth): boolean {
  return before.closings.every((each, i) => {
    const same = after.closings[i];
    return same !== undefined && canonical(each as Meaning) === canonical(same as Meaning);
  });
}

const LETTERS: Readonly<Record<string, CaseState>> = {
  m: 'met',
  b: 'breached',
  p: 'pending',
  x: 'excluded',
  u: 'unknown',
};
const letterOf = (state: CaseState): string =>
  Object.keys(LETTERS).find((letter) => LETTERS[letter] === state) ?? '';

/** A closing as it is written: results as in the report's JSON, the cases of a lead on one line. */
export function rawClosing(agreement: string, closing: Closing): Raw {
  const { cases } = closing;
  const leads = [...cases.leads].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    closed: closing.closed,
    why: closing.why,
    provisional: closing.provisional,
    tool: { name: TOOL.name, version: closing.tool },
    asOf: iso(closing.asOf),
    zones: closing.zones,
    versions: closing.versions,
    reading: closing.reading,
    holidays: closing.holidays,
    inputs: closing.inputs,
    results: closing.results.map((result) => resultOf(agreement, result)),
    cases: {
      as: cases.as,
      salt: cases.salt,
      columns: cases.columns,
      leads: Object.fromEntries(leads.map(([lead, cells]) => [lead, cells.map(cellText).join(' ')])),
      digests: cases.digests,
    },
  };
}

export const cellText = (cell: ClosedCase | null): string =>
  cell === null ? '-' : `${letterOf(cell.state)}${cell.facts}`;

function cellIn(text: string): ClosedCase | null {
  if (text === '-') return null;
  const state = LETTERS[text.slice(0, 1)];
  if (state === undefined) throw new WrongRecord();
  return { state, facts: text.slice(1) };
}

export function closingIn(raw: Raw): Closing {
  return {
    closed: textIn(raw.closed),
    why: textOrNull(raw.why),
    provisional: raw.provisional === true,
    tool: textIn(mapIn(raw.tool).version),
    asOf: instantIn(raw.asOf),
    zones: textIn(raw.zones),
    versions: listIn(raw.versions).map((each) => {
      const { version, digest } = mapIn(each);
      return { version: textIn(version), digest: textIn(digest) };
    }),
    reading: textIn(raw.reading),
    holidays: textsIn(raw.holidays),
    inputs: listIn(raw.inputs).map((each) => {
      const { source, file, bytes, sha256, rows } = mapIn(each);
      return {
        ...{ source: textIn(source), file: textIn(file), sha256: textIn(sha256) },
        ...{ bytes: numberIn(bytes), rows: numberIn(rows) },
      };
    }),
    results: listIn(raw.results).map(resultIn),
    cases: casesIn(mapIn(raw.cases)),
  };
}

function casesIn(raw: Raw): ClosedCases {
  const columns = listIn(raw.columns).map(textIn);
  const leads = Object.entries(mapIn(raw.leads)).map(([lead, cells]) => {
    const own = textIn(cells).split(' ').map(cellIn);
    if (own.length !== columns.length) throw new WrongRecord();
    return [lead, own] as const;
  });
  const digests = Object.entries(mapIn(raw.digests)).map(([column, each]) => {
    const { cases, sha256 } = mapIn(each);
    return [column, { cases: numberIn(cases), sha256: textIn(sha256) }] as const;
  });
  return {
    as: oneOf(['hashed', 'ids', 'none'], raw.as),
    salt: textOrNull(raw.salt),
    columns,
    leads: new Map(leads),
    digests: Object.fromEntries(digests),
  };
}

const textsIn = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(mapIn(value)).map(([name, each]) => [name, textIn(each)]));
