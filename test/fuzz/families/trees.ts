import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Repository, repositoryIn } from '../../change/repository.ts';
import { type Family, type Next, oneOf } from '../judged.ts';
import { mutate } from '../mutate.ts';
import { sound } from './texts.ts';

const FILE = 'demo.sla.yaml';
const LINKS = ['gone', '..', '/etc/passwd', FILE, 'other.sla.yaml', 'sub/../sub', 'x'.repeat(3000)];
const SIDES = [
  'HEAD~1',
  'HEAD',
  'main',
  'HEAD~9',
  'main:demo.sla.yaml',
  'HEAD~1:',
  ':demo.sla.yaml',
  '@{-1}',
  '--',
  '-x',
];
const FILES = [
  'HEAD',
  'index',
  'refs/heads/main',
  'config',
  'packed-refs',
  'shallow',
  'objects/info/alternates',
];

function edit(repository: Repository, next: Next): void {
  const { root, git } = repository;
  switch (next(7)) {
    case 0:
      rmSync(join(root, FILE), { force: true });
      symlinkSync(oneOf(LINKS, next), join(root, FILE));
      break;
    case 1:
      git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},sub`);
      break;
    case 2:
      writeFileSync(
        join(root, oneOf(['é.sla.yaml', 'a\nb.sla.yaml', '"q".sla.yaml', 'x\ty.yaml'], next)),
        sound.agreement,
      );
      break;
    case 3:
      git('mv', FILE, 'moved.sla.yaml');
      break;
    case 4:
      writeFileSync(join(root, FILE), Buffer.alloc(300_000, 'sla: 1\n'));
      break;
    default:
      writeFileSync(join(root, FILE), mutate(sound.agreement, next));
  }
}

/** One file of git's own, damaged: an object in most cases. */
function damage(root: string, next: Next): void {
  const own = join(root, '.git');
  const objects = readdirSync(join(own, 'objects'), { recursive: true, encoding: 'utf8' });
  const loose = objects.filter((name) => /[0-9a-f]{38}$/.test(name)).sort();
  const file = join(own, next(3) > 0 ? join('objects', oneOf(loose, next)) : oneOf(FILES, next));
  const bytes = readOr(file);
  rmSync(file, { force: true });
  if (next(6) > 0) writeFileSync(file, mutate(bytes, next));
}

function readOr(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Two commits with links, submodules, odd names and damaged objects in them, compared. */
export const trees: Family = {
  name: 'trees',
  async attempt(next, cwd) {
    const repository = repositoryIn(cwd);
    repository.commit('First', { [FILE]: sound.agreement.toString('utf8'), [sound.name]: 'Lead\n' });
    try {
      edit(repository, next);
      repository.git('add', '--all');
      repository.commit('Second');
    } catch {
      // What git refuses is compared as it lies there.
    }
    if (next(2) === 0) damage(cwd, next);
    const sides = Array.from({ length: next(3) }, () => oneOf(SIDES, next));
    // A side that begins with a dash is a side, and no option.
    return { argv: [oneOf(['diff', 'diff', 'diff', 'log'], next), '--', ...sides] };
  },
};
