import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agreement } from './agreement.ts';
import { makeExport } from './data.ts';
import { type Goal, plain, type Row } from './section.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export const inRoot = (...parts: readonly string[]): string => join(root, ...parts);
/** Where exports are made, and kept for the next run. */
export const data = inRoot('bench', 'data');
export const acme = inRoot('examples', 'acme');

const bin = inRoot('bin', 'sla.js');

export const sla = (name: string, goals: readonly Goal[], ...args: readonly string[]): Row => ({
  ...plain(name, bin, ...args),
  goals,
});

export const report = (name: string, goals: readonly Goal[], file: string): Row =>
  sla(name, goals, 'report', file, '--format', 'json');

export const thousands = (n: number): string => n.toLocaleString('en');

/** The export of so many leads, and an agreement of so many promises upon it. */
export function leadsOf(count: number) {
  const name = `leads-${count}.csv`;
  const csv = join(data, name);
  const file = (promises: number): string => join(data, `${promises}-on-${count}.sla.yaml`);
  return {
    ...{ name, csv, file },
    async make(): Promise<void> {
      await makeExport(csv, count);
      for (const promises of [1, 5, 20]) writeFileSync(file(promises), agreement(promises, name));
    },
  };
}
