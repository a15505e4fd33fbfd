import { describe, expect, it } from 'vitest';
import { parts } from '../../src/messages/fr/index.ts';
import { messages } from './messages.ts';

const keys = new Set(messages.map(({ key }) => key));
const entries = parts.flatMap((part) => Object.entries(part));

const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{\d+\}/g)].map(([hole]) => hole).sort();

describe('the French catalogue', () => {
  it('has every message of the sources', () => {
    const french = new Set(entries.map(([key]) => key));
    expect(messages.filter(({ key }) => !french.has(key)).map(({ key, at }) => `${at} ${key}`)).toEqual([]);
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

  it('cites in guillemets alone: straight quotes stand around what is typed with them, in both languages', () => {
    const straight = (text: string): readonly string[] => text.match(/"[^"]*"/g) ?? [];
    const unlike = entries.filter(
      ([key, text]) => /[“”„]/.test(text) || straight(text).some((quoted) => !straight(key).includes(quoted)),
    );
    expect(unlike).toEqual([]);
  });
});

describe('a message', () => {
  it('has one kind of quotes, curly on the sheet that both sign and straight elsewhere', () => {
    const curly = messages.filter(({ key }) => /[“”]/.test(key));
    expect(curly.filter(({ key }) => key.includes('"'))).toEqual([]);
    const places = new Set(curly.map(({ at }) => at.replace(/:.*/, '').replaceAll('\\', '/')));
    expect([...places].filter((file) => !file.startsWith('app/wording/'))).toEqual([]);
  });

  it('has no space before a percent sign, as rates in English have none', () => {
    expect(messages.filter(({ key }) => /[\d}] %/.test(key)).map(({ key, at }) => `${at} ${key}`)).toEqual(
      [],
    );
  });

  it('is put into words inside a function, once the language is known', () => {
    expect(messages.filter(({ early }) => early).map(({ key, at }) => `${at} ${key}`)).toEqual([]);
  });
});
