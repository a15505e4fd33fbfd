/**
 * `npm run bench [-- --rows 10000000] [--runs 5] [--only commands,dirty]`: speed as ratios, measured in turns in one run, on data of its own making, in less than
 * five minutes. Needs a build (`npm run build`) and, for 10 million rows, 12 GB of disk. Exit status 1 when answers differ that must not.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { agreement } from './agreement.ts';
import { differences, leanDifferences, sameResults } from './compare.ts';
import { makeExport } from './data.ts';
import { type Row, section, type Told } from './table.ts';
import { makeBook, makeDirty, makeMany } from './variants.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const rows = Number(values.rows);
const runs = Number(values.runs);

const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(root, 'bench', 'data');
const bin = join(root, 'bin', 'sla.js');
const acme = join(root, 'examples', 'acme');
mkdirSync(data, { recursive: true });

const wrong: string[] = [];
const expect = (found: readonly string[]): void => {
  wrong.push(...found);
};

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores\n`);
const sla = (name: string, goal: number | null, ...args: readonly string[]): Row => ({
  name,
  goal,
  args: [bin, ...args],
  // A status that tells of findings is an answer too.
  mayFail: true,
});
const bare: Row = { name: 'node -e 0', goal: null, args: ['-e', '0'] };

const large = await prepare(rows);
const sections = { starts, commands, reports, dirty, many, workbook, activities };
for (const [name, run] of Object.entries(sections))
  if (values.only === undefined || values.only.split(',').includes(name)) await run();
console.log(explanation());
console.log(
  wrong.length === 0
    ? '\nAll sides give the same answers.\n'
    : `\nThe answers DIFFER:\n${wrong.slice(0, 20).join('\n')}\n`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** The scripts of the package beside the chunks from which the library is made. */
async function starts(): Promise<void> {
  const chunks = { env: { SLA_DEBUG: '1' } };
  await section(
    'Start, against bare Node',
    [
      bare,
      sla('sla --version', 1.6, '--version'),
      sla('sla validate examples/hubspot, one agreement', 2.2, 'validate', join(root, 'examples', 'hubspot')),
      sla('sla validate examples/acme, two versions', 2.2, 'validate', acme),
      { ...sla('the same by the chunks', null, 'validate', acme), ...chunks },
    ],
    Math.max(runs, 7),
  );
}

async function commands(): Promise<void> {
  const leads = join(acme, 'exports', 'leads.csv');
  const versions = ['1', '2'].map((version) => join(acme, `acme-2026-${version}.sla.yaml`));
  const small = await prepare(10_000);
  await section(
    'Commands on examples/acme (2,014 leads, two versions, nine promises), against bare Node',
    [
      bare,
      sla('sla check', 6, 'check', acme),
      { ...sla('the same by the chunks', null, 'check', acme), env: { SLA_DEBUG: '1' } },
      sla('sla report', 6, 'report', acme),
      sla('sla cases first-contact', 6, 'cases', '--commitment', 'first-contact', acme),
      sla('sla explain, one lead', 6, 'explain', 'ACM-00704', acme),
      sla('sla doctor', 6, 'doctor', acme),
      sla('sla diff, two versions', 6, 'diff', ...versions),
      sla(
        'sla init, from the export',
        6,
        'init',
        '--from',
        leads,
        '--timezone',
        'Europe/Paris',
        '--yes',
        '--print',
      ),
      sla('sla demo', 15, 'demo'),
      sla('sla check, 10,000 leads and five promises', 4, 'check', small.file(5)),
    ],
    runs,
  );
}

/** Against a query of the same duties, and against the leanest one without any. */
async function reports(): Promise<void> {
  const sql = execFileSync(process.execPath, [join(root, 'bench/peers/lean-sql.js'), large.csv], {
    encoding: 'utf8',
  });
  const env = { BENCH_SQL: sql };
  const lean: Row = {
    name: 'leanest typed SQL, Node',
    goal: null,
    args: [join(root, 'bench/peers/run-lean.js'), large.csv],
    env,
  };
  const python = pythonWith();
  const peers = ['duckdb', 'polars', 'pandas'].flatMap((name): Row[] =>
    python.includes(name)
      ? [
          {
            name: `${name}, Python`,
            goal: null,
            command: 'python3',
            args: [join(root, `bench/peers/run-${name}.py`), large.csv],
            env,
          },
        ]
      : [],
  );
  for (const name of ['duckdb', 'polars', 'pandas'])
    if (!python.includes(name)) console.log(`absent: ${name} for Python`);
  const found = await section(
    `${rows.toLocaleString('en')} rows, ${(large.bytes / 1e9).toFixed(2)} GB, 14 columns, five promises, against the leanest typed SQL`,
    [
      lean,
      ...peers,
      {
        name: 'query by hand with the duties of sla',
        goal: null,
        args: [join(root, 'bench', 'hand-written.js'), large.csv],
      },
      sla('sla report, five promises', 1.3, 'report', large.file(5), '--format', 'json'),
      sla('sla report, one promise', null, 'report', large.file(1), '--format', 'json'),
      sla('sla report, twenty promises', null, 'report', large.file(20), '--format', 'json'),
    ],
    runs,
  );
  const ours = stdout(found, 'sla report, five promises');
  expect(differences(stdout(found, 'query by hand with the duties of sla'), ours));
  for (const { name } of [lean, ...peers]) expect(leanDifferences(stdout(found, name), ours));
}

async function dirty(): Promise<void> {
  const goals: Readonly<Record<string, number>> = { 'one bad cell': 1.1 };
  const made = await makeDirty(data, large.name, rows);
  const clean = sla('a clean export', null, 'report', large.file(5), '--format', 'json');
  const found = await section(
    'The same rows with faults, against the clean export',
    [
      clean,
      ...[...made].map(([what, name], at) => {
        const file = join(data, `5-on-${rows}-dirty-${at}.sla.yaml`);
        writeFileSync(file, agreement(5, name).replace('    key: id', '    max_rejected: 2%\n    key: id'));
        return sla(what, goals[what] ?? 1.3, 'report', file, '--format', 'json');
      }),
    ],
    runs,
  );
  // A row that comes twice counts once.
  for (const what of ['one row twice', '1 % of the rows twice'])
    expect(sameResults(what, stdout(found, 'a clean export'), stdout(found, what)));
}

async function many(): Promise<void> {
  const goals: readonly (readonly [number, number])[] = [
    [100, 1.5],
    [1000, 3],
  ];
  const cut: Row[] = [];
  for (const [files, goal] of goals) {
    const file = join(data, `5-on-${rows}-in-${files}.sla.yaml`);
    writeFileSync(file, agreement(5, `"${await makeMany(data, large.name, rows, files)}"`));
    cut.push(sla(`${files} files`, goal, 'report', file, '--format', 'json'));
  }
  const one = sla('one file', null, 'report', large.file(5), '--format', 'json');
  const found = await section('The same rows in many files of a glob', [one, ...cut], runs);
  for (const { name } of cut) expect(sameResults(name, stdout(found, 'one file'), stdout(found, name)));
}

async function workbook(): Promise<void> {
  const count = 100_000;
  const csv = await prepare(count);
  const file = join(data, `5-on-book-${count}.sla.yaml`);
  writeFileSync(file, agreement(5, await makeBook(data, csv.name, count)));
  const found = await section(
    '100,000 rows as a workbook',
    [
      sla('as CSV', null, 'report', csv.file(5), '--format', 'json'),
      sla('as xlsx', 3, 'report', file, '--format', 'json'),
    ],
    runs,
  );
  expect(sameResults('as xlsx', stdout(found, 'as CSV'), stdout(found, 'as xlsx')));
}

function activities(): void {
  const args = ['tsx', join(root, 'bench', 'activities.ts'), '--leads', '200000', '--runs', '2'];
  execFileSync('npx', args, { stdio: 'inherit', shell: process.platform === 'win32' });
}

function stdout(found: Told, name: string): string {
  return found.get(name)?.stdout ?? '';
}

/** Which of the peers Python has here. */
function pythonWith(): readonly string[] {
  return ['duckdb', 'polars', 'pandas'].filter((name) => {
    try {
      execFileSync('python3', ['-c', `import ${name}`], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/** The export of that many leads, and agreements upon it. */
async function prepare(count: number) {
  const name = `leads-${count}.csv`;
  const csv = join(data, name);
  const bytes = await makeExport(csv, count);
  const file = (n: number): string => join(data, `${n}-on-${count}.sla.yaml`);
  for (const n of [1, 5, 20]) writeFileSync(file(n), agreement(n, name));
  return { name, csv, bytes, file };
}

function explanation(): string {
  return `What is compared: every program reads the same file in a process of its own, start included. The leanest SQL and its peers know the
schema, the one form of the dates, the file and the zone in advance; they trim no cell, hash nothing, look for no duplicate and
tell no fault. The query by hand also counts cells and lines that can't be read, hashes the file, looks for ids that occur twice and
for times that the clock skips. All give, for each of five promises (two in business time, one with a segment) and each month, cases met,
breached, pending, at risk, out of scope and unknown, and percentiles 50, 90 and 95 of the waits: all of them are compared. Processor
time is that of all threads; it is steadier than the clock where others use the machine, and goals are held against it.`;
}
