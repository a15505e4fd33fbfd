import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { idLike } from '../../model/id.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import type { View } from '../../model/view.ts';
import { idMeant, namesFor } from '../findings/meant.ts';
import { wrongOption } from '../findings/wrong-option.ts';
import type { Family } from './family.ts';
import { fieldMeant } from './field-meant.ts';

/** What is asked of one agreement, with no more than the view that was named lets see; or why it can't be. */
export function asSeen<T extends JudgeRequest>(
  request: T,
  family: Family,
): { readonly request: T; readonly findings: readonly Diagnostic[] } {
  const { view: typed = null } = request;
  const agreement = family.versions.at(-1)?.agreement;
  if (typed === null || !agreement) return { request, findings: [] };
  const { views = {} } = agreement;
  const names = Object.keys(views);
  const name = idMeant(
    typed,
    names.map((id) => ({ id })),
  );
  const view = name === null ? undefined : views[name];
  if (name === null || view === undefined)
    return { request, findings: [noSuchView(typed, agreement.id, names)] };
  const findings = [
    ...request.by
      .filter((field) => !view.by.includes(fieldMeant(field, agreement)))
      .map((field) => notCut(name, field, view)),
    ...(view.leads === 'none' && request.rejects !== null ? [noRows(name)] : []),
  ];
  const personal = request.personal === false ? false : new Set(view.personal);
  return { request: { ...request, personal, hidesLeads: view.leads === 'none' }, findings };
}

/** The same of a command that shows single leads and nothing else. */
export function listSeen<T extends JudgeRequest>(request: T, family: Family): ReturnType<typeof asSeen<T>> {
  const seen = asSeen(request, family);
  const { view = null } = request;
  return seen.request.hidesLeads && view !== null && seen.findings.length === 0
    ? { ...seen, findings: [noLeads(view)] }
    : seen;
}

const noLeads = (name: string): Diagnostic =>
  wrongOption(
    t`The view "${name}" lists no leads`,
    t`leave out --view, or name a view whose "leads" is not "none"`,
  );

const noSuchView = (name: string, agreement: string, views: readonly string[]): Diagnostic =>
  wrongOption(
    t`--view: "${agreement}" has no view "${name}"`,
    views.length === 0
      ? t`add it to the agreement: views: { ${idLike(name) ?? 'management'}: { leads: none } }`
      : t`the views are ${namesFor(
          name,
          views.map((id) => ({ id })),
        )}`,
  );

const notCut = (name: string, field: string, { by }: View): Diagnostic =>
  wrongOption(
    t`--by: the view "${name}" shows no groups by "${field}"`,
    by.length === 0 ? t`it shows the whole alone` : t`it shows groups by ${allOf(by)}`,
  );

const noRows = (name: string): Diagnostic =>
  wrongOption(
    t`--rejects writes rows of leads, and the view "${name}" shows none`,
    t`leave out one of the two`,
  );
