import { open } from 'node:fs/promises';
import { mark } from '../messages/index.ts';
import type { OtherKind } from './kind-of-file.ts';

const SAVE_AS = mark`open it in a spreadsheet and save it as .xlsx without a password, or as CSV`;

const UNKNOWN: OtherKind = {
  what: mark`The workbook is of an older Excel, or has a password`,
  help: SAVE_AS,
};

/** What a compound file is, by the names of its streams. */
const KINDS: readonly (readonly [stream: string, kind: OtherKind])[] = [
  ['EncryptedPackage', { what: mark`The workbook has a password`, help: SAVE_AS }],
  ['Workbook', { what: mark`The workbook is of an older Excel (.xls)`, help: SAVE_AS }],
  ['Book', { what: mark`The workbook is of an older Excel (.xls)`, help: SAVE_AS }],
  [
    'WordDocument',
    {
      what: mark`The export is a text document (Word)`,
      help: mark`export again as CSV or .xlsx, and name that file`,
    },
  ],
];

/** Bytes of an entry of the directory, and of them those of its name; the name's length stands behind it. */
const ENTRY = 128;
const NAME = 64;

/** Entries that are looked at. Writers put those that count first, and sectors of a directory in a row. */
const MOST_ENTRIES = 64;

/**
 * What a compound file is (OLE, MS-CFB): the container of Excel until 2003, and of workbooks with a
 * password since.
 */
export async function compoundKind(file: string): Promise<OtherKind> {
  const names: readonly string[] = await streamsOf(file).catch(() => []);
  return KINDS.find(([stream]) => names.includes(stream))?.[1] ?? UNKNOWN;
}

/** The names in the directory of a compound file, of its first entries. */
async function streamsOf(file: string): Promise<readonly string[]> {
  const handle = await open(file, 'r');
  try {
    const head = Buffer.alloc(52);
    await handle.read(head, 0, head.length, 0);
    // The power of two of a sector's bytes; the header takes the place of one.
    const shift = head.readUInt16LE(30);
    if (shift < 9 || shift > 12) return [];
    const at = (head.readUInt32LE(48) + 1) * 2 ** shift;
    const entries = Buffer.alloc(MOST_ENTRIES * ENTRY);
    const { bytesRead } = await handle.read(entries, 0, entries.length, at);
    return Array.from({ length: Math.floor(bytesRead / ENTRY) }, (_, index) => {
      const entry = entries.subarray(index * ENTRY, (index + 1) * ENTRY);
      const length = Math.min(entry.readUInt16LE(NAME), NAME);
      return entry.toString('utf16le', 0, Math.max(0, length - 2));
    });
  } finally {
    await handle.close();
  }
}
