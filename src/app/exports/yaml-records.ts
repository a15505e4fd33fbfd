import { readRecords } from '../../language/records.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { YamlRecords } from '../../model/reading.ts';
import { shown } from '../agreements/find.ts';

/** The rows of those files of a source that are YAML. */
export async function yamlRecords(
  source: SourceDef,
  files: readonly string[],
  io: Io,
): Promise<{
  readonly records: Readonly<Record<string, YamlRecords>>;
  readonly findings: readonly Diagnostic[];
}> {
  const read: Record<string, YamlRecords> = {};
  const findings: Diagnostic[] = [];
  for (const file of files.filter((name) => /\.ya?ml$/i.test(name))) {
    const { records, diagnostics } = readRecords(shown(file, io), await io.files.read(file));
    findings.push(...diagnostics);
    if (records === null) continue;
    read[file] = withColumns(records, source);
  }
  return { records: read, findings };
}

/**
 * A key that no record has yet is absent from all of them, as it is from a record beside one that has it.
 * The date is asked of the first record on: without it none can be counted.
 */
function withColumns({ header, rows }: YamlRecords, { key, fields }: SourceDef): YamlRecords {
  const columns = Object.values(fields).flatMap(({ name, column }) =>
    header.includes(column) || (name === key && rows.length > 0) ? [] : [column],
  );
  const blank = columns.map(() => '');
  return {
    header: [...header, ...columns],
    rows: rows.map(({ cells, line }) => ({ cells: [...cells, ...blank], line })),
  };
}
