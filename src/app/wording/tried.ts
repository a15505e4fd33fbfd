import { t } from '../../messages/index.ts';
import { hundred } from '../../messages/numbers.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Envelope } from '../../model/experiment.ts';
import { amountText, durationText, perText } from './small-forms.ts';

/** What may be tried without asking, and by when its lesson is written. */
export function triedTexts({ experiments }: Agreement): readonly string[] {
  if (experiments === undefined) return [];
  const { budget, lessonWithin } = experiments;
  return [
    budget === null
      ? t`What is tried needs no change of this text, and may fail once.`
      : t`What is tried for ${envelopeText(budget)} needs no change of this text, and may fail once.`,
    ...(lessonWithin === null
      ? []
      : [t`What was learned is written down ${durationText(lessonWithin)} after it ended.`]),
  ];
}

function envelopeText({ limit, unit, per, reserve }: Envelope): string {
  const all = `${amountText(limit)} ${unit} ${perText(per)}`;
  return reserve === 0 ? all : t`${all} (${hundred(reserve)}% of it kept for what nobody has planned)`;
}
