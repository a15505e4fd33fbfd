import { describe, expect, it } from 'vitest';
import { picture, pictures } from '../../examples/scoreboards.ts';
import { oneIn } from '../effort.ts';
import { readPage, root } from './page.ts';

describe('a picture of the documentation', () => {
  it.each(oneIn(3, pictures))('shows what the program prints now: $file', async (each) => {
    expect(await picture(each, root), 'run "npm run pictures"').toBe(readPage(each.file));
  });
});
