import { resolve } from 'node:path';
import { type TermEdit, withTerms } from '../../language/edit/terms.ts';
import { t } from '../../messages/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { Basis, CalibratedPromise, Calibration, Proposal } from '../../model/calibration.ts';
import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { promisesOf } from '../../model/promises.ts';
import { unifiedDiff } from '../../report/unified-diff.ts';
import type { Sourced } from '../agreements/family.ts';

/** A change of the text of an agreement, and what could not be written into it. */
export interface Changed {
  /** As a unified diff; empty where nothing changes. */
  readonly text: string;
  readonly findings: readonly Diagnostic[];
}

/** The agreement with what so many periods kept in place of what it says. */
export async function changedBy(
  { promises }: Calibration,
  basis: Basis,
  sourced: Sourced,
  io: Io,
): Promise<Changed> {
  const edits = promises
    .filter(({ by }) => by === null)
    .flatMap((each) => {
      const promise = promisesOf(sourced.agreement).find(({ id }) => id === each.id);
      return promise ? editsOf(each, promise, basis, sourced) : [];
    });
  return diffOf(edits, io);
}

/** Edits of the files of an agreement as one difference, which keeps the line ends of each. */
export async function diffOf(edits: readonly TermEdit[], io: Io): Promise<Changed> {
  const files = [...new Set(edits.map(({ place }) => place.file))].sort();
  const findings: Diagnostic[] = [];
  const parts: string[] = [];
  for (const file of files) {
    const bytes = await io.files.read(resolve(io.cwd, file));
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
    const changed = withTerms(
      lines,
      edits.filter(({ place }) => place.file === file),
    );
    findings.push(...changed.left.map(({ place }) => notWritten(place)));
    parts.push(unifiedDiff(file, lines, changed.lines));
  }
  return { text: parts.join(''), findings };
}

/** The limits of a promise where it has some that can be kept so often, else its target. */
function editsOf(
  { parts, targets }: CalibratedPromise,
  promise: PromiseDef,
  basis: Basis,
  sourced: Sourced,
): readonly TermEdit[] {
  const wanted = (all: readonly Proposal[]): Proposal | undefined => all.find((each) => each.basis === basis);
  const all = parts.flatMap(({ segment, term, rows, proposals }) => {
    const proposal = wanted(proposals);
    return proposal ? [{ segment, term, proposal, now: rows.find(({ now }) => now)?.text }] : [];
  });
  const segments = [...new Set(all.map(({ segment }) => segment))];
  const limits = segments.map((segment) => nearest(all.filter((each) => each.segment === segment)));
  if (limits.length > 0)
    return limits
      .filter(({ proposal }) => !proposal.now)
      .map(({ segment, term, proposal, now }) => ({
        place: sourced.place([...pathOf(promise, segment), term]),
        write: (written: string) => (written.trim() === now ? proposal.text : null),
      }));
  const target = wanted(targets);
  return target === undefined || target.now ? [] : [targetEdit(promise, target.value ?? 0, sourced)];
}

/** Of several terms that would each do alone: the one that stays as it is, else the one that changes the fewest cases. */
function nearest<T extends { readonly proposal: Proposal }>(terms: readonly T[]): T {
  const cost = ({ proposal: { now, kept } }: T): number => (now ? -1 : Math.abs(kept));
  return terms.reduce((best, each) => (cost(each) < cost(best) ? each : best));
}

/** The number of a target written anew; its unit and its period stay as they are. */
export function targetEdit(promise: PromiseDef, value: number, sourced: Sourced): TermEdit {
  const at = [...promise.path, 'target'];
  const shown = promise.target.of === 'rate' ? Number((value * 100).toPrecision(12)) : value;
  return {
    place: sourced.place(promise.target.periods === undefined ? at : [...at, 'every']),
    write: (written) => (NUMBER.test(written) ? written.replace(NUMBER, String(shown)) : null),
  };
}

const NUMBER = /\d+(\.\d+)?/;

function pathOf({ path, measure, segments }: PromiseDef, segment: string | null): YamlPath {
  if (segment === null) return [...path, measure.kind];
  return [...path, 'segments', segments.findIndex(({ id }) => id === segment)];
}

const notWritten = (place: TermEdit['place']): Diagnostic => ({
  rule: 'not-written',
  severity: 'warning',
  message: t`A term that was to change does not stand on one line by itself`,
  help: t`change it by hand`,
  place,
});
