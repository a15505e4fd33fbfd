import { pbkdf2 } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { main } from '../../src/main.ts';

/**
 * The program as a process of its own, as `bin/sla.js` runs it. With `ready` first it says when it listens to signals;
 * with `stuck` its native threads hear of nothing once its private folder is there, and it says so.
 */
const argv = process.argv.slice(2);
if (argv[0] === 'ready') {
  argv.shift();
  const poll = setInterval(() => {
    if (process.listenerCount('SIGINT') === 0) return;
    clearInterval(poll);
    process.stderr.write('ready\n');
  }, 2);
}
if (argv[0] === 'stuck') {
  argv.shift();
  const poll = setInterval(() => {
    if (!readdirSync(tmpdir()).some((name) => name.startsWith('sla-'))) return;
    clearInterval(poll);
    pbkdf2('', '', 2 ** 31 - 1, 64, 'sha512', () => {});
    process.stderr.write('ready\n');
  }, 2);
}
const status = await main(argv);
process.exitCode = status;
if (status > 128) process.exit();
