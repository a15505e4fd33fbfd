import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import type { CaseState } from '../../src/model/compliance.ts';
import type { Stream } from '../../src/model/io.ts';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Public exports that are not in the repository: see CONTRIBUTING.md. Null where they are absent. */
export const sharedData = findSharedData();

/** For the titles of tests that read them. */
export const unlessShared = sharedData === null ? ' (not run: no shared/data beside the checkout)' : '';

function findSharedData(): string | null {
  const told = process.env.SLA_SHARED_DATA;
  if (told !== undefined) return existsSync(told) ? told : null;
  for (let folder = root; ; folder = dirname(folder)) {
    const found = join(folder, 'shared', 'data');
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) return null;
  }
}

export function sharedFile(path: string): string {
  return join(sharedData ?? '', path);
}

/** Rows by header name, as text. */
export function readRows(
  file: string,
  options: { delimiter?: string; encoding?: 'utf-8' | 'windows-1252' } = {},
): Record<string, string>[] {
  const bytes = readFileSync(file);
  // By hand, because the decoder of some Node versions reads windows-1252 as Latin-1.
  const text =
    options.encoding === 'windows-1252'
      ? bytes.toString('latin1').replaceAll('\u0080', '€').replaceAll('\u009c', 'œ')
      : bytes.toString('utf8');
  return parse(text, { columns: true, delimiter: options.delimiter ?? ',', skip_empty_lines: true });
}

/** Runs the program in this process, on the real files, and gives what it wrote. */
export async function sla(...argv: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): Stream => ({
    isTTY: false,
    columns: null,
    write: (text) => {
      written[name] += text;
      return true;
    },
  });
  const status = await main(argv, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: { isTTY: false, read: async () => '' },
    env: {},
    cwd: root,
    files: realFiles(),
    signal: new AbortController().signal,
  });
  return { status, ...written };
}

interface Ledger {
  readonly read: number;
  readonly judged: number;
  readonly excluded: Record<string, number>;
  readonly rejected: Record<string, number>;
}

/** The names of the published JSON on which the golden tests rely. */
export interface Report {
  readonly asOf: string;
  readonly ledger: Record<string, Ledger>;
  readonly results: readonly {
    readonly id: string;
    readonly period: string;
    readonly counts: Record<CaseState, number>;
    readonly attainment: number | null;
    readonly value: number | null;
    readonly target: { readonly value: number };
    readonly verdict: string;
    readonly final: boolean;
    readonly endedEarly: readonly {
      readonly words: Readonly<Record<string, string | null>>;
      readonly cases: number;
    }[];
  }[];
}

const reports = new Map<string, Promise<Report>>();

/** `sla report --format json`, each command once a file of tests. */
export function report(...argv: string[]): Promise<Report> {
  const key = argv.join(' ');
  const known = reports.get(key);
  if (known) return known;
  const run = sla('report', ...argv, '--format', 'json').then(({ status, stdout, stderr }) => {
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout) as Report;
  });
  reports.set(key, run);
  return run;
}

/** Period to a figure of one promise, periods without any case left out. */
export function byPeriod<T>(
  { results }: Report,
  id: string,
  figure: (result: Report['results'][number]) => T,
): Record<string, T> {
  const there = results.filter((result) => result.id === id);
  return Object.fromEntries(there.map((result) => [result.period, figure(result)]));
}

/** Met, breached, pending and unknown of a promise, over all periods. */
export function total({ results }: Report, id: string): Partial<Record<CaseState, number>> {
  const sum = { met: 0, breached: 0, pending: 0, unknown: 0 };
  for (const result of results.filter((r) => r.id === id)) {
    for (const state of Object.keys(sum) as (keyof typeof sum)[]) sum[state] += result.counts[state];
  }
  return sum;
}

export function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}

/** How many items there are of each key. */
export function tally(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
