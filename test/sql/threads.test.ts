import { expect, it } from 'vitest';
import { threadsSql } from '../../src/sql/session.ts';

it('exports of one block, 8 MB, are read by one thread, larger ones by all', () => {
  expect(threadsSql(0)).toEqual(['SET threads = 1']);
  expect(threadsSql(8_000_000)).toEqual(['SET threads = 1']);
  expect(threadsSql(8_000_001)).toEqual([]);
});
