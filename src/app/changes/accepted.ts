import { join } from 'node:path';
import { newEntries } from '../../change/review.ts';
import { readAccepted } from '../../language/accepted/read.ts';
import { t } from '../../messages/index.ts';
import type { PlacedAcceptance } from '../../model/change.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { shown } from '../agreements/find.ts';
import { leavesRepository, rootOf } from '../agreements/inside-repository.ts';
import type { Pair } from './pairs.ts';
import type { Side, Sides } from './sides.ts';

/** Where acceptances lie, from the root of the repository. */
export const ACCEPTED = '.sla/accepted.yaml';

export interface AcceptedFile {
  /** Absolute path. */
  readonly path: string;
  readonly shownAs: string;
  /** Null where there is none. */
  readonly text: string | null;
  readonly all: readonly PlacedAcceptance[];
  /** Those that were not there on the base. */
  readonly fresh: readonly PlacedAcceptance[];
}

export interface Accepted {
  readonly files: readonly AcceptedFile[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}

/** The acceptances beside the agreements of the head, told apart from those that the base already had. */
export async function acceptedOf(pairs: readonly Pair[], { base, head }: Sides): Promise<Accepted> {
  const findings: Diagnostic[] = [];
  const texts: Record<string, string> = {};
  const files: AcceptedFile[] = [];
  const read = async (path: string, side: Side): Promise<ReadFile> => {
    const shownAs = side.prefix + shown(path, side.io);
    if ((await side.files.stat(path)) === null) return { shownAs, text: null, entries: [] };
    if (side.commit === null && (await leavesRepository(path, path, side.io))) {
      findings.push(outside(shownAs));
      return { shownAs, text: null, entries: [] };
    }
    const bytes = await side.files.read(path);
    const { entries, diagnostics, source } = readAccepted(shownAs, bytes);
    findings.push(...diagnostics);
    const text = new TextDecoder().decode(bytes);
    texts[shownAs] = source.lines.join('\n');
    return { shownAs, text, entries };
  };
  const paths = new Map<string, string | null>();
  for (const pair of pairs) {
    const before = pair.base && (await pathFor(pair.base.agreement.file, base.io));
    const after = pair.head ? await pathFor(pair.head.agreement.file, head.io) : before;
    if (after !== null) paths.set(after, before);
  }
  for (const [path, before] of paths) {
    const now = await read(path, head);
    // Two paths of one working tree share one file: then it tells nothing of what was there before.
    const shared = base.commit === head.commit && before === path;
    const old = shared || before === null ? [] : (await read(before, base)).entries;
    files.push({ path, ...now, all: now.entries, fresh: newEntries(old, now.entries) });
  }
  return { files, findings, texts };
}

interface ReadFile {
  readonly shownAs: string;
  readonly text: string | null;
  readonly entries: readonly PlacedAcceptance[];
}

/** A link could lead to any file of the machine, and what is wrong in it would be printed. */
const outside = (shownAs: string): Diagnostic => ({
  rule: 'outside-path',
  severity: 'error',
  message: t`"${shownAs}" leads to a file outside the repository`,
  help: t`keep the acceptances in the repository itself`,
  fatal: true,
});

const pathFor = async (agreement: string, io: Io): Promise<string> =>
  join(await rootOf(agreement, io), ACCEPTED);
