import { mark, plural, say, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { DoctorAgreement, DoctorDocument, Platform } from '../model/doctor.ts';
import type { RenderOptions } from '../model/render.ts';
import { civil, iso, spokenInstant } from './instant.ts';
import type { Sections } from './sections.ts';

/** What is in use, for formats of prose. */
export function doctorSections(
  { platform, agreements, findings, texts }: DoctorDocument,
  { tool }: RenderOptions,
): Sections {
  const section = (title: string, lines: readonly string[]) => ({
    title,
    blocks: [{ kind: 'title', text: title, lines } as const],
  });
  return {
    title: t`What is in use`,
    sections: [
      section(`${tool.name} ${tool.version}`, [platformText(platform)]),
      ...agreements.map((each) => section(agreementTitle(each), agreementLines(each))),
    ],
    ...{ findings, texts },
  };
}

export const platformText = ({ node, system, engine, zones }: Platform): string =>
  t`Node ${node}, ${system}, ${engine}, time zones ${zones}`;

export const agreementTitle = ({ title, id }: DoctorAgreement): string => `${title} (${id})`;

/** What is in use of one agreement, a fact a line. */
export function agreementLines(agreement: DoctorAgreement): readonly string[] {
  const { versions, inForce, asOf, asOfFrom, sources, timezone, zones, asked, isRead } = agreement;
  const from = asOfFrom === 'flag' ? '--as-of' : t`the latest instant in the data`;
  const at = asOf === null ? '' : spokenInstant(asOf, timezone);
  return [
    ...versions.map(versionText),
    asOf === null
      ? isRead
        ? t`no version is known to be in force: the exports tell no instant`
        : t`no version is known to be in force: the exports could not be read`
      : inForce === null
        ? t`in force: no version at ${at} ${timezone}, ${from}`
        : t`in force: version ${inForce} at ${at} ${timezone}, ${from}`,
    ...sources.flatMap(sourceLines),
    t`time zones: ${zones.join(', ')}`,
    ...(asked === null ? [] : [askedText(asked)]),
  ];
}

function versionText(each: DoctorAgreement['versions'][number]): string {
  const { version, status, file, from, to } = each;
  if (from === null && to === null)
    return t`version ${version}, ${status}, always to further notice: ${file}`;
  if (from === null) return t`version ${version}, ${status}, always to ${civil(to ?? '')}: ${file}`;
  if (to === null) return t`version ${version}, ${status}, ${civil(from)} to further notice: ${file}`;
  return t`version ${version}, ${status}, ${civil(from)} to ${civil(to)}: ${file}`;
}

const KINDS = {
  leads: mark`leads`,
  activities: mark`activities`,
  joined: mark`joined`,
  records: mark`records`,
  population: mark`rows of their own`,
} as const;

function sourceLines(source: DoctorAgreement['sources'][number]): readonly string[] {
  const { name, files, tables } = source;
  const kind = say(KINDS[source.kind]);
  if (tables !== undefined)
    return tables.length === 0
      ? [t`${name} (${kind}): a table of a server, which was not read`]
      : tables.map((table) => tableText(`${name} (${kind})`, table));
  if (files.length === 0) return [t`${name} (${kind}): no file`];
  return files.map(({ file, bytes, modified }) => {
    const at = iso(Math.floor(modified / 1e6) * 1e6);
    return t`${name} (${kind}): ${file}, ${whole(bytes)} bytes, of ${at}`;
  });
}

function tableText(
  of: string,
  { table, rows, columns }: NonNullable<DoctorAgreement['sources'][number]['tables']>[number],
): string {
  const list = columns.map(({ column, type }) => `${column} ${type}`).join(', ');
  return plural(
    rows,
    t`${of}: ${table}, ${whole(rows)} row: ${list}`,
    t`${of}: ${table}, ${whole(rows)} rows: ${list}`,
  );
}

/** That the data were asked is told where they give nothing to ask, too. */
function askedText(n: number): string {
  if (n === 0) return t`the data were asked how they came about: they give nothing to ask`;
  return plural(
    n,
    t`the data were asked how they came about: they give ${whole(n)} thing to ask`,
    t`the data were asked how they came about: they give ${whole(n)} things to ask`,
  );
}
