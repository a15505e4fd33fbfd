import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { ComplianceShown } from '../../src/model/behind.ts';
import type { Result } from '../../src/model/compliance.ts';
import { long } from '../effort.ts';
import { reportAndCases } from './run.ts';
import { randomOf } from './world/random.ts';
import { worldOf } from './world/world.ts';

/** The short run takes the first world in which a dispute sets something aside. */
const [FIRST, LAST] = long ? [1, 24] : [2, 2];

/** What is said of a promise in a period. */
const told = ({ counts, attainment, worst, best, verdict, reasons }: Result) => ({
  ...{ counts, attainment, worst, best, verdict, reasons },
});

it('What is upheld is judged as a waiver is, and what is open as nothing, told beside what the waiver would make of it', async () => {
  let set = 0;
  for (let seed = FIRST; seed <= LAST; seed++) {
    const { world, texts } = worldOf(seed);
    const random = randomOf(seed);
    const options = { asOf: world.asOf, period: world.period };
    const judge = async (more: object, disputes: readonly object[] = []) => {
      const versions = world.versions.map((version) => [
        `v${version.version}.sla.yaml`,
        stringify({ ...version, waivers: [], ...more }, { aliasDuplicateObjects: false }),
      ]);
      const files = { ...texts, ...Object.fromEntries(versions), 'disputed.yaml': stringify(disputes) };
      const { compliance, cases } = await reportAndCases(files, options);
      return { compliance: compliance as ComplianceShown | null, cases };
    };
    const plain = await judge({});
    const rates = new Set(
      (plain.compliance?.results ?? []).flatMap(({ id, target }) => (target.of === 'rate' ? [id] : [])),
    );
    const named = plain.cases.filter(
      ({ commitment, state }) =>
        rates.has(commitment) && (state === 'breached' || state === 'pending' || random.chance(0.1)),
    );
    const some = [...new Map(named.map((one) => [`${one.commitment} ${one.lead}`, one])).values()];
    const waivers = some.map(({ lead, commitment }) => ({
      ...{ leads: [lead], commitment, reason: 'Because', approved_by: ['marketing', 'sales'] },
    }));
    const terms = { disputes: { files: 'disputed.yaml' } };
    const raised = some.map(({ lead, commitment }) => ({
      ...{ lead, promise: commitment, by: 'sales', on: '2000-01-03', says: 'It was not so' },
    }));
    const by = Object.keys(world.versions[0]?.teams ?? {});
    const settled = { outcome: 'upheld', by, on: '2000-01-04' };
    const waived = await judge({ waivers });
    const upheld = await judge(
      terms,
      raised.map((one) => ({ ...one, settled })),
    );
    const open = await judge(terms, raised);
    const numbersOf = ({ compliance }: Awaited<ReturnType<typeof judge>>) =>
      (compliance?.results ?? []).map(told);
    expect(numbersOf(upheld), `world ${seed}`).toEqual(numbersOf(waived));
    expect(numbersOf(open), `world ${seed}`).toEqual(numbersOf(plain));
    for (const { id, period, upheld: then, now } of open.compliance?.disputes?.ifUpheld ?? []) {
      const same = (one: Result) =>
        one.id === id &&
        one.period.label === period &&
        one.by === null &&
        one.versions.join() === now.versions.join();
      const expected = waived.compliance?.results.find(same);
      expect(told(then), `world ${seed}: ${id} ${period}`).toEqual(expected && told(expected));
      set += then.counts.excluded - now.counts.excluded;
    }
  }
  expect(set).toBeGreaterThan(long ? 3 : 0);
});
