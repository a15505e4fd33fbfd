import type { ComplianceDocument, RenderOptions } from '../../model/render.ts';
import { byPeriod } from '../workbook/by-period.ts';
import { disputesTable } from '../workbook/disputes.ts';
import { glance } from '../workbook/glance.ts';
import { allResults } from '../workbook/results.ts';
import { ofCompliance, sources } from '../workbook/sources.ts';
import { writeTable } from '../workbook/table.ts';
import { book } from '../xlsx/book.ts';

/** A workbook: a sheet to look at, the table as people read it, the same as one result a row, and what it rests on. */
export function compliance(document: ComplianceDocument, options: RenderOptions): Uint8Array {
  const { compliances, findings } = document;
  const made = book();
  const first = compliances.length === 0 ? null : glance(document);
  if (first) made.look(first.sheet);
  for (const table of byPeriod(compliances)) writeTable(made, table);
  writeTable(made, allResults(compliances));
  const disputed = disputesTable(
    compliances.flatMap(({ disputes: told }) => (told?.disputes.length ? told : [])),
  );
  if (disputed) writeTable(made, disputed);
  if (first?.drawnFrom) writeTable(made, first.drawnFrom);
  const subjects = compliances.map((each) => ({ id: each.agreement.id, lines: ofCompliance(each) }));
  writeTable(made, sources(subjects, [], findings, options));
  return made.end();
}
