/**
 * `npm run bench`: speed as ratios, measured in turns in one run, on data of its own making. What can be asked is in README.md. Needs a build
 * (`npm run build`). Exit status 1 when answers differ that must not, and 2 when a program has none.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { inTurn } from './measure.ts';
import { isUsedByOthers } from './others.ts';
import { data, inRoot } from './places.ts';
import { printSection, printTable } from './print.ts';
import { pythonWith } from './python.ts';
import type { Section, Told } from './section.ts';
import { sections } from './sections/index.ts';
import { isAnswer, type Line, linesOf, withFigures } from './table.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    leads: { type: 'string', default: '200000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    peers: { type: 'string' },
    page: { type: 'boolean', default: false },
  },
});

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores\n`,
);

mkdirSync(data, { recursive: true });
const python = pythonWith(values.peers ?? null);
const all = sections({ rows: Number(values.rows), leads: Number(values.leads) }, python);
const asked = values.only?.split(',') ?? all.map(({ name }) => name);
const unknown = asked.filter((name) => !all.some((section) => section.name === name));
if (unknown.length > 0)
  throw new Error(`No section "${unknown.join('", "')}": ${all.map(({ name }) => name).join(', ')}`);

const lines: Line[] = [];
const wrong: string[] = [];
let isBusy = false;
for (const section of all.filter(({ name }) => asked.includes(name))) {
  const told = await measured(section);
  printSection(section, told);
  lines.push(...linesOf(section, told));
  wrong.push(...section.differences((name) => told.get(name)?.stdout ?? ''));
}

printTable(lines);
if (isBusy) console.log('\nOthers used the machine: take the ratios as about right.');
console.log(
  wrong.length === 0
    ? '\nAll sides give the same answers.'
    : `\nThe answers DIFFER:\n${wrong.slice(0, 20).join('\n')}`,
);
if (values.page) {
  const page = inRoot('docs', 'performance.md');
  const when = `Node ${process.version.slice(1)}, ${isBusy ? 'busy' : 'quiet'}`;
  writeFileSync(page, withFigures(readFileSync(page, 'utf8'), lines, when));
}
process.exitCode = wrong.length === 0 ? 0 : 1;

async function measured(section: Section): Promise<Told> {
  await section.prepare();
  isBusy ||= await isUsedByOthers();
  const here = section.rows.filter(({ absent }) => absent === null);
  const figures = await inTurn(here, Math.max(Number(values.runs), section.rounds));
  for (const [at, { statuses, stdout, stderr }] of figures.entries()) {
    const row = here[at];
    const isMute = stdout === '' && stderr !== '' && !row?.goals.includes('answer');
    if (isMute || (!row?.goals.includes('answer') && !statuses.every(isAnswer))) {
      console.error(`${row?.name} ended with ${statuses.join(', ')}: ${stderr}${stdout.slice(0, 500)}`);
      process.exit(2);
    }
  }
  return new Map(figures.map((figure, at) => [here[at]?.name ?? '', figure]));
}
