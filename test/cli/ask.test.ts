import { describe, expect, it } from 'vitest';
import { asker } from '../../src/cli/ask.ts';
import type { Question } from '../../src/model/init.ts';
import { memoryIo } from './memory-io.ts';

const WORDS = ['New', 'Won', 'Signed'];

/** Takes several words with commas between them. */
const several = (choices: readonly string[]): Question => ({
  flag: '--won-words',
  text: 'Which words say that it was won?',
  fallback: 'Won',
  why: 'as such words usually read',
  choices,
  check: (answer) => (answer.split(', ').every((word) => choices.includes(word)) ? null : 'no such word'),
});

const answered = (question: Question, ...lines: readonly string[]): Promise<string> => {
  const { io } = memoryIo({});
  const left = [...lines];
  const stdin = { ...io.stdin, line: async () => left.shift() ?? null };
  return asker({ ...io, stdin })(question);
};

describe('the choices of a question that takes several', () => {
  it.each([
    ['2', 'Won'],
    ['2, 3', 'Won, Signed'],
    ['3,1', 'Signed, New'],
    ['Won, New', 'Won, New'],
    ['', 'Won'],
  ])('are given by their numbers or in words: %s', async (line, answer) => {
    expect(await answered(several(WORDS), line)).toBe(answer);
  });

  it('are asked for again where a number is none of them', async () => {
    expect(await answered(several(WORDS), '2, 9', '1')).toBe('New');
  });

  it('are taken as they are written where they are numbers themselves', async () => {
    expect(await answered(several(['3', '2', '1']), '2, 3')).toBe('2, 3');
  });
});
