import type { Closures } from '../calendar/closures.ts';
import { conditionsIn, evidenceOf } from '../kinds/fields.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { isWhole, promisesOf } from '../model/promises.ts';
import type {
  AgreementSummary,
  DueExample,
  TermExample,
  ValidateRequest,
  ValidateResult,
} from '../model/requests.ts';
import { agreementTerms } from './agreements/agreement-terms.ts';
import { dueExamples, exampleSpan } from './agreements/due-examples.ts';
import type { Family, Sourced } from './agreements/family.ts';
import { closedFolder } from './agreements/find.ts';
import { type Loaded, loadFamilies } from './agreements/load.ts';
import { pathsOutside } from './agreements/paths-named.ts';
import { promiseTerms } from './agreements/promise-terms.ts';
import { targetExamples } from './agreements/target-examples.ts';
import { sortFindings } from './findings/order.ts';
import { closuresOf } from './judging/closures.ts';

/**
 * The agreements alone: schema, cross-checks, lint rules, holidays, and what each time limit, and
 * each term that explains itself by an example, means on a real day.
 */
export async function validate(request: ValidateRequest, io: Io): Promise<ValidateResult> {
  const loaded = await loadFamilies(request.paths, io);
  const findings: Diagnostic[] = [...loaded.findings];
  const examples: DueExample[] = [];
  const terms: TermExample[] = [];
  for (const family of loaded.families)
    findings.push(...(await recordFindings(family, io)), ...(await evidenceMissing(family, request, io)));
  for (const sourced of versionsOf(loaded)) {
    findings.push(...(await pathsOutside(sourced, request, io)), ...(await minutesOf(sourced, request, io)));
    const holidays = await holidaysOf(sourced, request.allowOutside, io);
    findings.push(...holidays.findings, ...(await signed(sourced, request, io)));
    examples.push(...dueExamples(sourced.agreement, sourced.file, holidays.closed));
    examples.push(...targetExamples(sourced.agreement, sourced.file));
    examples.push(...promiseTerms(sourced));
    terms.push(...agreementTerms(sourced));
  }
  return {
    findings: sortFindings(findings),
    texts: loaded.texts,
    agreements: await Promise.all(versionsOf(loaded).map((sourced) => summary(sourced, request, io))),
    dueExamples: examples,
    termExamples: terms,
  };
}

const versionsOf = ({ families }: Loaded): readonly Sourced[] => families.flatMap(({ versions }) => versions);

/** Loaded where a month is closed: most agreements have none yet. */
async function recordFindings(family: Family, io: Io): Promise<readonly Diagnostic[]> {
  const folders = family.versions.map(({ agreement }) => closedFolder(agreement.file));
  const there = await Promise.all(folders.map((folder) => io.files.stat(folder)));
  if (there.every((stat) => stat === null)) return [];
  return (await (await import('./closed/load.ts')).closedMonths(family, io)).findings;
}

/** Loaded where an objective names its minutes. */
async function minutesOf(
  sourced: Sourced,
  { allowOutside }: ValidateRequest,
  io: Io,
): Promise<readonly Diagnostic[]> {
  if (sourced.agreement.objectives.every(({ drawnUp }) => !drawnUp?.minutes)) return [];
  return (await import('./exports/minutes.ts')).minutesMissing(sourced, allowOutside, io);
}

/** Loaded where a promise asks for evidence, as the records are then read. */
async function evidenceMissing(
  family: Family,
  request: ValidateRequest,
  io: Io,
): Promise<readonly Diagnostic[]> {
  const asks = family.versions.some(({ agreement }) =>
    promisesOf(agreement).some(({ measure }) =>
      conditionsIn(measure).some((each) => evidenceOf(each).length > 0),
    ),
  );
  if (!asks) return [];
  return (await import('./judging/evidence.ts')).evidenceFindings(family, request.allowOutside, io);
}

/** Loaded where there is something to check: most agreements carry no signature. */
async function signed(
  sourced: Sourced,
  { requireSignatures = false }: ValidateRequest,
  io: Io,
): Promise<readonly Diagnostic[]> {
  if (!requireSignatures && sourced.agreement.approvals.length === 0) return [];
  const [{ signatureFindings }, { termsDigests }] = await Promise.all([
    import('./agreements/signatures.ts'),
    import('./agreements/terms-digests.ts'),
  ]);
  return signatureFindings(sourced, await termsDigests(sourced, io.files, io), requireSignatures);
}

async function holidaysOf(
  sourced: Sourced,
  allowOutside: boolean,
  io: Io,
): Promise<{
  readonly closed: ReadonlyMap<string, Closures>;
  readonly findings: readonly Diagnostic[];
}> {
  const closed = new Map<string, Closures>();
  const findings: Diagnostic[] = [];
  for (const def of Object.values(sourced.agreement.calendars)) {
    const span = exampleSpan(sourced.agreement, def);
    const days = await closuresOf({ def, sourced, span, io, allowOutside });
    closed.set(def.id, days.closures);
    findings.push(...days.findings, ...days.leftOut, ...days.remarks);
  }
  return { closed, findings };
}

async function summary(
  { agreement, file }: Sourced,
  { digests = true }: ValidateRequest,
  io: Io,
): Promise<AgreementSummary> {
  return {
    id: agreement.id,
    title: agreement.title,
    version: agreement.version,
    file,
    sha256: digests ? await io.files.sha256(agreement.file) : null,
    commitments: agreement.commitments.length,
    objectives: agreement.objectives.filter(isWhole).length,
  };
}
