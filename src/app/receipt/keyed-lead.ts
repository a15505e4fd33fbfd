import type { Io } from '../../model/io.ts';
import type { Facts } from '../../plan/facts.ts';
import { keysSql } from '../../sql/facts/linked-rows.ts';
import { leadHash, saltOf } from '../agreements/salt.ts';
import type { Run } from '../judging/run.ts';

/** How lists name a lead whose key is personal, where the repository has a salt. */
const KEYED = 'keyed:';

/** The key of the lead that a list names by its keyed hash; any other name is a key. */
export async function keyNamed(name: string, of: Facts, run: Run, io: Io): Promise<string> {
  if (!name.startsWith(KEYED) || of.source.fields[of.source.key]?.personal !== true) return name;
  const { id, file } = run.newest.agreement;
  const salt = await saltOf(file, io);
  if (salt === null) return name;
  for await (const rows of run.engine.stream(keysSql(of.table, false, run.engine.dialect)))
    for (const { key } of rows) if (`${KEYED}${leadHash(salt, id, String(key))}` === name) return String(key);
  return name;
}
