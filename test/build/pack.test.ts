import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packProgram } from '../../src/build/pack.ts';
import { TOOL } from '../../src/cli/version.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'sla-pack-'));
const here = `${process.version}-${process.platform}-${process.arch}`;
const packed = join(home, 'dist', 'packed', here);

/** An installation with the packed program; its chunks only say that they were asked. */
beforeAll(async () => {
  for (const name of ['bin', 'package.json', 'schemas'])
    cpSync(join(root, name), join(home, name), { recursive: true });
  cpSync(join(root, 'src/calendar/public-holidays'), join(home, 'dist/holidays'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'), 'junction');
  await packProgram(root, join(home, 'dist'));
  writeFileSync(
    join(home, 'dist', 'main.js'),
    'export const main = async () => { process.stdout.write("chunks"); return 7; };',
  );
}, 60_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the packed program', () => {
  it('is one script with three caches that V8 takes', async () => {
    const files = readdirSync(packed).map((name) => name.replace(/-[0-9a-f]{16}/, '-HASH'));
    expect(files.sort()).toEqual(['check-HASH.bin', 'program.cjs', 'validate-HASH.bin', 'version-HASH.bin']);
    const script = join(packed, 'program.cjs');
    const caches = readdirSync(packed).filter((name) => name.endsWith('.bin'));
    const code = `const { readFileSync } = require('fs'); const { Script } = require('vm'); for (const name of ${JSON.stringify(caches)})
      console.log(new Script(readFileSync(${JSON.stringify(script)}, 'latin1'), { cachedData: readFileSync(require('path').join(${JSON.stringify(packed)}, name)) }).cachedDataRejected)`;
    expect(await node('-e', code)).toEqual({ status: 0, stdout: 'false\nfalse\nfalse\n', stderr: '' });
  });

  it('says its version', async () => {
    expect(await sla('--version')).toEqual({ status: 0, stdout: `${TOOL.version}\n`, stderr: '' });
  });

  it('reads an agreement, holidays of its calendars included', async () => {
    const { status, stdout, stderr } = await sla('validate', join(root, 'examples/acme'));
    expect(stdout).toContain('No problems');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('loads nothing of Node that starts programs or writes files, to read agreements', async () => {
    const spy = join(home, 'spy.cjs');
    writeFileSync(spy, `process.on('exit', () => process.stderr.write(process.moduleLoadList.join('\\n')));`);
    const started = await node('--require', spy, join(home, 'bin', 'sla.js'), 'validate', 'examples/acme');
    const loaded = started.stderr.split('\n');
    expect(loaded).toContain('NativeModule vm');
    expect(loaded).not.toContain('NativeModule child_process');
    expect(loaded).not.toContain('NativeModule fs/promises');
  });

  it('judges leads', async () => {
    const { status, stdout } = await sla(
      'check',
      join(root, 'examples/hubspot'),
      '--format',
      'json',
      '--fail-on',
      'never',
    );
    expect(JSON.parse(stdout).results).not.toEqual([]);
    expect(status).toBe(0);
  });

  it('says what is wrong with a command line, and with a word that every object has', async () => {
    expect(await sla('toString')).toMatchObject({ status: 2, stdout: '' });
    expect((await sla('chek')).stderr).toContain('did you mean "sla check"?');
  });

  it('goes without the code of another script', async () => {
    const script = join(packed, 'program.cjs');
    const text = readFileSync(script, 'latin1');
    // As long as before, so that V8 would take the code: only the name tells.
    writeFileSync(script, text.replace(/[0-9a-f]{16} (\d+)\n$/, '0123456789abcdef $1\n'), 'latin1');
    expect(await sla('--version')).toEqual({ status: 0, stdout: `${TOOL.version}\n`, stderr: '' });
    writeFileSync(script, text, 'latin1');
  });

  it('starts under flags that are none of V8', async () => {
    const started = await node('--enable-source-maps', join(home, 'bin', 'sla.js'), '--version');
    expect(started).toMatchObject({ status: 0, stdout: `${TOOL.version}\n` });
  });
});

describe('the chunks', () => {
  it('are used under other flags of V8, which would refuse the code', async () => {
    const started = await node('--max-old-space-size=300', join(home, 'bin', 'sla.js'), '--version');
    expect(started).toMatchObject({ status: 7, stdout: 'chunks' });
    const asked = await sla.with({ NODE_OPTIONS: '--max-old-space-size=300' })('--version');
    expect(asked).toMatchObject({ status: 7, stdout: 'chunks' });
  });

  it('are used where names in a stack matter', async () => {
    expect(await sla.with({ SLA_DEBUG: '1' })('--version')).toMatchObject({ status: 7, stdout: 'chunks' });
  });

  it('are used where the script was not written to its end', async () => {
    const script = join(packed, 'program.cjs');
    const text = readFileSync(script, 'latin1');
    writeFileSync(script, text.slice(0, -40), 'latin1');
    expect(await sla('--version')).toMatchObject({ status: 7, stdout: 'chunks' });
    writeFileSync(script, text, 'latin1');
  });

  it('are used by another Node than the one that built', async () => {
    renameSync(packed, `${packed}-other`);
    expect(await sla('--version')).toMatchObject({ status: 7, stdout: 'chunks' });
    renameSync(`${packed}-other`, packed);
  });
});

interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, NODE_OPTIONS: '', CI: '1', ...env } };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const node = (...args: string[]): Promise<Outcome> => run(args);

const sla = Object.assign(
  (...args: string[]): Promise<Outcome> => run([join(home, 'bin', 'sla.js'), ...args]),
  {
    with:
      (env: NodeJS.ProcessEnv) =>
      (...args: string[]): Promise<Outcome> =>
        run([join(home, 'bin', 'sla.js'), ...args], env),
  },
);
