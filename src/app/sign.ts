import { parseDay } from '../calendar/day.ts';
import { withSignature } from '../language/edit/approvals.ts';
import { readAgreement } from '../language/read.ts';
import { t } from '../messages/index.ts';
import type { Agreement } from '../model/agreement.ts';
import type { AgreementDocument } from '../model/agreement-page.ts';
import type { SignRequest, SignResult } from '../model/change.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { Sourced } from './agreements/family.ts';
import { leavesRepository } from './agreements/inside-repository.ts';
import { loadFamilies } from './agreements/load.ts';
import { partsOpener } from './agreements/parts-opener.ts';
import { digestOfTerms, SPONSOR } from './agreements/signatures.ts';
import { termsDigests } from './agreements/terms-digests.ts';
import { isFatalError } from './findings/fatal.ts';
import { idMeant, type Nameable, namesFor } from './findings/meant.ts';
import { sortFindings } from './findings/order.ts';
import { pageWith } from './show.ts';

/** Shows what is about to be signed; the file is held until it has been shown. */
type Shows = (document: AgreementDocument) => Promise<void>;

/**
 * Shows the terms in plain words, then writes a team's signature with their digest into the agreement.
 * Nothing else in the file changes.
 */
export async function sign(typed: SignRequest, io: Io, shows: Shows = async () => {}): Promise<SignResult> {
  const loaded = await loadFamilies(typed.paths, io);
  const { texts } = loaded;
  const fail = (...findings: readonly Diagnostic[]): SignResult => ({
    file: null,
    digest: null,
    team: null,
    findings: sortFindings(findings.map((each) => ({ ...each, fatal: true }))),
    texts,
  });
  const errors = loaded.findings.filter(isFatalError);
  if (errors.length > 0) return fail(...errors);
  const versions = loaded.families.flatMap((family) => family.versions);
  const [sourced] = versions;
  if (!sourced || versions.length > 1) return fail(severalAgreements(versions));
  const request = { ...typed, as: idMeant(typed.as, signing(sourced.agreement)) ?? typed.as };
  const wrong = requestProblem(request, sourced);
  if (wrong !== null) return fail(wrong);
  const { agreement, file } = sourced;
  if (await leavesRepository(agreement.file, agreement.file, io)) return fail(outside(file));

  const digest = await io.files.locked(agreement.file, () => written({ request, sourced, shows }, io));
  if (digest === null) return fail(unwritable(sourced));
  const team = request.as === SPONSOR ? t`the sponsor` : (agreement.teams[request.as]?.title ?? request.as);
  return { file, digest, team, findings: [], texts };
}

/**
 * The digest under which the signature now stands in the file, as it is at this moment; null where it can't
 * be written.
 */
async function written(
  { request, sourced, shows }: { request: SignRequest; sourced: Sourced; shows: Shows },
  io: Io,
): Promise<string | null> {
  const { agreement, file } = sourced;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await io.files.read(agreement.file));
  const digests = await termsDigests(sourced, io.files, io);
  const digest = digestOfTerms(agreement, digests);
  const former = agreement.approvals.find(({ team }) => team === request.as);
  const { as: team, name, date } = request;
  const role = request.role ?? former?.role ?? null;
  const signed = withSignature(text, { team, role, name, date, digest });
  if (signed === null) return null;
  const { agreement: again } = await readAgreement(agreement.file, file, signed, {
    openParts: partsOpener(agreement.file, io),
  });
  const own = again?.approvals.filter((approval) => approval.team === team);
  if (!again || digestOfTerms(again, digests) !== digest || own?.length !== 1 || own[0]?.digest !== digest)
    return null;
  // No file outside the repository is opened for a signature.
  const { page } = await pageWith(sourced, { allowOutside: false }, io);
  await shows({ pages: [page], findings: [], texts: {} });
  await io.files.write(agreement.file, signed, { force: true });
  return digest;
}

/** Who may sign, as they are named on the sheet. */
const signing = ({ teams, sponsor }: Agreement): readonly Nameable[] => [
  ...Object.values(teams),
  ...(sponsor === null ? [] : [{ id: SPONSOR, title: t`the sponsor` }]),
];

function requestProblem({ as, name, date }: SignRequest, { agreement }: Sourced): Diagnostic | null {
  const teams = signing(agreement);
  if (!teams.some(({ id }) => id === as))
    return problem(t`--as: there is no team "${as}"`, t`sign as ${namesFor(as, teams)}`);
  if (name.trim() === '' || name.length > 200)
    return problem(t`--name: a signature has a name`, '--name "A. Martin"');
  const day = parseDay(date);
  return day.ok ? null : problem(`--date: ${day.message}`, day.help);
}

const problem = (message: string, help: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message,
  help,
});

const severalAgreements = (versions: readonly Sourced[]): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message:
    versions.length === 0
      ? t`There is no agreement to sign`
      : t`There are ${versions.length} agreements here`,
  help: t`name the one to sign: sla sign ${versions[0]?.file ?? 'agreement.sla.yaml'} --as TEAM --name "..."`,
});

const outside = (file: string): Diagnostic => ({
  rule: 'outside-path',
  severity: 'error',
  message: t`"${file}" leads to a file outside the repository`,
  help: t`sign it where it lies`,
});

const unwritable = ({ place }: Sourced): Diagnostic => ({
  rule: 'wrong-approvals',
  severity: 'error',
  message: t`The section "approvals" has a form into which a signature can not be written`,
  help: t`write it as a list, with one entry for each team`,
  place: place(['approvals'], 'key'),
});
