import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILT_FROM, BUILT_TO, packZones } from '../calendar/built-zones.ts';
import { MICROS_PER_DAY } from '../calendar/day.ts';
import { isZone, zoneTable } from '../calendar/zone.ts';

const TYPES = `/** Of the time-zone data. */
export declare const version: string;
export declare const text: string;
`;

/** Names in use now of zones that Node may list under an earlier one. */
const RENAMED = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Cordoba',
  'America/Argentina/Mendoza',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
];

/** What zones are made by: what was written by other sources is written anew. */
const SOURCES = ['./zones.ts', '../calendar/built-zones.ts', '../calendar/zone.ts'];

/** Writes down the offsets of every zone that this Node knows. Takes some seconds, so only where its time-zone data is not the one written down. */
export function generateZones(outDir: string): void {
  const version = process.versions.tz ?? '';
  const file = join(outDir, 'zones.js');
  const head = `// ${digest()}\nexport const version = ${JSON.stringify(version)};\n`;
  if (existsSync(file) && readFileSync(file, 'utf8').startsWith(head)) return;
  const names = new Set([...Intl.supportedValuesOf('timeZone'), ...RENAMED.filter(isZone), 'UTC']);
  // A table reaches two days beyond what it is asked for.
  const [from, to] = [BUILT_FROM + 2 * MICROS_PER_DAY, BUILT_TO - 2 * MICROS_PER_DAY];
  const text = packZones([...names].map((name) => zoneTable(name, from, to)));
  mkdirSync(outDir, { recursive: true });
  writeFileSync(file, `${head}export const text = ${JSON.stringify(text)};\n`);
  writeFileSync(join(outDir, 'zones.d.ts'), TYPES);
}

function digest(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) hash.update(readFileSync(fileURLToPath(new URL(source, import.meta.url))));
  return hash.digest('hex');
}
