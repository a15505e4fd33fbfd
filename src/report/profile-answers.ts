import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { ProfileAnswers } from '../model/funnel.ts';
import { IN_TERMINAL, type Naming } from './names.ts';
import type { Block, Cell, Row } from './table.ts';

type Counted = Pick<ProfileAnswers['periods'][number], 'leads' | 'inProfile'>;

/** What the answers say of the profile, over all periods and in each: is it right? */
export function profileAnswersBlocks(
  answers: readonly ProfileAnswers[],
  { period: nameOf }: Pick<Naming, 'period'> = IN_TERMINAL,
): readonly Block[] {
  if (answers.length === 0) return [];
  const labels = [...new Set(answers.flatMap(({ periods }) => periods.map(({ period }) => period)))].sort();
  const columns = [
    { title: t`answered as`, align: 'left' as const },
    ...labels.map((label) => ({ title: nameOf(label), align: 'right' as const })),
  ];
  const rows = answers.map(
    ({ says, periods }): Row => ({
      kind: 'row',
      indent: 0,
      cells: [
        { text: says === 'outside' ? t`outside, and in profile` : t`inside, and not in profile` },
        ...labels.map((label) =>
          cellOf(
            says,
            periods.find(({ period }) => period === label),
          ),
        ),
      ],
    }),
  );
  return [
    { kind: 'list', title: t`Is the profile right?`, items: answers.map(answersText) },
    ...(labels.length > 1 ? [{ kind: 'table', table: { columns, rows, fixed: 1 } } as const] : []),
  ];
}

/** `46 of 62 leads that were answered as outside of the profile are inside of it`, over all periods. */
function answersText({ says, periods }: ProfileAnswers): string {
  const leads = periods.reduce((sum, one) => sum + one.leads, 0);
  const count = periods.reduce((sum, one) => sum + amiss(says, one), 0);
  const [n, of] = [whole(count), whole(leads)];
  return says === 'outside'
    ? plural(
        count,
        t`${n} of ${of} leads that were answered as outside of the profile is inside of it`,
        t`${n} of ${of} leads that were answered as outside of the profile are inside of it`,
      )
    : plural(
        count,
        t`${n} of ${of} leads that were answered as inside of the profile is outside of it`,
        t`${n} of ${of} leads that were answered as inside of the profile are outside of it`,
      );
}

const amiss = (says: ProfileAnswers['says'], { leads, inProfile }: Counted): number =>
  says === 'outside' ? inProfile : leads - inProfile;

const cellOf = (says: ProfileAnswers['says'], one: Counted | undefined): Cell =>
  one === undefined ? { text: '' } : { text: t`${whole(amiss(says, one))} of ${whole(one.leads)}` };
