import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadFamilies } from '../../src/app/agreements/load.ts';
import { withEngine } from '../../src/app/judging/engine.ts';
import { openRun } from '../../src/app/judging/open.ts';
import { receiptLines } from '../../src/app/receipt/lines.ts';
import { type Tests, testsOf } from '../../src/app/receipt/tests.ts';
import { realFiles } from '../../src/files/disk.ts';
import type { ReceiptLine } from '../../src/model/receipt.ts';
import { memoryIo } from '../cli/memory-io.ts';
import { root } from '../examples/sla.ts';

const request = {
  paths: [join(root, 'examples/acme')],
  leads: [],
  sources: {},
  allowOutside: false,
  asOf: null,
  asIf: null,
  from: null,
  to: null,
  period: null,
  by: [],
  rejects: null,
  force: false,
  personal: false,
};

/** The engine counts with the calendar's table, the receipt walks through the calendar's windows: two ways, one answer. */
it('adds up, in each receipt, to what the engine says of the case', async () => {
  const { io } = memoryIo({ cwd: root, files: realFiles() });
  const { families } = await loadFamilies(request.paths, io);
  const [family] = families;
  if (!family) throw new Error('No agreement');
  let checked = 0;
  await withEngine(io, async (engine) => {
    let tests: Tests = new Map();
    const { run } = await openRun({
      ...{ family, request, engine, io },
      ask: (tables, planned) => {
        tests = testsOf(tables, planned);
      },
    });
    if (!run) throw new Error('No run');
    const leads = await engine.rows<{ key: string }>(
      `SELECT key FROM "${run.tables.leads.table}" WHERE hash(key) % 100 = 0 ORDER BY key`,
    );
    for (const { key } of leads) {
      const rows = { of: run.tables.leads, handOver: null, rows: [], judged: {}, io };
      for (const line of await receiptLines(run, tests, { ...request, lead: key }, rows)) {
        checked += check(line) ? 1 : 0;
      }
    }
  });
  expect(checked).toBeGreaterThan(20);
});

function check({ clock, state, touches, atLeast, id }: ReceiptLine): boolean {
  if (!clock || clock.calendar === null || clock.due === null) return false;
  const counted = (until: number) =>
    clock.stretches
      .filter((each) => each.counted && each.to <= until)
      .reduce((sum, { from, to }) => sum + to - from, 0) / 1e6;
  for (const [i, next] of clock.stretches.slice(1).entries()) expect(next.from).toBe(clock.stretches[i]?.to);
  if (clock.elapsedSeconds !== null && clock.stop)
    expect(counted(clock.stop.at), id).toBe(clock.elapsedSeconds);
  const hours = /^(\d+) business hours?$/.exec(clock.within)?.[1];
  if (hours !== undefined) expect(counted(clock.due), id).toBe(Number(hours) * 3600);
  if (clock.stop && clock.elapsedSeconds !== null)
    expect(state).toBe(clock.stop.at <= clock.due ? 'met' : 'breached');
  if (atLeast > 0 && state === 'breached')
    expect(touches.filter((each) => each.counted).length).toBeLessThan(atLeast);
  return true;
}
