import { withFile } from '../../files/with-file.ts';
import { LAW } from '../../language/decode/settings.ts';
import { t } from '../../messages/index.ts';
import type { Compliance } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { UNASKED } from '../../model/requests.ts';
import { report, reportAll } from '../report.ts';
import { sinceTheLastGap, unknownParts } from './propose/past.ts';
import { percent } from './propose/promises.ts';
import type { Proposal } from './propose/propose.ts';
import { draftText } from './write/draft.ts';
import type { Draft } from './write/draft-parts.ts';

/** One way to read the exports, and what it would promise. */
export interface Reading {
  readonly draft: Draft;
  readonly proposal: Proposal;
}

export interface Tried extends Reading {
  readonly past: Compliance;
}

/**
 * Judges the past by the trials, and by the other readings where amounts are missing of so many wins that
 * there would be no verdict. The one that misses the fewest is taken, the first of equals.
 */
export async function tryOut(
  [first, ...others]: readonly [Reading, ...Reading[]],
  target: string,
  io: Io,
): Promise<Tried | { readonly findings: readonly Diagnostic[] }> {
  const tried = await judgedOnce(first, target, io);
  if ('findings' in tried) return tried;
  let best = tried;
  for (const reading of others) {
    if (missing(best) <= LAW.maxUnknown) break;
    const next = await judgedOnce(reading, target, io);
    if (!('findings' in next) && missing(next) < missing(best)) best = next;
  }
  const draft = { ...best.draft, undatedWins: undatedWins(best) };
  return { ...best, draft: best === tried ? draft : { ...draft, notWon: notWon(tried) } };
}

/** Wins without a date belong to no month: whoever reads the draft learns where that comes from. */
function undatedWins({ draft, past }: Tried): string | null {
  const wins = past.undated.find(({ id }) => WINS.has(id));
  const column = draft.mapping.won?.name;
  if (!wins || column === undefined) return null;
  return t`${wins.unknown} of ${wins.of} have no date that counts in "${column}": they are of no month`;
}

/** The promises that are counted by the date of winning. */
const WINS: ReadonlySet<string> = new Set(['new-business', 'new-customers', 'customers']);

/** Why the leads' own date of winning is not used. */
function notWon({ draft, past }: Tried): string {
  const without = percent(unknownParts(past, 'new-business').all);
  return t`not "${draft.mapping.won?.name ?? ''}" of the leads: ${without} of those have no amount`;
}

/** Of the wins of a period so many have no amount. */
const missing = ({ past }: Tried): number => unknownParts(past, 'new-business').worst;

/** Judges the past; where the data resist, once more with what they need. */
async function judgedOnce(
  reading: Reading,
  target: string,
  io: Io,
): Promise<Tried | { readonly findings: readonly Diagnostic[] }> {
  let { draft } = reading;
  for (let attempt = 0; ; attempt++) {
    const { past, errors } = await pastOf(draftText(draft), target, io);
    if (past) return { ...reading, draft, past };
    const next = mended(draft, errors);
    if (next === null || attempt === 3 + draft.more.length) return { findings: errors };
    draft = next;
  }
}

/** The declaration that a problem of the data asks for; null where there is none. */
function mended(draft: Draft, errors: readonly Diagnostic[]): Draft | null {
  const rejected = errors.find((error) => error.rejected !== undefined)?.rejected;
  if (rejected && draft.maxRejected[rejected.source] === undefined) {
    const { source, rows, of } = rejected;
    const share = Math.ceil((rows / of) * 100);
    // Activities may be of anybody: most need not name a lead.
    return share > (source === 'leads' ? 50 : 99)
      ? null
      : { ...draft, maxRejected: { ...draft.maxRejected, [source]: share } };
  }
  if (!errors.some(({ rule }) => rule === 'differing-rows')) return null;
  // Rows of one id that qualified on dates of their own are hand-overs; else they are states of one, of
  // which the latest counts.
  const latest = draft.mapping.modified && draft.repeated !== 'latest';
  if (draft.repeated === null && (draft.start === 'qualified' || !latest))
    return { ...draft, repeated: 'each' };
  if (!latest) return null;
  return { ...draft, repeated: 'latest', used: new Set([...draft.used, 'modified'] as const) };
}

const drafted = (text: string, target: string, io: Io) =>
  [{ ...UNASKED, paths: [target] }, withFile(io, target, text)] as const;

/** The past since its last gap, as an agreement that is not written yet judges it; null, and why, where it can't. */
export async function pastOf(
  text: string,
  target: string,
  io: Io,
): Promise<{ readonly past: Compliance | null; readonly errors: readonly Diagnostic[] }> {
  const { compliances, findings } = await reportAll(...drafted(text, target, io));
  const [past] = compliances;
  const errors = findings.filter(({ severity }) => severity === 'error');
  return { past: past ? sinceTheLastGap(past) : null, errors };
}

/** Judges what the exports hold by an agreement that is not written yet, as "sla report" does. */
export const judge = (text: string, target: string, io: Io) => report(...drafted(text, target, io));
