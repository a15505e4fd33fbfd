import type { Engine } from '../engine/engine.ts';
import type { Server } from '../engine/server.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Files } from '../model/io.ts';
import type { ReadPlan } from '../model/reading.ts';
import type { ReadSql } from '../sql/read/index.ts';

/** A source to be read, and what reads it. */
export interface ReadTask {
  readonly engine: Engine;
  readonly files: Files;
  readonly plan: ReadPlan;
  readonly sql: ReadSql;
  /** Where tables of servers are read; missing where nobody may be asked. */
  readonly servers?: Servers;
  /** Bytes that are a small source, as `SMALL` says; that where it is missing. */
  readonly small?: number;
}

/** The servers of a run, by the names of their connections; each is asked once it is needed. */
export interface Servers {
  /** A finding where there is no such connection. Throws a `ServerFault` where the server gives no answer. */
  open(connection: string): Promise<Server | Diagnostic>;
  close(): Promise<void>;
}

/** Why a source was not read: its table is missing or incomplete. */
export interface Stop {
  readonly isStopped: true;
  readonly fatal: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

export function stop(fatal: readonly Diagnostic[], warnings: readonly Diagnostic[] = []): Stop {
  return { isStopped: true, fatal, warnings };
}

/** Whether a step stopped the reading. */
export function isStop(step: object): step is Stop {
  return 'isStopped' in step;
}
