import { digestOf } from '../../change/canonical.ts';
import { type FileDigests, termsMeaning } from '../../change/meaning.ts';
import { t } from '../../messages/index.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { teamName } from '../wording/names.ts';
import type { Sourced } from './family.ts';

/** Who signs for the one who decides where the teams do not agree. */
export const SPONSOR = 'sponsor';

/** What is signed: the meaning of the terms, whatever their layout. */
export const digestOfTerms = (agreement: Agreement, digests: FileDigests): string =>
  digestOf(termsMeaning(agreement, digests));

/** Signatures under other terms; where all are required, also those that are missing. */
export function signatureFindings(
  { agreement, place }: Sourced,
  digests: FileDigests,
  required: boolean,
): readonly Diagnostic[] {
  const { approvals, teams, sponsor } = agreement;
  if (!required && approvals.every(({ digest }) => digest === null)) return [];
  const digest = digestOfTerms(agreement, digests);
  const called = (team: string) => teamName(agreement, team);
  const findings: Diagnostic[] = approvals
    .filter((approval) => approval.digest !== null && approval.digest !== digest)
    .map(({ team, path }) => ({
      rule: 'unsigned-terms',
      severity: required ? 'error' : 'warning',
      message:
        team === SPONSOR
          ? t`The sponsor signed other terms than these: they have changed since`
          : t`"${called(team)}" signed other terms than these: they have changed since`,
      help: t`let them sign again: ${signCommand(team)}`,
      place: place([...path, 'digest']),
    }));
  if (!required) return findings;
  const at = place(approvals.length > 0 ? ['approvals'] : ['id'], 'key');
  const missing = [...Object.keys(teams), SPONSOR].filter(
    (team) => !approvals.some((approval) => approval.team === team && approval.digest !== null),
  );
  for (const team of missing) {
    const nobody = team === SPONSOR && sponsor === null;
    findings.push({
      rule: 'missing-signature',
      severity: 'error',
      message: nobody
        ? t`The agreement names no sponsor to sign it`
        : team === SPONSOR
          ? t`The sponsor has not signed these terms`
          : t`"${called(team)}" has not signed these terms`,
      help: nobody ? t`write for example "sponsor: Managing director"` : signCommand(team),
      place: at,
    });
  }
  return findings;
}

const signCommand = (team: string): string => `sla sign --as ${team} --name "..."`;
