import { inOrder, type Sourced } from '../../src/app/agreements/family.ts';
import { changesOf } from '../../src/app/changes/pair-changes.ts';
import { pairSides } from '../../src/app/changes/pairs.ts';
import type { Sides } from '../../src/app/changes/sides.ts';
import { couldNeed } from '../../src/change/review.ts';
import { readAgreement } from '../../src/language/read.ts';
import type { Change } from '../../src/model/change.ts';
import type { Day } from '../../src/model/time.ts';

/** Before the agreements of the tests begin: then nothing is past. */
const EARLY: Day = 20_000;

/** Many edits begin at the same text: it is read once. */
const known = new Map<string, Promise<Sourced>>();

/** The versions of one agreement, from their texts. */
export async function versionsOf(...texts: readonly string[]): Promise<readonly Sourced[]> {
  const read = texts.map((text, i) => {
    const file = `v${i + 1}.sla.yaml`;
    const key = `${file}\n${text}`;
    const made = known.get(key) ?? versionOf(file, text);
    known.set(key, made);
    return made;
  });
  return inOrder(await Promise.all(read));
}

async function versionOf(file: string, text: string): Promise<Sourced> {
  const read = await readAgreement(`/repository/${file}`, file, text);
  const { agreement, diagnostics, source, shared, weigh, ignores } = read;
  if (agreement === null) throw new Error(`${diagnostics.map(({ message }) => message).join('\n')}\n${text}`);
  return { agreement, file, shared, weigh, ignores, place: source.place };
}

/** All that the gate finds between two sets of versions, as the command compares them, by the day. */
export function changesBetween(
  before: readonly Sourced[],
  after: readonly Sourced[],
  today: Day = EARLY,
): readonly Change[] {
  const side = (versions: readonly Sourced[]) => ({
    loaded: { families: versions.length === 0 ? [] : [{ id: 'one', versions }] },
    single: false,
    commit: null,
  });
  const { pairs } = pairSides({ base: side(before), head: side(after) } as unknown as Sides);
  return pairs.flatMap((pair) =>
    changesOf(pair, { before: pair.base, after: pair.head, along: null }, today),
  );
}

/** Classes of the changes, and the teams that must accept them: `open, weakened by marketing, sales`. */
export function verdictOf(changes: readonly Change[]): string {
  const classes = [...new Set(changes.map((change) => change.class))].filter((one) => one !== 'editorial');
  const teams = [...new Set(changes.flatMap(couldNeed))].sort();
  const found = classes.length > 0 ? classes.sort().join(', ') : changes.length > 0 ? 'editorial' : 'nothing';
  return teams.length === 0 ? found : `${found} by ${teams.join(', ')}`;
}
