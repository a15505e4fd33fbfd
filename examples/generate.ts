/** Rewrites the sample exports of the examples: `npm run examples`. The same bytes each time, on every platform. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { acmeLeads } from './generator/acme.ts';

const folder = fileURLToPath(new URL('acme/exports/', import.meta.url));
await mkdir(folder, { recursive: true });
await writeFile(`${folder}leads.csv`, acmeLeads());
