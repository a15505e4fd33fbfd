import { type DisputeRegister, type DisputeState, numbersBehind } from '../../model/dispute.ts';
import type { RenderOptions } from '../../model/render.ts';
import type { DisputesDocument } from '../../model/requests.ts';
import { type CsvStyle, csvStyle } from '../csv-style.ts';
import { csvText } from '../escape.ts';

const COLUMNS = [
  'agreement',
  'lead',
  'promise',
  'title',
  'period',
  'state',
  'by',
  'on',
  'is',
  'due',
  'settledBy',
  'settledOn',
  'open',
  'attainment',
  'verdict',
  'attainmentIfUpheld',
  'verdictIfUpheld',
  'says',
  'minutes',
  'file',
  'line',
  'asOf',
] as const;

/**
 * One dispute a row: days are local dates, rates are fractions of 1, missing is an empty cell, as is what a
 * view hides. The numbers are those of its promise in its period, where a dispute is open there.
 */
export function disputes({ registers }: DisputesDocument, options: RenderOptions): string {
  const style = csvStyle(options);
  const rows = registers.flatMap((register) => register.disputes.map((one) => rowOf(one, register, style)));
  return style.start + style.line([...COLUMNS, ...style.zone]) + rows.join('');
}

function rowOf(one: DisputeState, register: DisputeRegister, style: CsvStyle): string {
  const { id, timezone } = register.agreement;
  const numbers = numbersBehind(one, register);
  const number = (value: number | null | undefined): string => (value == null ? '' : style.number(value));
  const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    agreement: csvText(id),
    lead: csvText(one.lead ?? ''),
    promise: csvText(one.promise),
    title: csvText(one.title),
    period: one.period ?? '',
    state: one.state ?? '',
    by: csvText(one.by),
    on: one.on,
    is: one.is,
    due: one.due ?? '',
    settledBy: csvText(one.settledBy.join(' ')),
    settledOn: one.settledOn ?? '',
    open: number(numbers?.open),
    attainment: number(numbers?.now.attainment),
    verdict: numbers?.now.verdict ?? '',
    attainmentIfUpheld: number(numbers?.upheld.attainment),
    verdictIfUpheld: numbers?.upheld.verdict ?? '',
    says: csvText(one.says ?? ''),
    minutes: csvText(one.minutes ?? ''),
    file: csvText(one.file),
    line: String(one.line),
    asOf: style.instant(register.asOf, timezone),
  };
  return style.line([...COLUMNS.map((column) => cells[column]), ...style.zone.map(() => timezone)]);
}
