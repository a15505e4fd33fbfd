import { expect, it } from 'vitest';
import { nearRef } from '../../src/app/changes/base.ts';

const REFS = ['main', 'origin/main', 'travail', 'v2026.1'];

it.each([
  ['mian', 'main'],
  ['travial', 'travail'],
  ['mian~2', 'main~2'],
  ['HAED^', 'HEAD^'],
  ['v2026-1', 'v2026.1'],
  ['origin/mian', 'origin/main'],
  // It is there: what is missing lies so far behind it.
  ['main~900', null],
  ['nothing-like-it', null],
])('the reference that %s was meant to be is %s', (typed, meant) => {
  expect(nearRef(typed, REFS)).toBe(meant);
});
