import type { DoctorDocument } from '../../model/doctor.ts';
import type { RenderOptions } from '../../model/render.ts';
import { agreementLines, agreementTitle, platformText } from '../doctor.ts';
import { terminal } from '../escape.ts';
import { frames } from '../flow.ts';
import { painter } from '../paint.ts';

export function doctor(document: DoctorDocument, options: RenderOptions): string {
  const { platform, agreements, findings, texts } = document;
  const paint = painter(options);
  const head = [
    `${paint(`${options.tool.name} ${options.tool.version}`, 'title')}`,
    `  ${platformText(platform)}`,
  ];
  const parts = [
    `${head.join('\n')}\n`,
    ...agreements.map((each) => {
      const lines = agreementLines(each).map((line) => `  ${terminal(line)}\n`);
      return `${paint(terminal(agreementTitle(each)), 'title')}\n${lines.join('')}`;
    }),
    ...(findings.length > 0 ? [frames(findings, texts, options)] : []),
  ];
  return parts.join('\n');
}
