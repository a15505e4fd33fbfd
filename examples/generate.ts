/** Rewrites the sample exports of the examples: `npm run examples`. The same bytes each time, on every platform. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acmeFiles } from './generator/acme/index.ts';
import { closedMonthFiles } from './generator/closed-month.ts';
import { crmCsv, crmExports } from './generator/crm/index.ts';
import { maisonFiles } from './generator/maison.ts';
import { recycledFiles } from './generator/recycled.ts';

async function write(path: string, content: string | Uint8Array): Promise<void> {
  const target = fileURLToPath(new URL(path, import.meta.url));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

for (const [path, bytes] of Object.entries(acmeFiles())) await write(`acme/${path}`, bytes);
for (const one of crmExports) await write(`${one.folder}/exports/leads.csv`, crmCsv(one));
// The record of its closed month stays: it was closed on the export of 12 June, and that of today is another one.
await write('closed-month/exports/leads.csv', closedMonthFiles().today);
for (const [file, text] of Object.entries(recycledFiles())) await write(`recycled/exports/${file}`, text);
for (const [path, bytes] of Object.entries(maisonFiles())) await write(`maison/${path}`, bytes);
