import type { Case } from '../../model/compliance.ts';
import type { CaseWriter, RenderOptions } from '../../model/render.ts';
import type { CaseHeader } from '../../model/requests.ts';
import type { Micros } from '../../model/time.ts';
import { type CsvStyle, csvStyle } from '../csv-style.ts';
import { csvText } from '../escape.ts';
import { isRecycled } from '../recycled.ts';

const COLUMNS = [
  'agreement',
  'lead',
  'commitment',
  'version',
  'segment',
  'state',
  'atRisk',
  'reason',
  'start',
  'due',
  'stop',
  'elapsedSeconds',
  'period',
  'owner',
  'handOver',
  'recycled',
  'amount',
] as const;

/** Of cases that moved since their month was closed. */
const MOVED = ['movedFrom', 'movedWhy'] as const;

/**
 * One case a row: instants in UTC, durations in seconds, missing is an empty cell. The header is there
 * without any case.
 */
export function cases(options: RenderOptions): CaseWriter {
  const style = csvStyle(options);
  let headed = false;
  let agreement: CaseHeader['agreement'] | null = null;
  let moved: readonly string[] = [];
  const head = (): string => {
    if (headed) return '';
    headed = true;
    return style.start + style.line([...COLUMNS, ...moved, ...style.zone]);
  };
  return {
    begin(header) {
      agreement = header.agreement;
      if (header.moved) moved = MOVED;
      return head();
    },
    batch(batch) {
      if (agreement === null) throw new Error('Cases have a header');
      const { id, timezone } = agreement;
      return batch.map((one) => rowOf(id, timezone, one, style)).join('');
    },
    end: head,
  };
}

function rowOf(agreement: string, timezone: string, one: Case, style: CsvStyle): string {
  const instant = (at: Micros | null): string => (at === null ? '' : style.instant(at, timezone));
  const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    agreement: csvText(agreement),
    lead: csvText(one.lead),
    commitment: csvText(one.commitment),
    version: csvText(one.version),
    segment: csvText(one.segment ?? ''),
    state: one.state,
    atRisk: String(one.atRisk),
    reason: one.reason ?? '',
    start: instant(one.start),
    due: instant(one.due),
    stop: instant(one.stop),
    elapsedSeconds: one.elapsedSeconds === null ? '' : style.number(one.elapsedSeconds),
    period: one.period ?? '',
    owner: csvText(one.owner ?? ''),
    handOver: one.handOver === null ? '' : String(one.handOver),
    recycled: String(isRecycled(one) ?? ''),
    amount: one.amount == null ? '' : style.number(one.amount),
  };
  const moved = one.moved ? [one.moved.from ?? '', one.moved.why] : [];
  return style.line([...COLUMNS.map((column) => cells[column]), ...moved, ...style.zone.map(() => timezone)]);
}
