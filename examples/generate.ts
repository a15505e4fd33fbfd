/** Rewrites the sample exports of the examples: `npm run examples`. The same bytes each time, on every platform. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { acmeLeads } from './generator/acme.ts';
import { crmCsv, crmExports } from './generator/crm/index.ts';

async function write(folder: string, content: string | Uint8Array): Promise<void> {
  const target = fileURLToPath(new URL(`${folder}/exports/`, import.meta.url));
  await mkdir(target, { recursive: true });
  await writeFile(`${target}leads.csv`, content);
}

await write('acme', acmeLeads());
for (const one of crmExports) await write(one.folder, crmCsv(one));
