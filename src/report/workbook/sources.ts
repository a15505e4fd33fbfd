import { ZONES_RELEASE } from '../../calendar/zone.ts';
import { t } from '../../messages/index.ts';
import type { Compliance, Input, Ledger, WaiverUse } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DisputeRegister } from '../../model/dispute.ts';
import type { RenderOptions } from '../../model/render.ts';
import type { CaseHeader } from '../../model/requests.ts';
import { leftOutNote } from '../heading.ts';
import { asOfFromText, civil } from '../instant.ts';
import { noPeriodText } from '../no-period.ts';
import { restsOnText } from '../rests-on.ts';
import { waivedLeads } from '../waived.ts';
import { wordFor, wordOf } from '../words.ts';
import { type Cell, count, instant, text } from '../xlsx/cell.ts';
import type { Table } from './table.ts';

/** What the numbers rest on: about, item, value, and what is to be said of it. */
type Line = readonly [about: string, item: string | null, value: Cell, detail?: string | null];

/** Of which agreement, on which rows of which files, as of when, by which program. */
export function sources(
  subjects: readonly { readonly id: string; readonly lines: readonly Line[] }[],
  notes: readonly string[],
  findings: readonly Diagnostic[],
  { tool }: RenderOptions,
): Table {
  const general: readonly Line[] = [
    ...notes.map(note),
    ...findings.map(problem),
    [t`Program`, t`Rules of time zones`, text(ZONES_RELEASE), t`release of the IANA time zone database`],
    [t`Program`, tool.name, text(tool.version)],
  ];
  return {
    name: t`Sources`,
    titles: [t`Agreement`, t`About`, t`Item`, t`Value`, t`Detail`],
    rows: [
      ...subjects.flatMap(({ id, lines }) => lines.map((line) => rowOf(id, line))),
      ...general.map((line) => rowOf(null, line)),
    ],
    fixed: 0,
  };
}

const rowOf = (id: string | null, [about, item, value, detail = null]: Line): readonly Cell[] => [
  text(id),
  text(about),
  text(item),
  value,
  text(detail),
];

export function ofCompliance(compliance: Compliance): readonly Line[] {
  const { agreement, asIf, restsOn, bookBy, waivers, notes, findings } = compliance;
  const booked = {
    start: t`by its start`,
    due: t`by its due time`,
    mixed: t`by its start, or by its due time where the agreement says so`,
  };
  return [
    ...common(compliance),
    ...(restsOn === null ? [] : [[t`Agreement`, t`As of`, text(restsOnText(restsOn))] as const]),
    [t`Agreement`, t`Versions`, text(agreement.versions.join(', '))],
    ...(asIf === null
      ? []
      : [[t`Agreement`, t`Judged as if by version`, text(asIf), t`whenever a case started`] as const]),
    [t`Agreement`, t`A case belongs to a period`, text(booked[bookBy])],
    ...waivers.map(waiver),
    ...setAside(compliance),
    ...leftOutNote(compliance).map(note),
    ...notes.map(note),
    ...findings.map(problem),
  ];
}

export function ofHeader(header: CaseHeader): readonly Line[] {
  return common(header);
}

const common = (
  header: Pick<CaseHeader, 'agreement' | 'asOf' | 'asOfFrom' | 'inputs' | 'ledgers'>,
): readonly Line[] => [
  ...ofAgreement(header),
  ...header.inputs.flatMap(file),
  ...Object.entries(header.ledgers).flatMap(([source, ledger]) => rows(source, ledger)),
];

export function ofAgreement({
  agreement,
  asOf,
  asOfFrom,
}: Pick<DisputeRegister, 'asOf' | 'asOfFrom'> & {
  readonly agreement: Pick<DisputeRegister['agreement'], 'title' | 'file' | 'timezone'>;
}): readonly Line[] {
  const zone = agreement.timezone;
  return [
    [t`Agreement`, t`Title`, text(agreement.title)],
    [t`Agreement`, t`File`, text(agreement.file)],
    [t`Agreement`, t`Time zone`, text(zone), t`every time in this workbook is what the clocks show there`],
    [t`Agreement`, t`As of`, instant(asOf, zone), asOfFromText(asOfFrom)],
  ];
}

function file({ source, file: path, rows: read, bytes, sha256, snapshot, stayed }: Input): readonly Line[] {
  const about = t`Export ${source}`;
  return [
    [about, t`File`, text(path)],
    [about, t`Rows`, count(read), path],
    ...(stayed
      ? [[about, t`Place`, text(t`judged on its server`), path] as const]
      : [[about, t`Bytes`, count(bytes), path] as const, [about, 'SHA-256', text(sha256), path] as const]),
    ...(snapshot === undefined ? [] : [[about, t`Snapshot`, text(snapshot), path] as const]),
  ];
}

/** The rows read are those judged, excluded and rejected. */
function rows(source: string, { read, judged, excluded, rejected }: Ledger): readonly Line[] {
  const about = t`Rows of ${source}`;
  const why = (part: Readonly<Record<string, number>>, item: string): readonly Line[] =>
    Object.entries(part).map(([reason, n]) => [about, item, count(n), wordFor(reason)]);
  return [
    [about, t`read`, count(read)],
    [about, t`judged`, count(judged)],
    ...why(excluded, wordOf('excluded')),
    ...why(rejected, t`rejected`),
  ];
}

function waiver(use: WaiverUse): Line {
  const { commitment, leads, reason, approvedBy, expires, expired, cases } = use;
  const what = leads === null ? waivedLeads(use) : t`leads named: ${leads}`;
  const by = approvedBy.length === 0 ? t`approved by nobody` : t`approved by ${approvedBy.join(', ')}`;
  const until =
    expires === null ? [] : [expired ? t`expired on ${civil(expires)}` : t`until ${civil(expires)}`];
  const item = t`cases excused of ${commitment ?? t`every commitment`}`;
  return [t`Waiver`, item, count(cases), [what, reason, by, ...until].join('; ')];
}

/** Cases that no verdict rests on, by promise and reason, their periods added up. */
function setAside({ results, undated }: Compliance): readonly Line[] {
  const totals = new Map<string, { id: string; reason: string; n: number }>();
  // The parts of a whole would count them again.
  for (const { id, reasons } of results.filter(({ by }) => by === null)) {
    for (const [reason, n = 0] of Object.entries(reasons)) {
      const key = JSON.stringify([id, reason]);
      totals.set(key, { id, reason, n: (totals.get(key)?.n ?? 0) + n });
    }
  }
  const ofPeriods = [...totals.values()].filter(({ n }) => n > 0);
  return [
    ...ofPeriods.map(({ id, reason, n }): Line => [t`Cases set aside`, id, count(n), wordFor(reason)]),
    ...undated.map(
      (one): Line => [t`Cases set aside`, one.id, count(one.unknown + one.excluded), noPeriodText(one)],
    ),
  ];
}

const note = (said: string): Line => [t`Note`, null, text(said)];

function problem({ rule, severity, message, help, place }: Diagnostic): Line {
  const at = place ? `${place.file}:${place.start.line}:${place.start.column}` : null;
  return [
    t`Problem`,
    wordOf(severity),
    text(message),
    [at, help, rule].filter((each) => each != null).join('; '),
  ];
}
