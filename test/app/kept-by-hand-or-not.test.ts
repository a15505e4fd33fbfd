import { expect, it } from 'vitest';
import { isKeptByHand } from '../../src/app/exports/kept-by-hand.ts';
import type { SourceDef } from '../../src/model/agreement.ts';

const source = (kind: SourceDef['kind'], ...files: readonly string[]) => ({ kind, files }) as SourceDef;

it.each([
  [true, source('records', 'meetings.csv')],
  [true, source('population', 'actions.yaml', 'more.yml')],
  [false, source('population', 'actions.yaml', 'tickets.csv')],
  // The rows of a table of a server: it has no file at all.
  [false, source('population')],
  [false, source('leads', 'leads.yaml')],
])('is %s of %j', (expected, one) => {
  expect(isKeptByHand(one)).toBe(expected);
});
