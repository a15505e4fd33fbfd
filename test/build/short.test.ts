import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ONE_COLUMN } from '../../src/build/options.ts';
import { JUDGING, packJudging, packShort, SHORT } from '../../src/build/short.ts';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { formats } from '../../src/report/formats/index.ts';
import { displayWidth } from '../../src/report/width.ts';
import { memoryIo } from '../cli/memory-io.ts';
import { oneIn } from '../effort.ts';
import { inTurns } from '../turns.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'sla-short-'));
const script = join(home, 'dist/short/main.cjs');
/** Beside the one that only says that it was asked. */
const judging = join(home, 'dist/judging/judging.cjs');
let inputs: readonly string[] = [];
let judgingInputs: readonly string[] = [];

const HOLIDAYS = `BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:Works outing
DTSTART;VALUE=DATE:20260112
END:VEVENT
END:VCALENDAR
`;

/** An installation with the script of the short commands; everything else only says that it was asked. */
beforeAll(async () => {
  for (const name of ['bin', 'package.json', 'examples'])
    cpSync(join(root, name), join(home, name), { recursive: true });
  cpSync(join(root, 'src/calendar/public-holidays'), join(home, 'dist/holidays'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'), 'junction');
  inputs = await packShort(root, join(home, 'dist/short'));
  cpSync(join(home, 'dist/short'), join(home, 'dist/judging'), { recursive: true });
  judgingInputs = await packJudging(root, join(home, 'dist/judging'));
  writeFileSync(
    join(home, 'dist', 'main.js'),
    'export const main = async () => { process.stdout.write("chunks"); return 7; };',
  );
  for (const name of ['whole', 'judging'])
    writeFileSync(
      join(home, `dist/short/${name}.cjs`),
      `exports.main = async () => { process.stdout.write("${name}"); return 7; };`,
    );
  // What loads each of the files apart: a calendar file, and an expression that is more than alternatives.
  const acme = readFileSync(join(root, 'examples/acme/acme-2026-1.sla.yaml'), 'utf8');
  mkdirSync(join(home, 'own'));
  writeFileSync(join(home, 'own/outing.ics'), HOLIDAYS);
  writeFileSync(join(home, 'own/ics.sla.yaml'), acme.replace('holidays: [FR]', 'holidays: [outing.ics]'));
  writeFileSync(
    join(home, 'own/regex.sla.yaml'),
    acme.replace("'(?i)@(gmail|yahoo|hotmail)\\.'", "'(?i)@(gmail|yahoo'"),
  );
  writeFileSync(
    join(home, 'own/evidence.sla.yaml'),
    acme.replace('minutes: present', 'minutes: { exists: true }'),
  );
  writeFileSync(
    join(home, 'own/broken.sla.yaml'),
    acme.replace('sla: 1', 'sla: "one"').replace('stages:', 'stagse:'),
  );
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

const CLOCK = [
  'clock',
  'examples/acme',
  '--calendar',
  'office',
  '--from',
  '2026-04-30T16:30',
  '--within',
  '3 business hours',
];

describe('the script of the short commands', () => {
  it('holds no engine, no reader of exports, and nothing that starts programs', () => {
    const names = inputs.filter((file) =>
      /^src\/(engine|reading|sql|plan)\/|@duckdb|csv-parse|saxes|fflate|files\/git/.test(file),
    );
    expect(names).toEqual([]);
    expect(inputs).toContain('src/app/validate.ts');
  });

  it.each([
    ['validate', 'examples/acme'],
    ['validate', 'examples/acme', '--lang', 'fr'],
    ['validate', 'own/ics.sla.yaml'],
    ['validate', 'own/regex.sla.yaml'],
    ['validate', 'own/broken.sla.yaml'],
    ['validate', 'own/nothing.sla.yaml'],
    ['validate', '--require-signatures', 'examples/hubspot'],
    ['validate', '--help'],
    ['validate', '--formt', 'json'],
    CLOCK,
    ['sign', 'examples/acme', '--as', 'nobody', '--name', 'A. Martin'],
    ['rules'],
    ['rules', 'one-way', '--lang', 'fr'],
    ...formats.flatMap(({ name, writes, binary }) => [
      ...(writes.includes('findings') && binary !== true
        ? [['validate', 'own/broken.sla.yaml', '--format', name]]
        : []),
      ...(writes.includes('clock') ? [[...CLOCK, '--format', name]] : []),
      ...(writes.includes('rules') ? [['rules', '--format', name]] : []),
    ]),
  ])('answers "%s %s %s %s" as the sources do', async (...argv) => {
    const packed: typeof main = createRequire(import.meta.url)(script).main;
    const [wanted, given] = [await answerOf(main, argv), await answerOf(packed, argv)];
    expect(given).toEqual(wanted);
    expect(given.err).not.toContain('This is a bug');
  });

  it('reads calendar files and checks expressions by the files apart', async () => {
    const packed: typeof main = createRequire(import.meta.url)(script).main;
    expect((await answerOf(packed, ['validate', 'own/ics.sla.yaml'])).out).toContain('No problems');
    expect((await answerOf(packed, ['validate', 'own/regex.sla.yaml'])).out).toContain('bad-regex');
  });
});

describe('the script of the commands that judge', () => {
  it('holds no other recipe, no page and no workbook', () => {
    const names = judgingInputs.filter((file) =>
      /^src\/(sniff|app\/init|report\/(html|workbook|xlsx))\/|^node_modules\/d3-|report\/formats\/(html|csv|xlsx|sarif)/.test(
        file,
      ),
    );
    expect(names).toEqual([]);
    expect(judgingInputs).toContain('src/engine/duckdb.ts');
  });

  it.each(
    oneIn(7, [
      ['check', 'examples/acme'],
      ['check', 'examples/acme', '--brief'],
      ['report', 'examples/acme', '--period', 'month'],
      ['cases', 'examples/acme', '--commitment', 'first-contact', '--state', 'breached'],
      ['explain', 'ACM-00704', 'examples/acme'],
      ['diff', 'examples/acme/acme-2026-1.sla.yaml', 'examples/acme/acme-2026-2.sla.yaml', '--to', '2026-05'],
      ['check', 'own/broken.sla.yaml'],
      ['doctor', 'examples/acme'],
      ['demo'],
    ]),
  )('answers "%s %s %s %s" as the sources do', async (...argv) => {
    const packed: typeof main = createRequire(import.meta.url)(judging).main;
    const [wanted, given] = [await answerOf(main, argv), await answerOf(packed, argv)];
    expect(given).toEqual(wanted);
    expect(given.err).not.toContain('This is a bug');
  });
});

describe('what is said to take one column', () => {
  it('takes one for the package that measures columns', () => {
    const { resolve } = createRequire(import.meta.url);
    const width: (text: string) => number = createRequire(resolve('cli-table3'))('string-width');
    const one = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((each) =>
      ONE_COLUMN.test(each),
    );
    expect(one.length).toBeGreaterThan(800);
    expect(one.filter((each) => width(each) !== 1)).toEqual([]);
    expect(one.filter((each) => displayWidth(each) !== 1)).toEqual([]);
  });
});

/** Each starts a process. */
const turned = inTurns();

turned.describe('bin/sla.js', () => {
  const { it } = turned;

  it.each([
    ['SHORT', SHORT],
    ['JUDGING', JUDGING],
  ])('asks the script of %s for the very commands that it holds', (name, commands) => {
    const bin = readFileSync(join(root, 'bin/sla.js'), 'utf8');
    const list = new RegExp(`const ${name} = (\\[.*\\]);`).exec(bin)?.[1] ?? '[]';
    expect(JSON.parse(list.replaceAll("'", '"'))).toEqual(commands);
  });

  it('reads an agreement, holidays of its calendars included', async () => {
    const { status, stdout, stderr } = await sla({}, 'validate', 'examples/acme');
    expect(stdout).toContain('No problems');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('asks the whole script where records are to be read for their evidence', async () => {
    const { status, stdout, stderr } = await sla({}, 'validate', 'own/evidence.sla.yaml');
    expect({ status, stdout, stderr }).toEqual({ status: 7, stdout: 'whole', stderr: '' });
  });

  it('says nothing of its own on stderr under flags of V8', async () => {
    const answer = await run([
      '--max-old-space-size=300',
      join(home, 'bin/sla.js'),
      'validate',
      'examples/acme',
    ]);
    expect(answer).toMatchObject({ status: 0, stderr: '' });
  });

  it('loads nothing of Node that starts programs or writes files, to read agreements', async () => {
    const spy = join(home, 'spy.cjs');
    writeFileSync(spy, `process.on('exit', () => process.stderr.write(process.moduleLoadList.join('\\n')));`);
    const started = await run(['--require', spy, join(home, 'bin', 'sla.js'), 'validate', 'examples/acme']);
    const loaded = started.stderr.split('\n');
    expect(loaded).toContain('NativeModule fs');
    expect(loaded).not.toContain('NativeModule child_process');
    expect(loaded).not.toContain('NativeModule fs/promises');
    expect(loaded).not.toContain('NativeModule crypto');
  });

  it.each([['check'], ['report', 'examples/acme'], ['check', '--brief'], ['check', '--force']])(
    'asks the script of the commands that judge for "%s %s"',
    async (...argv) => {
      expect(await sla({}, ...argv)).toEqual({ status: 7, stdout: 'judging', stderr: '' });
    },
  );

  it.each(
    oneIn(3, [
      ['check', '-f', 'json'],
      ['check', '-fhtml'],
      ['report', 'examples/acme', '--format=csv'],
      ['report', '--output', 'report.html'],
      ['cases', '-o', 'cases.xlsx'],
      ['toString'],
      ['chek'],
    ]),
  )('asks the whole script for "%s %s"', async (...argv) => {
    expect(await sla({}, ...argv)).toEqual({ status: 7, stdout: 'whole', stderr: '' });
  });

  it.each([['--version'], ['--lang', 'fr', 'validate'], []])('asks the chunks for "%s"', async (...argv) => {
    expect(await sla({}, ...argv)).toEqual({ status: 7, stdout: 'chunks', stderr: '' });
  });

  it('asks the chunks where names in a stack matter', async () => {
    expect(await sla({ SLA_DEBUG: '1' }, 'validate')).toMatchObject({ status: 7, stdout: 'chunks' });
    expect(await sla({ SLA_DEBUG: '1' }, 'check')).toMatchObject({ status: 7, stdout: 'chunks' });
  });
});

interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function answerOf(program: typeof main, argv: readonly string[]) {
  const memory = memoryIo({ cwd: home, files: realFiles() });
  const status = await program(argv, memory.io);
  return { status, out: memory.out(), err: memory.err() };
}

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: home, env: { ...process.env, NODE_OPTIONS: '', CI: '1', ...env } };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const sla = (env: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> =>
  run([join(home, 'bin', 'sla.js'), ...args], env);
