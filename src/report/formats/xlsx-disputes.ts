import type { RenderOptions } from '../../model/render.ts';
import type { DisputesDocument } from '../../model/requests.ts';
import { disputesTable } from '../workbook/disputes.ts';
import { ofAgreement, sources } from '../workbook/sources.ts';
import { writeTable } from '../workbook/table.ts';
import { book } from '../xlsx/book.ts';

/** A workbook of the register: one dispute a row, and what it rests on. */
export function disputes({ registers, findings }: DisputesDocument, options: RenderOptions): Uint8Array {
  const made = book();
  const table = disputesTable(registers);
  if (table) writeTable(made, table);
  const subjects = registers.map((each) => ({ id: each.agreement.id, lines: ofAgreement(each) }));
  writeTable(made, sources(subjects, [], findings, options));
  return made.end();
}
