#!/usr/bin/env node
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const dist = join(__dirname, '..', 'dist');
const argv = process.argv.slice(2);

/**
 * The program as the build packed it on this very Node, with the code that V8 made of it then; its chunks where there is none, where V8 would
 * refuse the code because of its flags, and where the names in a stack matter.
 */
function program() {
  const folder = join(dist, 'packed', `${process.version}-${process.platform}-${process.arch}`);
  const filename = join(folder, 'program.cjs');
  const text = process.env.SLA_DEBUG === '1' ? null : read(filename)?.latin1Slice();
  const [, stamp, tag] = /\/\/([0-9a-f]{16}) (\d+)\n$/.exec(text?.slice(-40) ?? '') ?? [];
  if (!text || !stamp || !sameFlags(tag)) return import('../dist/main.js');
  const { Script } = require('node:vm');
  const { pathToFileURL } = require('node:url');
  const caches = { '--version': 'version', '-V': 'version', validate: 'validate' };
  const name = (Object.hasOwn(caches, argv[0] ?? '') && caches[argv[0]]) || 'check';
  const cachedData = read(join(folder, `${name}-${stamp}.bin`)) ?? undefined;
  const script = new Script(text, { filename, cachedData });
  if (name !== 'version') optimizeLate();
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, pathToFileURL(join(dist, 'main.js')).href);
  return Promise.resolve(module.exports);
}

/**
 * V8 optimizes a function once it has run eight times as long as usual: most runs are over before its machine code is made, and to make it took a third of
 * their processor time. What runs for seconds still gets it, a moment later. After the program, whose code bears the flags of the start.
 */
function optimizeLate() {
  const { setFlagsFromString } = require('node:v8');
  // First, because Node's own modules bear those flags too and would be compiled again: what every run asks for, and what the engine does.
  void [process.stdout, process.stderr];
  const judges = ['check', 'report', 'cases', 'explain'].includes(argv[0] ?? '');
  for (const name of judges ? ['os', 'child_process', 'fs/promises', 'crypto', 'zlib'] : [])
    require(`node:${name}`);
  setFlagsFromString('--interrupt-budget=540672');
}

/** Only where there are flags is it worth to ask. */
function sameFlags(tag) {
  if (process.execArgv.length === 0 && !process.env.NODE_OPTIONS) return true;
  return String(require('node:v8').cachedDataVersionTag()) === tag;
}

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

program()
  .then(({ main }) => main(argv))
  .then((status) => {
    process.exitCode = status;
    // Interrupted: what is still under way is not waited for.
    if (status > 128) process.exit();
  });
