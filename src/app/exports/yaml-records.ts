import { readRecords } from '../../language/records.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { YamlRecords } from '../../model/reading.ts';
import { shown } from '../agreements/find.ts';

/** The rows of those files of a source that are YAML; a list without records has the columns that are asked for. */
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
    const columns = Object.values(source.fields).map(({ column }) => column);
    read[file] = records.rows.length === 0 ? { header: columns, rows: [] } : records;
  }
  return { records: read, findings };
}
