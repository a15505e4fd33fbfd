import { mark, say, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { DoctorAgreement, DoctorDocument } from '../../model/doctor.ts';
import type { RenderOptions } from '../../model/render.ts';
import { terminal } from '../escape.ts';
import { frames } from '../flow.ts';
import { civil, iso, local } from '../instant.ts';
import { painter } from '../paint.ts';

export function doctor(document: DoctorDocument, options: RenderOptions): string {
  const { platform, agreements, findings, texts } = document;
  const paint = painter(options);
  const head = [
    `${paint(`${options.tool.name} ${options.tool.version}`, 'title')}`,
    `  ${t`Node ${platform.node}, ${platform.system}, ${platform.engine}, time zones ${platform.zones}`}`,
  ];
  const parts = [
    `${head.join('\n')}\n`,
    ...agreements.map((each) => {
      const [title = '', ...lines] = linesOf(each);
      return `${paint(terminal(title), 'title')}\n${lines.map((line) => `  ${terminal(line)}\n`).join('')}`;
    }),
    ...(findings.length > 0 ? [frames(findings, texts, options)] : []),
  ];
  return parts.join('\n');
}

function linesOf({
  id,
  title,
  versions,
  inForce,
  asOf,
  asOfFrom,
  sources,
  timezone,
  zones,
}: DoctorAgreement) {
  const from = asOfFrom === 'flag' ? '--as-of' : t`the latest instant in the data`;
  const at = asOf === null ? '' : local(asOf, timezone);
  return [
    `${title} (${id})`,
    ...versions.map(versionText),
    asOf === null
      ? t`no version is known to be in force: the exports tell no instant`
      : inForce === null
        ? t`in force: no version at ${at} ${timezone}, ${from}`
        : t`in force: version ${inForce} at ${at} ${timezone}, ${from}`,
    ...sources.flatMap(sourceLines),
    t`time zones: ${zones.join(', ')}`,
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
  const { name, files } = source;
  const kind = say(KINDS[source.kind]);
  if (files.length === 0) return [t`${name} (${kind}): no file`];
  return files.map(({ file, bytes, modified }) => {
    const at = iso(Math.floor(modified / 1e6) * 1e6);
    return t`${name} (${kind}): ${file}, ${whole(bytes)} bytes, of ${at}`;
  });
}
