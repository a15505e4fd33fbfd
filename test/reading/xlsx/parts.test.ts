import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readParts } from '../../../src/reading/xlsx/archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'sla-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function archive(parts: number): string {
  const file = join(folder, `${parts}.xlsx`);
  const entries = Array.from({ length: parts }, (_, i) => [`p${i}`, new Uint8Array(0)] as const);
  writeFileSync(file, zipSync(Object.fromEntries(entries), { level: 0 }));
  return file;
}

describe('an archive', () => {
  it('of as many parts as a large workbook has is read to its end', async () => {
    const met: string[] = [];
    await readParts(archive(5000), (name) => {
      met.push(name);
      return null;
    });
    expect(met).toHaveLength(5000);
  });
  it('of more than 20,000 is refused with a remedy', async () => {
    await expect(readParts(archive(20_500), () => null)).rejects.toMatchObject({
      message: 'The workbook has more than 20,000 parts',
      help: 'export it as CSV',
    });
  });
});
