import type { Engine } from '../engine/engine.ts';
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
  /** Bytes that are a small source, as `SMALL` says; that where it is missing. */
  readonly small?: number;
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
