import { describe, expect, it } from 'vitest';
import { parts } from '../../src/messages/fr/index.ts';
import { messages } from './messages.ts';

const said = messages();
const keys = new Set(said.map(({ key }) => key));
const entries = parts.flatMap((part) => Object.entries(part));

const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{\d+\}/g)].map(([hole]) => hole).sort();

describe('the French catalogue', () => {
  it('has every message of the sources', () => {
    const french = new Set(entries.map(([key]) => key));
    expect(said.filter(({ key }) => !french.has(key)).map(({ key, at }) => `${at} ${key}`)).toEqual([]);
  });

  it('has none that the sources no longer say', () => {
    expect(entries.map(([key]) => key).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('has each once', () => {
    const all = entries.map(([key]) => key);
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  it('puts in the same values', () => {
    const unlike = entries.filter(([key, text]) => new Set(holes(key)).size !== new Set(holes(text)).size);
    expect(unlike).toEqual([]);
  });

  it('is written with plain spaces, which are typeset when it is read', () => {
    expect(entries.filter(([, text]) => /[\u00a0\u202f]/.test(text))).toEqual([]);
  });
});

describe('a message', () => {
  it('is put into words inside a function, once the language is known', () => {
    expect(said.filter(({ early }) => early).map(({ key, at }) => `${at} ${key}`)).toEqual([]);
  });
});
