import { expect, it } from 'vitest';
import { numbersSaid } from '../../../src/language/said/numbers.ts';

it('of a text that is no sentence any more only the beginning is read', () => {
  const said = numbersSaid('within 4 hours, '.repeat(100_000));
  expect(said).toHaveLength(2000 / 16);
  expect(said[0]).toMatchObject({ value: 4, text: '4 hours', limits: true });
});
