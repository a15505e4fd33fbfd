import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exports, sla } from './run.ts';

/** What nobody sees: fillers, hyphens and joiners that may be there, marks of direction, tags, selectors, blank signs. */
const HIDDEN = [
  ...[0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200e, 0x202e, 0x2060, 0x2064],
  ...[0x2066, 0x206f, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0x1d173, 0xe0001, 0xe0041, 0xe0100],
];
const hidden = HIDDEN.map((code) => String.fromCodePoint(code)).join('x');
const shown = HIDDEN.map((code) => `\\u{${code.toString(16)}}`).join('x');
const anyHidden = new RegExp(`[${HIDDEN.map((code) => `\\u{${code.toString(16)}}`).join('')}]`, 'u');

let cwd = '';
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-hidden-')));
  const agreement = readFileSync(join(exports, 'agreement.yaml'), 'utf8');
  writeFileSync(
    join(cwd, 'x.sla.yaml'),
    agreement
      .replace('title: Demo', `title: ${JSON.stringify(`Demo ${hidden}`)}`)
      .replace('id: volume', `id: volume\n    title: ${JSON.stringify(`Volume ${hidden}`)}`),
  );
  const leads = readFileSync(join(exports, 'sound.csv'), 'utf8').replace(/\n([^;\n]+);/, `\n$1${hidden};`);
  writeFileSync(join(cwd, 'sound.csv'), leads);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** What stands in a text, whatever lines it has and signs of Markdown it escapes. */
const bare = (text: string): string => text.replace(/\s+/g, '').replace(/\\(?=[\\{}])/g, '');

/** What a file says: of a workbook its texts. */
function said(file: string): string {
  const bytes = readFileSync(join(cwd, file));
  if (!file.endsWith('.xlsx')) return bytes.toString('utf8');
  return Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join('\n');
}

describe('characters that nobody sees', () => {
  it('are shown as their codes in a title of the agreement, in each format', async () => {
    const files = ['r.md', 'r.html', 'r.csv', 'r.xlsx'];
    const outputs = files.flatMap((file) => ['-o', file]);
    const { stdout, stderr } = await sla(cwd, 'report', '--format', 'text', ...outputs);
    expect(stderr).not.toMatch(anyHidden);
    for (const text of [stdout, ...files.map(said)]) {
      expect(text).not.toMatch(anyHidden);
      expect(bare(text)).toContain(shown);
    }
  });

  // The key itself is read without those that office programs put in by themselves.
  it('are shown as their codes in the key of a lead, in each format', async () => {
    const files = ['c.md', 'c.html', 'c.csv', 'c.xlsx'];
    const outputs = files.flatMap((file) => ['-o', file]);
    const { stdout } = await sla(cwd, 'cases', '--format', 'text', ...outputs);
    for (const text of [stdout, ...files.map(said)]) {
      expect(text).not.toMatch(anyHidden);
      expect(bare(text)).toContain('x\\u{3164}x');
    }
  });
});
