import type { Engine } from '../../engine/engine.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import { quoted } from '../../messages/quoted.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { LoadReport, ReadPlan } from '../../model/reading.ts';
import { factsOf } from '../../plan/facts.ts';
import { readSource } from '../../reading/read-source.ts';
import type { Servers } from '../../reading/read-task.ts';
import {
  createMergedSql,
  type MergeFault,
  mergedIdsSql,
  mergeFaultsSql,
  survivorSql,
  survivorsSql,
  TOLD,
} from '../../sql/read/merged.ts';
import type { Sourced } from '../agreements/family.ts';
import { readPlan } from './files.ts';
import { yamlRecords } from './yaml-records.ts';

/** The table of the merges, where the leads tell any; by `createMergedSql`. */
export const MERGED = 'merged';

/** The leads with what they tell of merges, before anything else is read of them. */
const TELLING = 'merging';

/** Ids of a fault that are shown. */
const EXAMPLES = 3;

/** The leads of a run, and where they are read from. */
export interface Leads {
  readonly source: SourceDef;
  readonly files: readonly string[];
  readonly server?: ReadPlan['server'];
  readonly servers?: Servers | undefined;
  readonly sourced: Sourced;
  readonly engine: Engine;
  readonly io: Io;
}

/**
 * Reads which leads were merged into which, before the sources whose rows they move. What is wrong with the
 * files is told when the leads are read as a whole, but for what ends it here.
 */
export async function readMerges(leads: Leads): Promise<Pick<LoadReport, 'fatal' | 'warnings'>> {
  const { source, sourced, engine } = leads;
  if (!source.merged) return { fatal: [], warnings: [] };
  const { fatal } = await readTold(leads, TELLING, [{ name: TOLD, field: source.merged.field }]);
  if (fatal.length > 0) return { fatal, warnings: [] };
  await engine.run(createMergedSql(MERGED, TELLING, source.merged.by));
  const faults = await engine.rows<Fault>(mergeFaultsSql(MERGED, EXAMPLES));
  return { fatal: [], warnings: faults.map((fault) => faultFinding(fault, source, sourced)) };
}

/** Reads some fields of the leads as texts into a table, a row each. */
export async function readTold(
  { source, files, server, servers, engine, io }: Leads,
  table: string,
  columns: readonly { readonly name: string; readonly field: string }[],
): Promise<LoadReport> {
  const { records } = await yamlRecords(source, files, io);
  const plan: ReadPlan = {
    ...readPlan(factsOf(source, table), { files, server }, []),
    ...{ plain: records, unique: 'many', handedOver: null, latestBy: null, onePerKey: null, maxRejected: 1 },
    columns: columns.map((column) => ({ ...column, kind: 'text' })),
  };
  return readSource({ engine, files: io.files, plan, ...(servers ? { servers } : {}) });
}

/** What merges do to the rows of a source: those of a lead move with it, and its own row is none. */
export function mergedOf(
  { kind, joinsTo, leadBy, of }: SourceDef,
  leads: SourceDef,
): NonNullable<ReadPlan['merged']> | null {
  // Whoever is named otherwise is found by the names of the lead that stays.
  if (leadBy !== undefined) return null;
  const isOfLeads = kind !== 'records' && kind !== 'population' && of === undefined;
  if (!leads.merged || !isOfLeads || joinsTo !== leads.key) return null;
  return { table: MERGED, rows: kind === 'leads' ? 'excluded' : 'moved' };
}

/** The lead that has what stood under an id, where the leads tell of one; else the id itself. */
export async function survivorOf(id: string, leads: SourceDef, engine: Engine): Promise<string> {
  if (!leads.merged) return id;
  const [row] = await engine.rows<{ into: string }>(survivorSql(MERGED), [id]);
  return row?.into ?? id;
}

/** The leads that have what stood under some ids, by id; without those that were merged into none. */
export async function survivorsOf(
  ids: readonly string[],
  leads: SourceDef,
  engine: Engine,
): Promise<ReadonlyMap<string, string>> {
  if (!leads.merged || ids.length === 0) return new Map();
  const rows = await engine.rows<{ id: string; into: string }>(survivorsSql(MERGED, ids));
  return new Map(rows.map(({ id, into }) => [id, into]));
}

/** The ids that were merged into a lead. */
export async function idsMergedInto(
  lead: string,
  leads: SourceDef,
  engine: Engine,
): Promise<readonly string[]> {
  if (!leads.merged) return [];
  return (await engine.rows<{ id: string }>(mergedIdsSql(MERGED), [lead])).map(({ id }) => id);
}

interface Fault {
  readonly fault: MergeFault;
  readonly n: number;
  readonly ids: readonly string[];
}

function faultFinding(fault: Fault, source: SourceDef, { place }: Sourced): Diagnostic {
  const { by, field = '' } = source.merged ?? {};
  const isPersonal = source.fields[source.key]?.personal === true;
  const shown = fault.ids.map(quoted).join(', ');
  const ids = isPersonal ? '' : `: ${shown}${fault.n > fault.ids.length ? ' ...' : ''}`;
  const column = source.fields[field]?.column ?? field;
  return {
    rule: 'merged-leads',
    severity: 'warning',
    message: `${faultText(fault)}${ids}`,
    help:
      fault.fault === 'unknown'
        ? t`export the leads that stay, too; until then what stands under such an id is not moved`
        : t`correct the column "${column}" in the CRM; until then what stands under such an id is not moved`,
    place: place([...source.path, by === 'ids' ? 'merged_ids' : 'merged_into']),
  };
}

function faultText({ fault, n }: Fault): string {
  const ids = whole(n);
  switch (fault) {
    case 'several':
      return plural(
        n,
        t`${ids} id is merged into more than one lead`,
        t`${ids} ids are merged into more than one lead`,
      );
    case 'circle':
      return plural(
        n,
        t`${ids} id is merged in a circle, into no lead that stays`,
        t`${ids} ids are merged in a circle, into no lead that stays`,
      );
    case 'unknown':
      return plural(
        n,
        t`${ids} id is merged into a lead that the export does not have`,
        t`${ids} ids are merged into a lead that the export does not have`,
      );
  }
}
