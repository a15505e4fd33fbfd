/** `node code-cache.js FOLDER NAME RUNS`: runs the packed program in FOLDER and writes the code that V8 made of it to NAME there. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

const [folder = '', name = '', runs = '[]'] = process.argv.slice(2);
const filename = join(folder, 'program.cjs');
const url = pathToFileURL(join(folder, '..', '..', 'main.js')).href;
const script = new Script(readFileSync(filename, 'latin1'), { filename });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(url), module, url);
for (const argv of JSON.parse(runs)) {
  const status = await module.exports.main(argv);
  if (status > 1) throw new Error(`sla ${argv.join(' ')} ended with ${status}`);
}
writeFileSync(join(folder, name), script.createCachedData());
