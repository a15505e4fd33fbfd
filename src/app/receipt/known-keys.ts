import { t } from '../../messages/index.ts';
import { alikeText } from '../../model/alike.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { survivorOf } from '../exports/merged.ts';
import type { Run } from '../judging/run.ts';
import { keyNamed } from './keyed-lead.ts';

/**
 * Those of some keys that a row of the leads or of another population has, be it one that is not judged; each with
 * the key under which its cases are listed.
 */
export async function keysKnown(
  run: Run,
  keys: readonly string[],
  io: Io,
): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (const asked of keys) {
    const key = await keyKnown(run, alikeText(asked.trim()), io);
    if (key !== null) known.set(asked, key);
  }
  return known;
}

async function keyKnown(run: Run, key: string, io: Io): Promise<string | null> {
  for (const of of [run.tables.leads, ...run.tables.populations()]) {
    const named = await keyNamed(key, of, run, io);
    const survivor = of === run.tables.leads ? await survivorOf(named, of.source, run.engine) : named;
    if (survivor !== named) return survivor;
    const own = run.exports.reports.find(({ facts }) => facts === of);
    if (own && (await own.report.rowsOf(named, 1)).length > 0) return named;
  }
  return null;
}

export const noSuchLead = (lead: string): Diagnostic => ({
  rule: 'no-lead',
  severity: 'error',
  message: t`No row of the exports has the key "${lead}"`,
  help: t`write it as the export does; "sla cases --format csv" lists the cases, and with --personal those whose key is personal`,
  fatal: true,
});
