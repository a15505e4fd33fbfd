import type { FaultKind, ServerFault } from '../../engine/server.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReadPlan } from '../../model/reading.ts';
import { sentencesOf } from './sentences.ts';

type Named = NonNullable<ReadPlan['server']>;

/** A problem for which there is no answer, told where the agreement names the server's table. */
function finding(
  rule: 'no-table' | 'no-server' | 'no-connection' | 'rows-stay',
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

/** Of a connection whose rows stay, where they would be brought here. */
export const rowsStay = (named: Named, why?: string, help?: string): Diagnostic =>
  finding('rows-stay', named, 'connection', [
    why === undefined
      ? t`The rows of "${named.table}" stay on "${named.connection}", and this command would bring them here`
      : t`The rows of "${named.table}" stay on "${named.connection}", and can not be judged there: ${why}`,
    help ??
      t`write rows: come for "${named.connection}" in .sla/connections.yaml where they may leave it; sla check and sla report judge there what can be`,
  ]);

/** Of rows that were brought here, though others are judged where they are. */
export const rowsCame = (named: Named, why: string, help?: string): Diagnostic => ({
  ...{ rule: 'rows-came', severity: 'info', path: [...named.path, 'connection'] },
  message: t`The rows of "${named.connection}" were brought here to be judged: ${why}`,
  help:
    help ??
    t`write rows: stay for it in .sla/connections.yaml to have that refused, or rows: come where it is meant`,
});

/** Faults of the table, and not of the way to it. */
const OF_TABLE: ReadonlySet<FaultKind> = new Set(['rows', 'too-large', 'refused']);

/** What a server, or the way to it, says against the run. */
export function faultFinding(fault: ServerFault, named: Named): Diagnostic {
  const said = sentencesOf(fault, named);
  return OF_TABLE.has(fault.kind)
    ? tableFinding(named, ...said)
    : finding('no-server', named, 'connection', said);
}

/** Of rows that were asked for while others may have been written. */
export const rowsNotPinned = ({ connection, table, path }: Named): Diagnostic => ({
  ...{ rule: 'not-pinned', severity: 'info', path: [...path, 'table'] },
  message: t`The rows of "${table}" of "${connection}" are not pinned: what was written while they were read may be in part of them`,
  help: t`name a table that keeps snapshots, such as one of Iceberg, or read it where nobody writes`,
});
