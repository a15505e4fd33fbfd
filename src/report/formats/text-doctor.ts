import type { DoctorAgreement, DoctorDocument } from '../../model/doctor.ts';
import type { RenderOptions } from '../../model/render.ts';
import { terminal } from '../escape.ts';
import { frames } from '../flow.ts';
import { iso, local } from '../instant.ts';
import { whole } from '../number.ts';
import { painter } from '../paint.ts';

export function doctor(document: DoctorDocument, options: RenderOptions): string {
  const { platform, agreements, findings, texts } = document;
  const paint = painter(options);
  const head = [
    `${paint(`${options.tool.name} ${options.tool.version}`, 'title')}`,
    `  Node ${platform.node}, ${platform.system}, ${platform.engine}, time zones ${platform.zones}`,
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
  const from = asOfFrom === 'flag' ? '--as-of' : 'the latest instant in the data';
  return [
    `${title} (${id})`,
    ...versions.map(
      (each) =>
        `version ${each.version}, ${each.status}, ${each.from ?? 'always'} to ${each.to ?? 'further notice'}: ${each.file}`,
    ),
    asOf === null
      ? 'no version is known to be in force: the exports tell no instant'
      : `in force: ${inForce === null ? 'no version' : `version ${inForce}`} at ${local(asOf, timezone)} ${timezone}, ${from}`,
    ...sources.flatMap(({ name, kind, files }) =>
      files.length === 0
        ? [`${name} (${kind}): no file`]
        : files.map(
            ({ file, bytes, modified }) =>
              `${name} (${kind}): ${file}, ${whole(bytes)} bytes, of ${iso(Math.floor(modified / 1e6) * 1e6)}`,
          ),
    ),
    `time zones: ${zones.join(', ')}`,
  ];
}
