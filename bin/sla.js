#!/usr/bin/env node
const argv = process.argv.slice(2);

/** The commands of scripts that hold nothing else. Every other word is answered by the script that holds everything. */
const SHORT = ['validate', 'clock', 'sign', 'rules'];
const JUDGING = ['check', 'report', 'cases', 'explain', 'diff', 'doctor', 'demo'];

/** The script of the commands that judge writes text alone: any other format is asked for by one of these. */
const ASKS_FOR_FORMAT = /^(-[a-z]*[fo]|--(format|output))/;

/** The chunks answer where the names in a stack matter, for the scripts have none, and where no command is asked for. */
async function program() {
  const { main } = script() ?? (await import('../dist/main.js'));
  if (argv.length > 1 || !/^(-V|--version)$/.test(argv[0] ?? '')) optimizeLate();
  try {
    return await main(argv);
  } catch (error) {
    // What few runs of a command need is in the script of everything.
    if (error.name !== 'NotShort') throw error;
    return require('../dist/short/whole.cjs').main(argv);
  }
}

function script() {
  if (process.env.SLA_DEBUG === '1' || !/^\w/.test(argv[0] ?? '')) return null;
  if (SHORT.includes(argv[0])) return require('../dist/short/main.cjs');
  const isLight = JUDGING.includes(argv[0]) && !argv.some((word) => ASKS_FOR_FORMAT.test(word));
  return isLight ? require('../dist/short/judging.cjs') : require('../dist/short/whole.cjs');
}

/**
 * V8 optimizes a function once it has run eight times as long as usual: most runs are over before its machine code is made, and to make it
 * took a third of their processor time. What runs for seconds still gets it, a moment later. A V8 that does not know
 * a flag complains on stderr, so only those get them that they were tried with: of Node 20 and 21, and of Node 22 to 24, which count calls.
 */
function optimizeLate() {
  const { setFlagsFromString } = require('node:v8');
  // Node's own modules bear the flags of V8 too, and would be compiled again: so what every run asks for is loaded first, and so is
  // what the engine asks for.
  void [process.stdout, process.stderr];
  const judges = ['check', 'report', 'cases', 'explain', 'doctor', 'demo'].includes(argv[0] ?? '');
  for (const name of judges ? ['os', 'child_process', 'fs/promises', 'crypto', 'zlib'] : [])
    require(`node:${name}`);
  const calls = ['--invocation-count-for-maglev=3200', '--invocation-count-for-turbofan=24000'];
  const flags = { 11: ['--interrupt-budget=540672'], 12: calls, 13: calls };
  for (const flag of flags[process.versions.v8.split('.')[0]] ?? []) setFlagsFromString(flag);
}

program().then((status) => {
  process.exitCode = status;
  // Interrupted: what is still under way is not waited for.
  if (status > 128) process.exit();
});
