import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Result } from '../../model/compliance.ts';
import type { Words } from '../blocks.ts';
import { decidedOf, percent } from '../number.ts';
import { waiverWords } from '../page/rest.ts';
import type { PackFacts } from './facts.ts';
import { codeOf, nameWords } from './names.ts';

/** What was excused or waived in the period, with the number that it would be without; then each waiver with its reason. */
export function waivedLines(found: PackFacts): readonly (readonly Words[])[] {
  const { facts } = found;
  const { compliance } = facts;
  const all = facts.told.flatMap((one) => (one.last?.results ?? []).map((result) => ({ one, result })));
  const touched = all.filter(({ result }) => (result.reasons.waived ?? 0) > 0);
  const excused = all.filter(({ result }) => (result.reasons.excused ?? 0) > 0);
  if (touched.length + excused.length === 0) return [];
  const said = excused.map(({ one, result }): readonly Words[] => [
    `${codeOf(result.id, found)} `,
    nameWords(one, found),
    t`: ${excusedText(result)}`,
  ]);
  const told = touched.map(({ one, result }): readonly Words[] => [
    `${codeOf(result.id, found)} `,
    nameWords(one, found),
    t`: ${bothText(result)}`,
  ]);
  const ids = new Set(touched.map(({ result }) => result.id));
  const versions = new Set(touched.flatMap(({ result }) => result.versions));
  const waivers = compliance.waivers.filter(
    ({ cases, commitment, version }) =>
      cases > 0 && versions.has(version) && (commitment === null || ids.has(commitment)),
  );
  return [...said, ...told, ...waivers.map((waiver) => waiverWords(waiver, compliance))];
}

function excusedText(result: Result): string {
  const { reasons, attainment, extras } = result;
  const n = reasons.excused ?? 0;
  const aside = plural(
    n,
    t`${whole(n)} case excused by a broken promise of the other side`,
    t`${whole(n)} cases excused by broken promises of the other side`,
  );
  const without = extras.attainmentBeforeExcuses;
  if (attainment === null || without == null) return aside;
  const [now, then] = both(result, attainment, without, n);
  return t`${aside}: ${now} with the excuse, ${then} without`;
}

/** Both numbers, always. */
function bothText(result: Result): string {
  const { reasons, attainment, extras } = result;
  const n = reasons.waived ?? 0;
  const aside = plural(n, t`${whole(n)} case set aside`, t`${whole(n)} cases set aside`);
  const without = extras.attainmentBeforeWaivers;
  if (attainment === null || without == null) return aside;
  const [now, then] = both(result, attainment, without, n);
  return t`${aside}: ${now} with the waiver, ${then} without`;
}

/** As the scoreboard writes them, no finer than their cases can tell. */
function both(result: Result, now: number, without: number, aside: number): readonly [string, string] {
  const [decided, target] = [decidedOf(result), result.target.value];
  return [percent(now, decided, target), percent(without, decided + aside, target)];
}
