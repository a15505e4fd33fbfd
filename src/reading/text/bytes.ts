import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Task } from '../../model/io.ts';
import { type OtherKind, otherKind, TELLING_BYTES, wideOf } from '../kind-of-file.ts';

/** How a file starts. */
export interface FileStart {
  /** What it is, where it is no text of cells and no workbook; null where it may be one of both. */
  readonly other: OtherKind | null;
  readonly gzip: boolean;
  /** `zip` may be a workbook; `ole` is one of an older Excel, or one with a password; or a table. */
  readonly archive: 'zip' | 'ole' | 'parquet' | 'duckdb' | null;
  readonly bom: 'utf-8' | 'utf-16le' | 'utf-16be' | null;
  /** UTF-16 that has no mark of byte order, by its zero bytes. */
  readonly wide: 'utf-16le' | 'utf-16be' | null;
  /** Of the content, unpacked. */
  readonly empty: boolean;
}

const CHUNK = 1 << 18;

/** Unpacked bytes, chunk by chunk. Throws what the file system or a broken archive throws. */
export async function* bytesOf(file: string, gzip: boolean): AsyncGenerator<Buffer> {
  const raw = createReadStream(file, { highWaterMark: CHUNK });
  if (!gzip) {
    yield* raw;
    return;
  }
  const unpacked = createGunzip({ chunkSize: CHUNK });
  raw.on('error', (error) => unpacked.destroy(error));
  try {
    yield* raw.pipe(unpacked);
  } finally {
    raw.destroy();
    unpacked.destroy();
  }
}

/** Of a file that is read through once. */
const LARGE_CHUNK = 1 << 20;

/** Of one that may have grown since it was measured. */
const LEAST_CHUNK = 1 << 12;

/** A file that is read through as a step of its own. */
export interface FileToFollow {
  readonly file: string;
  readonly gzip: boolean;
  /** The step, in words. */
  readonly what: string;
  readonly task: Task;
  /** How many rows have gone by, where that is counted. */
  readonly rows?: () => number | null;
}

/**
 * The same as `bytesOf`, as a step that can be interrupted and is followed. The chunks of a plain file take
 * turns in two buffers: each holds until the next is asked for, and is being read meanwhile.
 */
export async function* bytesThrough({
  file,
  gzip,
  what,
  task,
  rows = () => null,
}: FileToFollow): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r');
  let ended: (() => void) | undefined;
  try {
    const { size } = await handle.stat();
    let done = 0;
    ended = task.watch?.(() => ({ what, part: size === 0 ? 1 : done / size, bytes: size, rows: rows() }));
    const raw = readTurns(handle, size, (bytes) => {
      done = bytes;
    });
    for await (const chunk of gzip ? unpacked(raw) : raw) {
      task.signal?.throwIfAborted();
      yield chunk;
    }
  } finally {
    ended?.();
    await handle.close();
  }
}

/** Of a small file two buffers of a megabyte would take longer to be had, and to be given back, than it to be read. */
async function* readTurns(
  handle: FileHandle,
  size: number,
  onward: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const chunk = Math.min(LARGE_CHUNK, Math.max(size, LEAST_CHUNK));
  const buffers = [Buffer.allocUnsafeSlow(chunk), Buffer.allocUnsafeSlow(chunk)] as const;
  let position = 0;
  let next = handle.read(buffers[0], 0, chunk, 0);
  try {
    for (let turn = 0; ; turn = 1 - turn) {
      const { bytesRead, buffer } = await next;
      if (bytesRead === 0) return;
      position += bytesRead;
      next = handle.read(buffers[turn === 0 ? 1 : 0], 0, chunk, position);
      // Its failure is met when it is awaited.
      next.catch(() => undefined);
      onward(position);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await next.catch(() => undefined);
  }
}

async function* unpacked(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  // The buffers take turns: what waits in the stream must be a copy.
  const source = Readable.from(copies(packed));
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function* copies(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** The first bytes, unpacked; fewer where the file is shorter. */
export async function headOf(file: string, gzip: boolean, bytes: number): Promise<Buffer> {
  if (!gzip) return firstBytes(file, bytes);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytesOf(file, true)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= bytes) break;
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}

export async function startOf(file: string): Promise<FileStart> {
  const packed = firstBytes(file, TELLING_BYTES);
  const gzip = packed[0] === 0x1f && packed[1] === 0x8b;
  const head = gzip ? await headOf(file, true, TELLING_BYTES) : packed;
  const archive = archiveOf(head, gzip);
  return {
    gzip,
    archive,
    other: archive === null || basename(file).startsWith('~$') ? otherKind(basename(file), head) : null,
    bom: bomOf(head),
    wide: archive === null && bomOf(head) === null ? wideOf(head) : null,
    empty: head.length === 0,
  };
}

/** A packed table is none that an engine can read in. */
function archiveOf(head: Buffer, gzip = false): FileStart['archive'] {
  if (!gzip && head.toString('latin1', 0, 4) === 'PAR1') return 'parquet';
  if (!gzip && head.toString('latin1', 8, 12) === 'DUCK') return 'duckdb';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  return head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 ? 'ole' : null;
}

/** Whether a file may be a workbook, whatever its name; false for one that can not be opened. */
export async function isArchive(file: string): Promise<boolean> {
  // A pipe would wait for whoever writes into it.
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return false;
  try {
    return archiveOf(firstBytes(file, 4)) === 'zip';
  } catch {
    return false;
  }
}

/** At once: an answer from the threads of Node takes several times as long as the question to the system. */
function firstBytes(file: string, count: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.allocUnsafe(size === 0 ? count : Math.min(count, size));
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(handle);
  }
}

function bomOf(head: Buffer): FileStart['bom'] {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}
