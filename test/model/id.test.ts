import { expect, it } from 'vitest';
import { idLike, isId } from '../../src/model/id.ts';

it('An id is lower-case letters, digits, - and _, and no name that every object has', () => {
  expect(['first-contact', '2026_q1', 'a'].map(isId)).toEqual([true, true, true]);
  expect(['', 'First', '-a', 'é', 'a b', 'constructor', '__proto__', 'a'.repeat(65)].map(isId)).toEqual(
    Array(8).fill(false),
  );
});

it.each([
  ['First contact', 'first-contact'],
  ['__proto__', 'proto__'],
  ['constructor', 'constructor-1'],
  ['  à l’heure ', 'l-heure'],
  ['été', 't'],
  ['', null],
  ['—', null],
])('The id nearest to %j is %j', (text, id) => {
  expect(idLike(text)).toBe(id);
});
