import { basename } from 'node:path';
import { ownSource } from '../../../messages/own-ids.ts';

/** `exports/Deals 2026.csv` is `deals-2026`; `deals.csv` has the word for it of the language that is spoken. */
export function sourceName(path: string, names: ReadonlySet<string>): string {
  const slug = basename(path)
    .replace(/(?:\.csv|\.tsv|\.txt|\.xlsx|\.parquet|\.duckdb)?(?:\.gz)?$/i, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const base = slug === '' ? 'more' : ownSource(slug);
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!names.has(name)) return name;
  }
}
