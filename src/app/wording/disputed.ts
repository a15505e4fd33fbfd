import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Agreement } from '../../model/agreement.ts';
import { teamName } from './names.ts';
import { durationText } from './small-forms.ts';

/** What a team does that does not agree, and who settles it. */
export function disputedTexts(agreement: Agreement): readonly string[] {
  const { disputes } = agreement;
  if (disputes === undefined) return [];
  const { settledBy, within } = disputes;
  const names = allOf(
    settledBy.map((name) => (name === 'sponsor' ? t`the sponsor` : teamName(agreement, name))),
  );
  const by =
    settledBy.length === 0 ? t`The teams that the promise binds settle it` : t`It is settled by ${names}`;
  return [
    t`A team that does not agree with what is said of a lead writes down why; that changes no number until it is settled.`,
    within === null ? `${by}.` : t`${by}, within ${durationText(within)}.`,
  ];
}
