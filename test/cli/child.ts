import { main } from '../../src/main.ts';

/** The program as a process of its own, as `bin/sla.js` runs it; with `ready` first it says when it begins. */
const argv = process.argv.slice(2);
if (argv[0] === 'ready') {
  argv.shift();
  // A moment later, when it is at work.
  setTimeout(() => process.stderr.write('ready\n'), 300);
}
const status = await main(argv);
process.exitCode = status;
if (status > 128) process.exit();
