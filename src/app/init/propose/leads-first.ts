import { resolve } from 'node:path';
import { t } from '../../../messages/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { InitRequest } from '../../../model/init.ts';
import type { Io } from '../../../model/io.ts';
import type { Sniff } from '../../../model/sniff.ts';
import { sniffFile } from '../../sniff.ts';
import { mappingOf } from '../ask/mapping.ts';
import { noLeads, ownRows } from '../ask/not-leads.ts';

/** A path as it is typed behind `--from`. */
export const typed = (path: string): string => (/^[\w./:@+-]+$/.test(path) ? path : `"${path}"`);

/** What to type where the first export is not that of the leads, and one of the others is; else the problem as it was. */
export async function leadsFirst(problem: Diagnostic, { from }: InitRequest, io: Io): Promise<Diagnostic> {
  const [, ...others] = from;
  for (const path of others) {
    const sniff = await sniffFile(resolve(io.cwd, path), { sheet: null, personal: false }, io);
    if ('rule' in sniff || !holdsLeads(sniff)) continue;
    const order = [path, ...from.filter((each) => each !== path)];
    const command = ['sla init', ...order.map((each) => `--from ${typed(each)}`)].join(' ');
    return { ...problem, help: t`the first export is that of the leads: ${command}` };
  }
  return problem;
}

const UNNAMED = { qualified: null, contacted: null, won: null } as const;

/** Whether its rows have an id and a day on which they came, and look like nothing else. */
function holdsLeads(sniff: Sniff): boolean {
  const { id, created, qualified } = mappingOf(sniff);
  if (!id || !(created || qualified) || ownRows(sniff, UNNAMED) !== null) return false;
  return noLeads(sniff, UNNAMED, false) === null;
}
