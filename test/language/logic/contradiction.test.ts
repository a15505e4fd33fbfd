import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleWith } from '../../../src/build/rule-pages.ts';
import { prover } from '../../../src/language/logic/contradiction.ts';
import { readAgreement } from '../../../src/language/read.ts';
import type { Agreement } from '../../../src/model/agreement.ts';
import type { Condition, Scalar } from '../../../src/model/condition.ts';

/** `country` is text, `size` an integer, `vip` true or false. */
let agreement: Agreement;

beforeAll(async () => {
  const text = exampleWith(`
sources:
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Id
      country: Country
      vip: { column: VIP, type: boolean }
      size: { column: Size, type: integer }
      qualified_at: { column: Qualified, type: datetime, format: iso }
      contacted_at: { column: Contacted, type: datetime, format: iso }
profile: { must: { country: [FR, BE], size: 50..1000 }, must_not: { vip: true } }
`);
  const read = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
  if (read.agreement === null) throw new Error('not sound');
  agreement = read.agreement;
});

const country = (...values: string[]): Condition => ({ op: 'in', field: 'country', values });
const sizes = (...values: number[]): Condition => ({ op: 'in', field: 'size', values });
const size = (cmp: '>' | '>=' | '<' | '<=', value: number): Condition => ({
  op: 'compare',
  field: 'size',
  cmp,
  value,
});
const range = (min: number | null, max: number | null): Condition => ({
  op: 'range',
  field: 'size',
  min,
  max,
});
const present = (field: string): Condition => ({ op: 'present', field });
const vip = (...values: boolean[]): Condition => ({ op: 'in', field: 'vip', values });
const matches = (pattern: string): Condition => ({ op: 'matches', field: 'country', pattern });
const not = (of: Condition): Condition => ({ op: 'not', of });
const any = (...of: Condition[]): Condition => ({ op: 'any', of });
const all = (...of: Condition[]): Condition => ({ op: 'all', of });

describe('conditions that no lead can meet', () => {
  it.each<readonly [string, readonly Condition[]]>([
    ['two lists without a common value', [country('FR'), country('BE', 'CH')]],
    ['a list and its negation', [country('FR'), not(country('FR', 'BE'))]],
    [
      'a list whose values are negated one by one',
      [country('FR', 'BE'), not(country('FR')), not(country('BE'))],
    ],
    ['a value with blanks around it, negated', [country('FR '), not(country('FR'))]],
    ['an empty text, which is a blank cell', [country('')]],
    ['a value and blank', [country('FR'), not(present('country'))]],
    ['a pattern and its negation', [matches('^F'), not(matches('^F'))]],
    ['two ranges apart', [range(1, 10), range(11, null)]],
    ['ends that only touch', [size('<', 50), size('>=', 50)]],
    ['a range in a negated wider one', [range(100, 200), not(size('>=', 50))]],
    ['a range covered by two together', [range(1, 100), not(size('<', 50)), not(size('>=', 50))]],
    ['a point that is excluded', [range(5, 5), not(sizes(5))]],
    ['values outside a range', [sizes(1, 2, 3), size('>', 3)]],
    [
      'all numbers, negated in two halves, and present',
      [present('size'), not(size('<', 0)), not(size('>=', 0))],
    ],
    ['neither true nor false, and present', [present('vip'), not(vip(true)), not(vip(false))]],
    [
      'any of what is impossible in each way',
      [any(country('FR'), size('>', 10)), country('BE'), size('<', 5)],
    ],
    ['the profile and its opposite', [{ op: 'profile' }, not({ op: 'profile' })]],
    ['the profile and a size outside it', [{ op: 'profile' }, size('>', 1000)]],
    ['the profile and what it must not be', [{ op: 'profile' }, vip(true)]],
    ['nothing of a list', [any()]],
  ])('%s', (_, conditions) => {
    expect(prover(agreement)(conditions)).toBe(true);
  });
});

describe('conditions that a lead may meet', () => {
  it.each<readonly [string, readonly (Condition | null)[]]>([
    ['nothing at all', []],
    ['no condition', [null]],
    ['a closed end that touches', [size('<=', 50), size('>=', 50)]],
    ['negations alone: a blank cell', [not(size('<', 50)), not(size('>=', 50)), not(country('FR'))]],
    ['patterns that may overlap', [matches('^F'), not(matches('R$')), country('FR', 'FX')]],
    ['a value with another case', [country('fr'), not(country('FR'))]],
    ['the profile at its ends', [{ op: 'profile' }, size('<=', 50)]],
    [
      'more ways than are followed',
      Array.from({ length: 12 }, (_, i) => any(sizes(i), country(`C${i}`), vip(true))),
    ],
  ])('%s', (_, conditions) => {
    expect(prover(agreement)(conditions)).toBe(false);
  });
});

/** A plain reading of the law of conditions, for one lead. A blank cell equals nothing, is in no range and matches no pattern. */
type Lead = Readonly<Record<string, Scalar | null>>;

function meets(lead: Lead, condition: Condition): boolean {
  switch (condition.op) {
    case 'all':
      return condition.of.every((part) => meets(lead, part));
    case 'any':
      return condition.of.some((part) => meets(lead, part));
    case 'not':
      return !meets(lead, condition.of);
    case 'profile':
      return (
        ['FR', 'BE'].includes(String(lead.country)) &&
        Number(lead.size) >= 50 &&
        Number(lead.size) <= 1000 &&
        lead.vip !== true
      );
    case 'score':
    case 'touched':
      return true;
    default: {
      const cell = lead[condition.field] ?? null;
      if (cell === null) return false;
      if (condition.op === 'present' || condition.op === 'exists') return true;
      if (condition.op === 'in') return condition.values.includes(cell);
      if (condition.op === 'matches') return String(cell).startsWith(condition.pattern.slice(1));
      if (condition.op === 'range')
        return (
          (condition.min === null || Number(cell) >= condition.min) &&
          (condition.max === null || Number(cell) <= condition.max)
        );
      const { cmp, value } = condition;
      const number = Number(cell);
      return cmp === '>'
        ? number > value
        : cmp === '>='
          ? number >= value
          : cmp === '<'
            ? number < value
            : number <= value;
    }
  }
}

const NUMBERS = [49, 50, 51, 52, 1000, 1001];
const HALVES = NUMBERS.flatMap((number) => [number, number + 0.5]);
const COUNTRIES = ['FR', 'BE', 'CH'];
const LEADS: readonly Lead[] = [null, ...COUNTRIES].flatMap((where) =>
  [null, 0, ...HALVES, 5000].flatMap((many) =>
    [null, true, false].map((flag) => ({ country: where, size: many, vip: flag })),
  ),
);

const number = fc.constantFrom(...NUMBERS);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.subarray(COUNTRIES, { minLength: 1 }).map((values) => country(...values)),
  fc.subarray(NUMBERS, { minLength: 1 }).map((values) => sizes(...values)),
  fc.subarray([true, false], { minLength: 1 }).map((values) => vip(...values)),
  fc
    .tuple(fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const), number)
    .map(([cmp, value]) => size(cmp, value)),
  fc.tuple(fc.option(number), fc.option(number)).map(([min, max]) => range(min, max)),
  fc.constantFrom('country', 'size', 'vip').map(present),
  fc.constantFrom(...COUNTRIES).map((name) => matches(`^${name}`)),
  fc.constant<Condition>({ op: 'profile' }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.array(tie('condition'), { maxLength: 3 }).map((of) => all(...of)),
    fc.array(tie('condition'), { maxLength: 3 }).map((of) => any(...of)),
    tie('condition').map(not),
  ),
}));

describe('the proof of a contradiction', () => {
  it('is never given where a lead meets all of the conditions, and is found for most contradictions', () => {
    const seen = { contradictions: 0, proved: 0 };
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), (conditions) => {
        const possible = LEADS.some((lead) => conditions.every((one) => meets(lead, one)));
        const proved = prover(agreement)(conditions);
        if (possible) expect(proved).toBe(false);
        else {
          seen.contradictions++;
          if (proved) seen.proved++;
        }
      }),
      { numRuns: 4000, seed: 20261122 },
    );
    expect(seen.contradictions).toBeGreaterThan(300);
    expect(seen.proved / seen.contradictions).toBeGreaterThan(0.8);
  });
});
