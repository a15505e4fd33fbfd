import { judgeMutant, type Verdict } from './mutant.ts';

/** `npm run fuzz [-- MUTANTS [FIRST_SEED]]`: exit status 1 where a mutant is not dealt with well; its seed makes it again. */
const mutants = Number(process.argv[2] ?? 5000);
const first = Number(process.argv[3] ?? 1);

const bad: Verdict[] = [];
const statuses = new Map<number | null, number>();
for (let seed = first; seed < first + mutants; seed++) {
  const verdict = await judgeMutant(seed, 30_000);
  statuses.set(verdict.status, (statuses.get(verdict.status) ?? 0) + 1);
  if (verdict.problem !== null) {
    bad.push(verdict);
    console.log(`seed ${verdict.seed}: ${verdict.problem}`);
  }
  if ((seed - first + 1) % 500 === 0) console.log(`${seed - first + 1} mutants, ${bad.length} problems`);
}
const counted = [...statuses].sort().map(([status, n]) => `${n} with exit status ${status}`);
console.log(`${mutants} mutants from seed ${first}: ${counted.join(', ')}; ${bad.length} problems`);
process.exitCode = bad.length === 0 ? 0 : 1;
