import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { strictSchema } from '../app/strict-schema.ts';
import { sla } from '../examples/sla.ts';
import { book, row, text } from '../reading/xlsx/book.ts';

const folder = mkdtempSync(join(tmpdir(), 'sla-sniff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ODD = `Report of leads,,,

Lead,Created at,Amount,Amount
L1,31/01/2026 09:00,"1.234,50",n/a
L2,13/02/2026 10:00,"2,50",n/a,5
Lead,Created at,Amount,Amount
Total,,"1237,00",
`;

it.each([
  ['plain', 'id,created,owner\n1,2026-03-02T09:00:00Z,Ana\n2,2026-03-03T09:00:00+01:00,Bo\n'],
  ['odd', ODD],
  ['with a header alone', 'id,name\n'],
  ['empty', ''],
  ['that says one thing', 'a'],
  ['packed', gzipSync('id;email\n1;a@example.com\n')],
  ['a workbook', book({ rows: row(1, text('id'), text('name')) + row(2, text('1'), text('a')) })],
  ['broken', 'id,note\n1,"never closed\n2,b\n'],
])('the JSON of a file that is %s is as the published schema says', async (name, content) => {
  const file = join(folder, `${name.replaceAll(' ', '-')}.${name === 'a workbook' ? 'xlsx' : 'csv'}`);
  writeFileSync(file, content);
  const { stdout } = await sla('sniff', file, '--format', 'json');
  const valid = strictSchema('sniff');
  expect(valid(JSON.parse(stdout)), JSON.stringify(valid.errors)).toBe(true);
});

it('a file that is not there is a finding, named as everywhere', async () => {
  const { status, stdout } = await sla('sniff', join(folder, 'nowhere.csv'), '--format', 'json');
  const valid = strictSchema('sniff');
  const body = JSON.parse(stdout);
  expect(valid(body), JSON.stringify(valid.errors)).toBe(true);
  expect(status).toBe(2);
  expect(body.findings).toMatchObject([{ severity: 'error', fatal: true, start: null }]);
});
