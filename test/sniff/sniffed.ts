import { expect } from 'vitest';
import { knownExports } from '../../src/app/exports/known.ts';
import type { Oddity, SniffColumn } from '../../src/model/sniff.ts';
import { otherEncoding } from '../../src/reading/text/other-encoding.ts';
import { fromWindows1252 } from '../../src/reading/text/transcode.ts';
import { type Findings, sniff } from '../../src/sniff/sniff.ts';

/** Sniffs a file held in memory, cut into chunks of that many bytes. */
export async function sniffed(text: string | Uint8Array, chunk = 7): Promise<Findings> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const found = await sniff({
    chunks: chunks(),
    bom: null,
    presets: knownExports,
    personal: false,
    windows1252: (part) => fromWindows1252(part).toString('utf8'),
    otherEncoding,
  });
  expect(found).not.toBeNull();
  return found as Findings;
}

export function column(found: Findings, name: string): SniffColumn {
  const there = found.columns.find((each) => each.name === name);
  expect(
    there,
    `a column "${name}" among ${found.columns.map((each) => each.name).join(', ')}`,
  ).toBeDefined();
  return there as SniffColumn;
}

export const kinds = ({ oddities }: Findings): readonly Oddity['kind'][] => oddities.map(({ kind }) => kind);

/** One column under a header, one cell a line. */
export const lines = (header: string, ...cells: readonly string[]): string =>
  `id,${header}\n${cells.map((cell, i) => `L${i + 1},${cell.includes(',') ? `"${cell}"` : cell}\n`).join('')}`;
