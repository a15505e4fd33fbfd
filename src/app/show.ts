import { dayOf } from '../calendar/day.ts';
import { LAW } from '../language/decode/settings.ts';
import type { AgreementDocument, AgreementPage } from '../model/agreement-page.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { MS_PER_DAY } from '../model/time.ts';
import { dueExamples, exampleSpan } from './agreements/due-examples.ts';
import type { Family, Sourced } from './agreements/family.ts';
import { loadFamilies } from './agreements/load.ts';
import { digestOfTerms } from './agreements/signatures.ts';
import { termsDigests } from './agreements/terms-digests.ts';
import { isFatalError } from './findings/fatal.ts';
import { sortFindings } from './findings/order.ts';
import { closuresOf } from './judging/closures.ts';
import { pageOf } from './wording/page.ts';

export interface ShowRequest {
  /** Files or folders; empty means the working directory. */
  readonly paths: readonly string[];
  /** Every version; else the newest of each agreement. */
  readonly all: boolean;
  /** Paths in an agreement may leave the repository. */
  readonly allowOutside: boolean;
}

/** The agreements in plain words, as both teams read and sign them. */
export async function show(request: ShowRequest, io: Io): Promise<AgreementDocument> {
  const loaded = await loadFamilies(request.paths, io);
  const errors = loaded.findings.filter(isFatalError);
  const findings: Diagnostic[] = errors.map((each) => ({ ...each, fatal: true }));
  const pages: AgreementPage[] = [];
  for (const sourced of loaded.families.flatMap((family) => shownOf(family, request))) {
    const shown = await pageWith(sourced, request, io);
    pages.push(shown.page);
    findings.push(...shown.findings);
  }
  return { pages, findings: sortFindings(findings), texts: loaded.texts };
}

const shownOf = ({ versions }: Family, { all }: ShowRequest): readonly Sourced[] =>
  all ? versions : versions.slice(-1);

/** One version in plain words, with what was found of its calendars. */
export async function pageWith(
  sourced: Sourced,
  { allowOutside }: Pick<ShowRequest, 'allowOutside'>,
  io: Io,
): Promise<{ readonly page: AgreementPage; readonly findings: readonly Diagnostic[] }> {
  const { agreement, file } = sourced;
  const findings: Diagnostic[] = [];
  const closed = new Map();
  for (const def of Object.values(agreement.calendars)) {
    const span = exampleSpan(agreement, def);
    const year = new Date((span.from + 7) * MS_PER_DAY).getUTCFullYear();
    const wide = {
      from: Math.min(span.from, dayOf(year, 1, 1) ?? span.from),
      to: Math.max(span.to, dayOf(year, 12, 31) ?? span.to),
    };
    const days = await closuresOf({ def, sourced, span: wide, io, allowOutside });
    closed.set(def.id, days.closures);
    findings.push(...days.findings);
  }
  const digest = digestOfTerms(agreement, await termsDigests(sourced, io.files, io)).replace(/^sha256:/, '');
  const examples = dueExamples(agreement, file, closed);
  return { page: pageOf(agreement, { closed, examples, digest, usualMinCases: LAW.minCases }), findings };
}
