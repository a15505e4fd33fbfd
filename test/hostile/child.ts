import { readFileSync } from 'node:fs';
import { main } from '../../src/main.ts';

/**
 * MB that this process alone has held at most. What `resourceUsage` tells begins, on Linux, with what its parent held when it started it:
 * a worker of the tests that has grown large would be counted here.
 */
function peak(): number {
  if (process.platform !== 'linux') return Math.round(process.resourceUsage().maxRSS / 1024);
  const held = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Math.round(Number(held) / 1024);
}

/** The program as a process of its own; its peak of memory, MB, is the last line of standard error. */
process.exitCode = await main(process.argv.slice(2));
process.stderr.write(`peak ${peak()}\n`);
