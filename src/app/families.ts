import { readAgreement } from '../language/read.ts';
import { formatDay } from '../calendar/day.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Diagnostic, Place, YamlPath } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { findAgreements, shown } from './find.ts';

/** A decoded agreement with what is needed to point into its text. */
export interface Sourced {
  readonly agreement: Agreement;
  /** As shown to the reader. */
  readonly file: string;
  readonly place: (path: YamlPath, on?: 'key' | 'value') => Place;
}

/** The versions of one agreement, oldest first: disjoint in time, one id. */
export interface Family {
  readonly id: string;
  readonly versions: readonly Sourced[];
}

export interface Loaded {
  readonly families: readonly Family[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
  /** Every agreement file found, whether it could be read or not. */
  readonly files: readonly string[];
}

/**
 * Finds, reads and decodes the agreements; one broken file does not hide the others. `label` goes before the names of the files as they
 * are shown: `origin/main:`.
 */
export async function loadFamilies(paths: readonly string[], io: Io, label = ''): Promise<Loaded> {
  const { files, findings: missing } = await findAgreements(paths, io);
  const findings: Diagnostic[] = [...missing];
  const texts: Record<string, string> = {};
  const read: Sourced[] = [];
  for (const file of files) {
    const name = label + shown(file, io);
    const bytes = await io.files.read(file);
    const { agreement, diagnostics, source } = await readAgreement(file, name, bytes);
    texts[name] = source.lines.join('\n');
    findings.push(...diagnostics);
    if (agreement)
      read.push({ agreement, file: name, place: (path, on = 'value') => source.place(path, on) });
  }
  const byId = new Map<string, Sourced[]>();
  for (const one of read) byId.set(one.agreement.id, [...(byId.get(one.agreement.id) ?? []), one]);
  const families = [...byId].map(([id, versions]) => ({ id, versions: inOrder(versions) }));
  return { families, findings: [...findings, ...families.flatMap(overlaps)], texts, files };
}

function inOrder(versions: readonly Sourced[]): readonly Sourced[] {
  const start = ({ agreement }: Sourced) => agreement.effective.from ?? Number.NEGATIVE_INFINITY;
  return [...versions].sort((a, b) => start(a) - start(b) || a.file.localeCompare(b.file));
}

/** Two files with one id must be versions of it with disjoint effective ranges; a gap between them is a warning. */
function overlaps({ id, versions }: Family): Diagnostic[] {
  return versions.slice(1).flatMap((later, i): Diagnostic[] => {
    const earlier = versions[i];
    if (!earlier) return [];
    const end = earlier.agreement.effective.to;
    const begin = later.agreement.effective.from;
    const place = later.place(['effective'], 'key');
    if (end === null || begin === null || begin <= end) {
      const help =
        begin === null
          ? `give both files their own "effective:" range, such as { from: 2026-07-01 }`
          : `end the earlier version the day before: effective: { to: ${formatDay(begin - 1)} } in ${earlier.file}`;
      return [
        {
          rule: 'overlapping-versions',
          severity: 'error',
          message: `Two files hold the agreement "${id}" for the same days: ${earlier.file} and ${later.file}`,
          help,
          place,
        },
      ];
    }
    if (begin > end + 1) {
      return [
        {
          rule: 'version-gap',
          severity: 'warning',
          message: `No version of "${id}" is in force from ${formatDay(end + 1)} to ${formatDay(begin - 1)}`,
          help: 'leads that start in these days are judged by nobody and reported as excluded',
          place,
        },
      ];
    }
    return [];
  });
}
