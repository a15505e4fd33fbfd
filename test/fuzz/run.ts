import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { families } from './families/index.ts';
import { judged, type Verdict } from './judged.ts';

/**
 * `npm run fuzz [-- MUTANTS [FIRST_SEED] [--family archives,globs]]`: so many of each family. Exit status 1 where one is not dealt with
 * well; its family and seed make it again. They are judged in a process of their own, so that one that never ends is told too.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { family: { type: 'string' } },
});
const mutants = Number(positionals[0] ?? 1000);
const first = Number(positionals[1] ?? 1);

/** Milliseconds in which a run ends, whatever else the machine does. */
const LIMIT = 30_000;

const tell = process.send?.bind(process);
if (tell) await judgeAll(tell);
else supervise();

/** What is begun, then what came of it. */
type Message = { readonly begun: string } | Verdict;

async function judgeAll(tell: (message: Message) => void): Promise<void> {
  const names = values.family?.split(',');
  for (const family of families.filter(({ name }) => names?.includes(name) ?? true))
    for (let seed = first; seed < first + mutants; seed++) {
      tell({ begun: `${family.name}, seed ${seed}` });
      tell(await judged(family, seed, LIMIT));
    }
  process.disconnect();
}

function supervise(): void {
  const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2));
  const met = new Map<string, Map<number | null, number>>();
  let [problems, at] = [0, ''];
  const watch = setTimeout(() => {
    console.log(`${at}: no end within ${2 * LIMIT} ms`);
    child.kill('SIGKILL');
  }, 2 * LIMIT);
  child.on('message', (message: Message) => {
    watch.refresh();
    if ('begun' in message) {
      at = message.begun;
      return;
    }
    const { family, seed, status, problem } = message;
    const statuses = met.get(family) ?? new Map<number | null, number>();
    met.set(family, statuses.set(status, (statuses.get(status) ?? 0) + 1));
    if (problem === null) return;
    problems++;
    console.log(`${family}, seed ${seed}: ${problem}`);
  });
  child.on('exit', (status) => {
    clearTimeout(watch);
    if (status !== 0) console.log(`${at}: the process ended with ${status}`);
    for (const [family, statuses] of met) {
      const counted = [...statuses].sort().map(([status, n]) => `${n} with exit status ${status}`);
      console.log(`${family}: ${counted.join(', ')}`);
    }
    console.log(`${problems} problems`);
    process.exitCode = problems === 0 && status === 0 ? 0 : 1;
  });
}
