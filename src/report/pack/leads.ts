import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { PackLead } from '../../model/pack.ts';
import type { GridRow, PageBlock } from '../blocks.ts';
import { local, spokenInstant } from '../instant.ts';
import { whyText } from '../page/behind.ts';
import type { PackFacts } from './facts.ts';
import { answerLine } from './fill-in.ts';
import { codeOf } from './names.ts';

/** Leads to look at together, chosen by a rule that stands above them. */
export function leadBlocks(found: PackFacts): readonly PageBlock[] {
  const { pack, facts } = found;
  const { leads = [], sizeColumn = null } = pack.leads ?? {};
  const [first] = leads;
  if (!first) return [];
  const rule =
    sizeColumn === null
      ? t`Chosen by rule: missed under the most promises first, then the one that came earlier.`
      : t`Chosen by rule: missed under the most promises first, then the larger by "${sizeColumn}", then the one that came earlier.`;
  const { timezone } = facts.compliance.agreement;
  const withSize = leads.some(({ size }) => size !== null);
  return [
    {
      kind: 'text',
      role: 'intro',
      words: [`${rule} ${t`"sla explain ${first.lead}" shows all that is known of one.`}`],
    },
    {
      kind: 'grid',
      grid: {
        role: 'plain',
        caption: t`Leads to talk about`,
        columns: [
          { title: t`lead` },
          { title: t`start` },
          ...(withSize ? [{ title: sizeColumn ?? '', numbers: true as const }] : []),
          { title: t`missed` },
          { title: t`what the data show` },
        ],
        rows: leads.map((lead) => rowOf(lead, { found, timezone, withSize })),
      },
    },
    {
      kind: 'text',
      role: 'question',
      words: [t`What happened to these leads, and can they still be called?`],
    },
    answerLine(),
  ];
}

function rowOf(
  { lead, start, size, missed }: PackLead,
  {
    found,
    timezone,
    withSize,
  }: { readonly found: PackFacts; readonly timezone: string; readonly withSize: boolean },
): GridRow {
  const { facts } = found;
  const asOf = spokenInstant(facts.compliance.asOf, timezone);
  const timed = new Set(facts.compliance.agreement.timed);
  const codes = missed.map(({ promise }) => codeOf(promise, found)).join(', ');
  const whys = new Map<string, string[]>();
  for (const { promise, openTime, case: one } of missed) {
    // The id of a segment is no word for people.
    const why = whyText({ ...one, segment: null, openTime }, timed.has(promise), asOf);
    whys.set(why, [...(whys.get(why) ?? []), codeOf(promise, found)]);
  }
  return {
    kind: 'row',
    cells: [
      { lines: [[lead]] },
      { lines: [[start === null ? '' : local(start, timezone)]] },
      ...(withSize ? [{ lines: [[size === null ? '' : whole(size)]] }] : []),
      { lines: [[codes]] },
      {
        lines: [...whys].map(([why, own]) => [t`${own.join(', ')}: ${why}`]),
      },
    ],
  };
}
