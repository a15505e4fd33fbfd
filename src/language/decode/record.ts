import { t } from '../../messages/index.ts';
import type { Approval, Waiver } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { day, dayRange } from './parts.ts';
import { oneOf } from './people.ts';
import type { Raw, Report } from './report.ts';
import { isMap, list, text } from './report.ts';

export interface RecordContext {
  readonly report: Report;
  readonly teamNames: readonly string[] | null;
  readonly commitmentNames: readonly string[];
  /** The text of a scalar as the author wrote it: keys of leads such as 0042 are no numbers. */
  readonly written: (path: YamlPath) => string | null;
}

/** Decodes what a waiver asks of its leads. */
export type WaiverCondition = (raw: unknown, path: YamlPath) => Condition | null;

export function waivers(root: Raw, context: RecordContext, where: WaiverCondition): readonly Waiver[] {
  return list(root, 'waivers').flatMap((raw, i) =>
    isMap(raw) ? (waiver(raw, ['waivers', i], context, where) ?? []) : [],
  );
}

function waiver(
  raw: Raw,
  path: YamlPath,
  context: RecordContext,
  conditionOf: WaiverCondition,
): Waiver | null {
  const { report } = context;
  const between = dayRange(raw.between, [...path, 'between'], report);
  const leads = list(raw, 'leads').map((lead, i) => context.written([...path, 'leads', i]) ?? String(lead));
  const commitment = oneOf({
    raw: raw.commitment,
    what: 'commitment',
    names: context.commitmentNames,
    titles: {},
    path: [...path, 'commitment'],
    report,
  });
  const approvedBy = list(raw, 'approved_by').flatMap(
    (name, i) => team(name, [...path, 'approved_by', i], context) ?? [],
  );
  const expires = day(raw.expires, [...path, 'expires'], report);
  const where = conditionOf(raw.where, [...path, 'where']);
  const reason = text(raw, 'reason');
  if ('leads' in raw === ('between' in raw || 'where' in raw)) {
    const message =
      'leads' in raw
        ? t`The waiver names leads, and dates or a condition`
        : t`The waiver does not say which leads it excuses`;
    return report('waiver-of-what', path, {
      message,
      help: t`write "leads: [L-1042]", or "between: 2026-08-10..2026-08-14", or "where: { do_not_contact: true }"`,
      on: 'key',
    });
  }
  if (reason === null || (between === null && where === null && leads.length === 0)) return null;
  // What was written and could not be read would excuse more without it.
  if (('between' in raw && between === null) || ('where' in raw && where === null)) return null;
  return {
    leads,
    ...(where === null ? {} : { where }),
    between,
    commitment,
    reason,
    approvedBy,
    expires,
    path,
  };
}

/** Teams, or who decides where they do not agree. */
export const decidedBy = (root: Raw, context: RecordContext): readonly string[] =>
  teamOrSponsor(root, list(root, 'decided_by'), ['decided_by'], context);

/** Names of teams, and that of the sponsor where there is one. */
export function teamOrSponsor(
  root: Raw,
  names: readonly unknown[],
  path: YamlPath,
  context: RecordContext,
): readonly string[] {
  const around = { ...context, teamNames: withSponsor(root, context) };
  return names.flatMap((raw, i) => team(raw, [...path, i], around) ?? []);
}

function withSponsor(root: Raw, { teamNames }: RecordContext): readonly string[] | null {
  return teamNames && [...teamNames, ...('sponsor' in root ? ['sponsor'] : [])];
}

export function approvals(root: Raw, context: RecordContext): readonly Approval[] {
  return list(root, 'approvals').flatMap((raw, i) => {
    if (!isMap(raw)) return [];
    const path: YamlPath = ['approvals', i];
    const names = withSponsor(root, context);
    const by = team(raw.team, [...path, 'team'], { ...context, teamNames: names });
    const date = day(raw.date, [...path, 'date'], context.report);
    return by === null
      ? []
      : [
          {
            team: by,
            role: text(raw, 'role'),
            name: text(raw, 'name'),
            date,
            digest: text(raw, 'digest'),
            path,
          },
        ];
  });
}

function team(raw: unknown, path: YamlPath, { teamNames, report }: RecordContext): string | null {
  return oneOf({ raw, what: 'team', names: teamNames, titles: {}, path, report });
}
