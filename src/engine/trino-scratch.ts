import { randomBytes } from 'node:crypto';
import type { TrinoConnection } from '../model/connection.ts';
import { written } from '../sql/dialects/index.ts';
import { scratchTables } from '../sql/server-session.ts';
import { type ScratchTables, ServerFault } from './server.ts';

/** Seconds after which no run is at work any more, and its tables are left over. */
const LONGEST_RUN = 86_400;

/** How its statements are run: as part of the run, or whatever has become of it. */
type Ask = <T extends object>(sql: string) => Promise<readonly T[]>;

/** Tables of a run in a schema of a Trino, which `end` drops, after Ctrl-C too. */
export interface Scratch extends ScratchTables {
  end(ask: Ask): Promise<void>;
}

/**
 * The tables of one run. Its first one has those dropped that a run has left which was killed: who may not drop them
 * leaves them there.
 */
export function scratchIn(
  { catalog, schema }: NonNullable<TrinoConnection['scratch']>,
  ask: Ask,
  now: number = Date.now(),
): Scratch {
  const { trino: dialect } = written;
  if (dialect === undefined) throw new Error('There is no dialect of Trino');
  const began = Math.floor(now / 1000);
  const secret = randomBytes(8).toString('hex');
  const pathOf = (name: string): string => [catalog, schema, name].map(dialect.identifier).join('.');
  const made: string[] = [];
  const sweep = async (): Promise<void> => {
    const left = scratchTables.left(catalog, schema, began - LONGEST_RUN, dialect);
    const names = await ask<{ name: string }>(left).catch(unlessFault);
    await dropAll(
      names.map(({ name }) => pathOf(name)),
      ask,
    );
  };
  let swept: Promise<void> | undefined;
  return {
    named: 'among others',
    where: `${catalog}.${schema}`,
    async hold(selects) {
      swept ??= sweep();
      await swept;
      const path = pathOf(scratchTables.nameOf(began, secret, made.length));
      // A statement that is interrupted may have made it.
      made.push(path);
      for (const sql of scratchTables.keep(path, selects, dialect)) await ask(sql);
      return scratchTables.rowsOf(path);
    },
    end: (last) => dropAll(made.splice(0), last),
  };
}

/** All at once: after Ctrl-C there is a moment, in which the server learns of each. */
async function dropAll(paths: readonly string[], ask: Ask): Promise<void> {
  await Promise.all(paths.map((path) => ask(scratchTables.drop(path)).catch(unlessFault)));
}

function unlessFault(error: unknown): readonly never[] {
  if (error instanceof ServerFault) return [];
  throw error;
}
