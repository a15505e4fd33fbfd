import type { FaultKind, ServerFault } from '../../engine/server.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReadPlan } from '../../model/reading.ts';
import { sentencesOf } from './sentences.ts';

type Named = NonNullable<ReadPlan['server']>;

/** A problem for which there is no answer, told where the agreement names the server's table. */
function finding(
  rule: 'no-table' | 'no-server' | 'no-connection',
  { path }: Named,
  key: 'table' | 'connection',
  [message, help]: readonly [message: string, help: string],
): Diagnostic {
  return { rule, severity: 'error', message, help, path: [...path, key], fatal: true };
}

export const tableFinding = (named: Named, message: string, help: string): Diagnostic =>
  finding('no-table', named, 'table', [message, help]);

export const noTableRight = (table: string, named: Named, where: string): Diagnostic =>
  tableFinding(
    named,
    t`The user of "${named.connection}" may not read the table "${table}" of ${where}`,
    t`ask for GRANT SELECT ON ${table} TO the user, or name a view that may be read`,
  );

export const noColumnRight = (column: string, named: Named, where: string): Diagnostic =>
  tableFinding(
    named,
    t`The user of "${named.connection}" may not read the column "${column}" of "${named.table}" of ${where}`,
    t`ask for GRANT SELECT on that column, or name another`,
  );

/** Of a command that asks no server, whatever an agreement names. */
export const notAsked = (named: Named): Diagnostic =>
  finding('no-connection', named, 'connection', [
    t`"${named.table}" is a table of the server "${named.connection}", and no server is asked here`,
    t`name an export in its place: --leads FILE or --source NAME=FILE`,
  ]);

/** Faults of the table, and not of the way to it. */
const OF_TABLE: ReadonlySet<FaultKind> = new Set(['rows', 'too-large', 'refused']);

/** What a server, or the way to it, says against the run. */
export function faultFinding(fault: ServerFault, named: Named): Diagnostic {
  const said = sentencesOf(fault, named);
  return OF_TABLE.has(fault.kind)
    ? tableFinding(named, ...said)
    : finding('no-server', named, 'connection', said);
}
