import type { RenderOptions } from '../../model/render.ts';
import type { DisputesDocument } from '../../model/requests.ts';
import { disputesOf } from '../dispute-records.ts';
import { json } from '../escape.ts';
import { iso } from '../instant.ts';
import { findingOf, toolOf } from './json.ts';

/** Names and order of keys change only by addition. Described by schemas/disputes.schema.json. */
export function disputes({ registers, findings }: DisputesDocument, options: RenderOptions): string {
  return json({
    schema: 'disputes/1',
    tool: toolOf(options),
    results: registers.map((register) => ({
      agreement: register.agreement.id,
      title: register.agreement.title,
      file: register.agreement.file,
      timezone: register.agreement.timezone,
      asOf: iso(register.asOf),
      asOfFrom: register.asOfFrom,
      ...disputesOf(register),
    })),
    findings: findings.map(findingOf),
  });
}
