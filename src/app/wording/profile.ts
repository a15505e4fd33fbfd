import { t } from '../../messages/index.ts';
import type { Agreement, Profile } from '../../model/agreement.ts';
import type { PageEntry, PageLine } from '../../model/agreement-page.ts';
import { conditionWords, scoreWords } from './conditions.ts';
import { amountText } from './small-forms.ts';

/** What the ideal prospect is, and what is told beside it. */
export function profileEntries(agreement: Agreement): readonly PageEntry[] {
  const { profile } = agreement;
  if (profile === null) return [];
  const { title, must, mustNot, score } = profile;
  const parts = (condition: typeof must): string =>
    (condition?.op === 'all' || condition?.op === 'any'
      ? condition.of
      : condition === null
        ? []
        : [condition]
    )
      .map((one) => conditionWords(one, agreement))
      .join(t`; `);
  const say = (one: NonNullable<typeof must>): string => conditionWords(one, agreement);
  return [
    {
      code: null,
      head: title,
      lines: [
        ...(must === null ? [] : [{ label: t`All of these`, text: parts(must) }]),
        ...(mustNot === null ? [] : [{ label: t`None of these`, text: parts(mustNot) }]),
        ...(score === null
          ? []
          : [
              { label: t`At least ${amountText(score.atLeast)} points`, text: scoreWords(score.points, say) },
            ]),
        { label: null, text: t`A blank cell meets none of these tests.`, small: true },
        ...answerLines(profile, agreement),
      ],
    },
  ];
}

/** Which answers say that a lead is no ideal prospect, or is one: told beside the profile. */
function answerLines({ answers }: Profile, agreement: Agreement): readonly PageLine[] {
  if (answers === undefined) return [];
  const { outside, inside } = answers;
  const small = (text: string): PageLine => ({ label: null, text, small: true });
  return [
    ...(outside === null
      ? []
      : [small(t`A lead is answered as outside of it where ${conditionWords(outside, agreement)}.`)]),
    ...(inside === null
      ? []
      : [small(t`A lead is answered as inside of it where ${conditionWords(inside, agreement)}.`)]),
  ];
}
