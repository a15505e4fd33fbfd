import type { Case } from '../../model/compliance.ts';
import type { CaseWriter } from '../../model/render.ts';
import type { Micros } from '../../model/time.ts';
import { csvCell, csvText } from '../escape.ts';
import { iso } from '../instant.ts';

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
] as const;

/** One case a row: instants in UTC, durations in seconds, missing is an empty cell. The header is there without any case. */
export function cases(): CaseWriter {
  let headed = false;
  let agreement = '';
  const head = (): string => {
    if (headed) return '';
    headed = true;
    return `${COLUMNS.join(',')}\r\n`;
  };
  return {
    begin(header) {
      agreement = header.agreement.id;
      return head();
    },
    batch: (batch) => batch.map((one) => rowOf(agreement, one)).join(''),
    end: head,
  };
}

function rowOf(agreement: string, one: Case): string {
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
    elapsedSeconds: one.elapsedSeconds === null ? '' : String(one.elapsedSeconds),
    period: one.period ?? '',
    owner: csvText(one.owner ?? ''),
    handOver: one.handOver === null ? '' : String(one.handOver),
  };
  return `${COLUMNS.map((column) => csvCell(cells[column], ',')).join(',')}\r\n`;
}

const instant = (value: Micros | null): string => (value === null ? '' : iso(value));
