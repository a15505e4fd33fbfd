import { expect, it } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';

it('however often the disk is asked, the process hears in between what else is to be done', async () => {
  const files = realFiles();
  let isHeard = false;
  setImmediate(() => {
    isHeard = true;
  });
  for (let asked = 0; !isHeard && asked < 10_000_000; asked++) await files.stat('/');
  expect(isHeard).toBe(true);
});
