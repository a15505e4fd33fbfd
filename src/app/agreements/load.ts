import { FileProblem } from '../../files/disk.ts';
import { readAgreement } from '../../language/read.ts';
import { languageDeclared } from '../../messages/choose.ts';
import { speak } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { besideOpeners } from './beside-opener.ts';
import { type Family, inOrder, type Sourced } from './family.ts';
import { findAgreements, refused, shown } from './find.ts';
import { partsOpener } from './parts-opener.ts';
import { versionFindings } from './version-findings.ts';

export interface Loaded {
  readonly families: readonly Family[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
  /** Every agreement file found, whether it could be read or not. */
  readonly files: readonly string[];
}

/**
 * Finds, reads and decodes the agreements; one broken file does not hide the others. `label` goes before
 * the names of the files as they are shown: `origin/main:`.
 */
export async function loadFamilies(paths: readonly string[], io: Io, label = ''): Promise<Loaded> {
  const { files, findings: missing } = await findAgreements(paths, io);
  const findings: Diagnostic[] = [...missing];
  const texts: Record<string, string> = {};
  const found: Sourced[] = [];
  const contents = await Promise.all(files.map((file) => bytesOf(file, io)));
  const readable = contents.flatMap((bytes) => (bytes instanceof FileProblem ? [] : [bytes]));
  const declared = languageDeclared(readable.map((bytes) => new TextDecoder().decode(bytes)));
  if (declared !== null) await speak(declared);
  for (const [index, file] of files.entries()) {
    const name = label + shown(file, io);
    const bytes = contents[index] ?? new Uint8Array();
    if (bytes instanceof FileProblem) {
      findings.push(refused(name, bytes));
      continue;
    }
    const read = await readAgreement(file, name, bytes, {
      openParts: partsOpener(file, io, label),
      ...besideOpeners(file, io, label),
    });
    const { agreement, diagnostics, source, parts, shared, experiments, weigh, ignores } = read;
    // What is disputed names leads, and says why in free words: no line of it is quoted.
    for (const one of [source, ...parts, ...experiments]) texts[one.file] = one.lines.join('\n');
    findings.push(...diagnostics);
    if (agreement)
      found.push({
        ...{ agreement, file: name, shared, weigh, ignores },
        place: (path, on = 'value') => source.place(path, on),
      });
  }
  const byId = new Map<string, Sourced[]>();
  for (const one of found) {
    const versions = byId.get(one.agreement.id) ?? [];
    versions.push(one);
    byId.set(one.agreement.id, versions);
  }
  const families = [...byId].map(([id, versions]) => ({ id, versions: inOrder(versions) }));
  const all = [...once(findings), ...families.flatMap(versionFindings)];
  return { families, findings: all, texts, files };
}

/** What is found in a file of parts is found with each agreement that names it. */
const once = (findings: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(findings.map((one) => [JSON.stringify(one), one])).values(),
];

/** What the file system refuses is told of that file; the others are read. */
async function bytesOf(file: string, io: Io): Promise<Uint8Array | FileProblem> {
  try {
    return await io.files.read(file);
  } catch (error) {
    if (error instanceof FileProblem) return error;
    throw error;
  }
}
