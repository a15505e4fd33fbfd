import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Family, type Next, oneOf } from '../judged.ts';
import { mutate } from '../mutate.ts';
import { sound } from './texts.ts';

const NAMES = [
  'x.sla.yaml',
  'x.sla.yml',
  'x.sla-parts.yaml',
  '.sla',
  '.sla.yaml',
  'node_modules',
  'sub',
  'sub.sla.yaml',
  'a b.sla.yaml',
  'é.sla.yaml',
  '\u202ex.sla.yaml',
  'line\nbreak.sla.yaml',
  '::error::.sla.yaml',
  '\u001b[2J.sla.yaml',
  `${'n'.repeat(240)}.sla.yaml`,
  'disputes.yaml',
];
const TARGETS = [
  'gone',
  '.',
  '..',
  '/',
  '/dev/zero',
  '/dev/null',
  '/proc/self/environ',
  'x.sla.yaml',
  'good.sla.yaml',
  'sub',
];
const FEW_BYTES = ['', 'sla: 1', '\0{', 'sla: 1\nparts: x.sla-parts.yaml\n', 'sla: 1\nid: demo\n'];

/** Puts one entry there; what the system refuses, such as a name that is taken, is not there. */
function put(folder: string, next: Next): string | Buffer {
  const name = oneOf(NAMES, next);
  const path = join(folder, name);
  switch (next(8)) {
    case 0:
      symlinkSync(oneOf(TARGETS, next), path);
      break;
    case 1:
      execFileSync('mkfifo', [path], { stdio: 'ignore' });
      break;
    case 2:
      mkdirSync(path);
      put(path, next);
      break;
    case 3:
      writeFileSync(
        Buffer.concat([
          Buffer.from(`${folder}/`),
          Buffer.of(0xff, 0x80 + next(64)),
          Buffer.from('.sla.yaml'),
        ]),
        'sla: 1',
      );
      break;
    case 4:
      writeFileSync(path, mutate(sound.agreement, next), { flag: 'wx' });
      break;
    case 5:
      writeFileSync(path, sound.agreement.toString('utf8').replace('id: demo', 'id: other'), { flag: 'wx' });
      break;
    case 6:
      mkdirSync(path, { recursive: true });
      chmodSync(path, 0);
      break;
    default:
      writeFileSync(path, oneOf(FEW_BYTES, next), { flag: 'wx' });
  }
  return path;
}

/** A folder of links, pipes, folders and odd names beside a good agreement, which is judged whatever lies there. */
export const folders: Family = {
  name: 'folders',
  async attempt(next, cwd) {
    writeFileSync(
      join(cwd, 'good.sla.yaml'),
      sound.agreement.toString('utf8').replace('id: demo', 'id: good'),
    );
    writeFileSync(join(cwd, sound.name), sound.leads);
    for (let entries = 1 + next(6); entries > 0; entries--) {
      try {
        put(cwd, next);
      } catch {
        // The name is taken, or is none on this system.
      }
    }
    return {
      argv: [oneOf(['check', 'report', 'cases'], next)],
      problem: ({ results = [] }) => (results.length > 0 ? null : 'the good agreement was not judged'),
    };
  },
};
