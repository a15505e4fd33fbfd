import { expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { rejectWords } from '../../src/messages/reject-words.ts';
import { takeBadLines } from '../../src/reading/bad-rows.ts';

/**
 * An engine that refused one line of each type. A stand-in, as no file makes today's DuckDB refuse a line for a
 * reason that has no name here.
 */
function refusing(types: readonly string[]): { readonly engine: Engine; readonly ran: string[] } {
  const ran: string[] = [];
  const engine = {
    rows: async () => types.map((type, at) => ({ byte: at * 10, type })),
    run: async (sql: string) => void ran.push(sql),
  };
  return { engine: engine as unknown as Engine, ran };
}

it('tells a line by the reason that the engine has, and one without a known reason as unreadable-line', async () => {
  const { engine, ran } = refusing(['MISSING COLUMNS', 'A REASON OF A LATER ENGINE']);
  expect(await takeBadLines(engine, 'rejects', 3)).toEqual([
    { file: 3, byte: 0, reason: 'missing-cells' },
    { file: 3, byte: 10, reason: 'unreadable-line' },
  ]);
  expect(ran.join('\n')).toMatch(/drop/i);
  expect(rejectWords('unreadable-line')).toBe('unreadable line');
});
