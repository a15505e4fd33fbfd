/** Rewrites the pictures of the documentation from what the commands print: `npm run pictures`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { picture, pictures } from './scoreboards.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
for (const each of pictures) {
  const target = `${root}${each.file}`;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, await picture(each, root));
}
