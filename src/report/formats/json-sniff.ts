import type { RenderOptions, SniffDocument } from '../../model/render.ts';
import type { Sniff, SniffColumn } from '../../model/sniff.ts';
import { json } from '../escape.ts';
import { findingOf, toolOf } from './json.ts';

/**
 * Names and order of keys are the interface of scripts: they change only by addition. Described by
 * schemas/sniff.schema.json.
 */
export function sniff({ sniffs, findings }: SniffDocument, options: RenderOptions): string {
  return json({
    schema: 'sniff/1',
    tool: toolOf(options),
    findings: findings.map(findingOf),
    results: sniffs.map(resultOf),
  });
}

function resultOf(found: Sniff) {
  const { delimiter, quote, encoding, skip } = found.csv;
  return {
    file: found.file,
    bytes: found.bytes,
    packed: found.packed,
    csv: { delimiter, quote, encoding, skip },
    evidence: found.evidence,
    lineEnds: found.lineEnds,
    headerLine: found.headerLine,
    rows: found.rows,
    columns: found.columns.map(columnOf),
    preset: found.preset,
    near: found.near,
    oddities: found.oddities,
  };
}

function columnOf(column: SniffColumn) {
  return {
    name: column.name,
    position: column.position,
    type: column.type,
    format: column.format,
    candidates: column.candidates,
    decimal: column.decimal,
    currency: column.currency,
    evidence: column.evidence,
    offset: column.offset,
    filled: column.filled,
    blank: column.blank,
    nulls: column.nulls,
    distinct: column.distinct,
    exact: column.exact,
    unlike: column.unlike,
    unlikeExamples: column.unlikeExamples,
    examples: column.examples,
    values: column.values,
    personal: column.personal,
    role: column.role,
    notes: column.notes,
    timeColumn: column.timeColumn ?? null,
  };
}
