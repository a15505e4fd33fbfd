import { t } from '../../messages/index.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Raw, Report } from './report.ts';
import { list, text } from './report.ts';

/** A source and its keys, whatever they hold. */
interface Written {
  readonly raw: Raw;
  readonly written: Raw;
  readonly path: YamlPath;
  readonly report: Report;
}

/** Where the rows of a source are: in files, or in a table of a server. */
export interface WhereRowsAre {
  readonly where: Pick<SourceDef, 'files' | 'table' | 'connection'>;
  /** Whether the columns have types, so that dates need no format. */
  readonly isTyped: boolean;
}

export function whereRowsAre(of: Written): WhereRowsAre {
  const files = filesOf(of.raw);
  const connection = connectionOf(of);
  const areTables = files.length > 0 && files.every((file) => /[.](?:parquet|duckdb)$/i.test(file));
  const table = text(of.raw, 'table');
  const where = {
    files: connection === null ? files : [],
    ...(table === null ? {} : { table }),
    ...(connection === null ? {} : { connection }),
  };
  return { where, isTyped: connection !== null || areTables };
}

function connectionOf({ raw, written, path, report }: Written): string | null {
  const connection = text(raw, 'connection');
  const missing = (key: 'files' | 'table', example: string) =>
    report('missing-key', path, {
      message: t`The key "${key}" is missing`,
      help: t`add a line: ${key}: ${example}`,
      on: 'key',
    });
  if (connection === null) {
    if (!('files' in written) && !('connection' in written)) missing('files', 'exports/leads-*.csv');
    return null;
  }
  if (!('table' in written)) missing('table', 'crm.leads');
  for (const key of ['files', 'sheet', 'csv'].filter((each) => each in written))
    report('unused-key', [...path, key], {
      message: t`"${key}" has no effect: the rows are in a table of the server "${connection}"`,
      help: t`remove it, or "connection"`,
      on: 'key',
    });
  return connection;
}

const filesOf = (raw: Raw): readonly string[] =>
  typeof raw.files === 'string' ? [raw.files] : list(raw, 'files').filter((file) => typeof file === 'string');
