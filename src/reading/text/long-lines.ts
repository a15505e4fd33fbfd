import { statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { BLOCK_BYTES, MAX_LINE_BYTES } from '../../sql/dialects/duckdb.ts';
import { fatalAt } from '../problems.ts';
import { bytesOf } from './bytes.ts';

/**
 * A line that fills a block is lost by the engine without a word: so long a stretch without a line end is
 * no line to be read.
 */
const STRETCH_BYTES = BLOCK_BYTES / 2;

/** Between two looks. */
const STEP_BYTES = BLOCK_BYTES / 4;

const LOOK_BYTES = 1 << 16;

/**
 * A line so long that the engine would lose it, or null. Lines a little longer than the longest are the
 * engine's own to reject. A plain file is looked at in a few places: a line that fills a block covers
 * several of them. A packed one must be unpacked for it.
 */
export async function longLine(file: string, text: string, gzip: boolean): Promise<Diagnostic | null> {
  const offset = gzip ? await inPacked(text) : await inPlain(text);
  if (offset === null) return null;
  return fatalAt(
    { file, line: await lineAt(text, gzip, offset) },
    'line-too-long',
    t`A line is longer than ${MAX_LINE_BYTES / 1e6} MB`,
    t`check that this file is the export, and that its lines end`,
  );
}

/** An offset inside a stretch without a line end, longer than the longest line. */
async function inPlain(text: string): Promise<number | null> {
  const { size } = statSync(text);
  if (size <= BLOCK_BYTES) return null;
  const handle = await open(text, 'r');
  try {
    const buffer = Buffer.alloc(LOOK_BYTES);
    for (let at = STEP_BYTES; at < size; at += STEP_BYTES) {
      if (!(await hasLineEnd(handle, buffer, at))) return at;
    }
    return null;
  } finally {
    await handle.close();
  }
}

async function hasLineEnd(handle: FileHandle, buffer: Buffer, from: number): Promise<boolean> {
  for (let at = from; at < from + STRETCH_BYTES; at += LOOK_BYTES) {
    const { bytesRead } = await handle.read(buffer, 0, LOOK_BYTES, at);
    if (bytesRead < LOOK_BYTES || lastEnd(buffer) >= 0) return true;
  }
  return false;
}

async function inPacked(text: string): Promise<number | null> {
  let [at, run] = [0, 0];
  try {
    for await (const chunk of bytesOf(text, true)) {
      const end = lastEnd(chunk);
      at += chunk.length;
      run = end < 0 ? run + chunk.length : chunk.length - end;
      if (run > STRETCH_BYTES) return at - run / 2;
    }
  } catch (error) {
    // A broken archive is told by the scan that follows.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return null;
    throw error;
  }
  return null;
}

const lastEnd = (bytes: Buffer): number => Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d));

/** The number, from 1, of the line at an offset. */
async function lineAt(text: string, gzip: boolean, offset: number): Promise<number> {
  let [at, line] = [0, 1];
  for await (const chunk of bytesOf(text, gzip)) {
    const part = chunk.subarray(0, Math.max(0, offset - at));
    for (let end = part.indexOf(0x0a); end >= 0; end = part.indexOf(0x0a, end + 1)) line++;
    at += chunk.length;
    if (at >= offset) break;
  }
  return line;
}
