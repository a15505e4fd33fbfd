import { Zip, ZipDeflate } from 'fflate';
import { t } from '../../messages/index.ts';

/** What an archive without ZIP64 can say of itself: just below 4 GiB, in all and for each part. */
const MOST_BYTES = 0xffff_ffff;

/** Characters that are held before they are packed. */
const HELD = 65_536;

/** Bytes of a ZIP archive that come while its parts are written, one after the other: nothing piles up. */
export interface Archive {
  /** Begins a part and ends the one before. */
  part(name: string): void;
  write(text: string): void;
  /** What is ready since it was last asked for. */
  take(): Uint8Array;
  end(): void;
}

/** Told to the user as it is, by its name. */
class WorkbookTooLarge extends Error {
  constructor() {
    super(t`A workbook of 4 GB or more can not be written: write CSV, or fewer cases`);
    this.name = 'WorkbookTooLarge';
  }
}

/**
 * The same parts give the same bytes, on every machine and in every zone: fflate packs without the system's
 * zlib, and the time of each part is the first that the format knows. Throws a WorkbookTooLarge from `most`
 * bytes on.
 */
export function archive(most = MOST_BYTES): Archive {
  let ready: Uint8Array[] = [];
  let [packed, unpacked] = [0, 0];
  let part: ZipDeflate | null = null;
  let held = '';
  const encoder = new TextEncoder();
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed += bytes.length;
    if (packed > most) throw new WorkbookTooLarge();
    ready.push(bytes);
  });
  const push = (last: boolean) => {
    const bytes = encoder.encode(held);
    held = '';
    unpacked += bytes.length;
    if (unpacked > most) throw new WorkbookTooLarge();
    part?.push(bytes, last);
  };
  return {
    part(name) {
      if (part) push(true);
      unpacked = 0;
      part = new ZipDeflate(name, { level: 3 });
      // Written as local time, and read back as such.
      part.mtime = new Date(1980, 0, 1);
      zip.add(part);
    },
    write(text) {
      held += text;
      if (held.length >= HELD) push(false);
    },
    take() {
      const bytes = Buffer.concat(ready);
      ready = [];
      return bytes;
    },
    end() {
      if (part) push(true);
      zip.end();
    },
  };
}
