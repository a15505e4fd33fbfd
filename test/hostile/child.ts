import { main } from '../../src/main.ts';

/** The program as a process of its own; its peak of memory, MB, is the last line of standard error. */
process.exitCode = await main(process.argv.slice(2));
process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
