import { formatDay } from '../../calendar/day.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Waiver } from '../../model/agreement.ts';
import { civil } from '../../report/instant.ts';
import { leadColumnsSql } from '../../sql/receipt/lead-columns.ts';
import type { Planned, Run } from '../judging/run.ts';
import { appliedWaiver, waiversOf } from '../judging/waivers.ts';
import { partyTitle } from './disputed.ts';

/** The waiver that excuses a case. */
export async function waiverOf(
  run: Run,
  { inForce, promise }: Planned,
  row: { readonly lead: string; readonly nth: number | null; readonly start: number | null },
): Promise<Waiver | null> {
  const { agreement } = inForce.sourced;
  const { leads } = run.tables;
  const flags = [...new Set(waiversOf(promise, agreement, run).flatMap(({ when }) => when ?? []))];
  const sql = leadColumnsSql(leads.table, flags, row.nth, run.engine.dialect);
  const [found] = flags.length === 0 ? [] : await run.engine.rows(sql, [row.lead]);
  const holds = (flag: string) => found?.[`t${flags.indexOf(flag)}`] === true;
  return appliedWaiver({ promise, agreement, run }, { lead: row.lead, start: row.start, holds });
}

/** Why it is excused, by whose leave, and where that stands. */
export function waiverText({ reason, approvedBy, path, dispute }: Waiver, { inForce }: Planned): string {
  const { agreement } = inForce.sourced;
  const { file, start } = inForce.sourced.place(path);
  const approved =
    approvedBy.length === 0
      ? ''
      : t`approved by ${allOf(approvedBy.map((team) => partyTitle(team, agreement)))}, `;
  // What was said is told with the dispute itself.
  const why = dispute
    ? t`upheld dispute of ${partyTitle(dispute.by, agreement)}, ${civil(formatDay(dispute.on))}`
    : reason;
  return `${why} (${approved}${file}:${start.line})`;
}
