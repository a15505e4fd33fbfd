import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { memoryIo } from './memory-io.ts';

async function run(...argv: string[]) {
  const { io, out, err } = memoryIo();
  const status = await main(argv, io);
  return { status, out: out(), err: err() };
}

describe('sla', () => {
  it('alone says the first three things to type', async () => {
    const { status, out, err } = await run();
    expect([status, err]).toEqual([0, '']);
    for (const command of ['sla validate', 'sla check', 'sla report']) expect(out).toContain(command);
  });

  it.each([['--version'], ['-V']])('%s is the version of the package, alone', async (flag) => {
    expect(await run(flag)).toEqual({ status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
  });

  it('--help lists every command', async () => {
    const { status, out } = await run('--help');
    expect(status).toBe(0);
    for (const { name, summary } of commands)
      expect(out).toMatch(new RegExp(`sla ${name} +${summary.slice(0, 10)}`));
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s --help shows its examples first, and its exit statuses',
    async (name, command) => {
      const { status, out } = await run(name, '--help');
      expect(status).toBe(0);
      const parts = ['Examples', 'Usage', 'Options', 'Exit status'].map((title) =>
        out.indexOf(`\n${title}\n`),
      );
      expect(parts).toEqual([...parts].sort((a, b) => a - b));
      expect(parts).not.toContain(-1);
      for (const [example] of command.examples) expect(out).toContain(example);
      expect(await run('help', name)).toEqual({ status: 0, out, err: '' });
    },
  );
});

it('help in French shows what its readers would type', async () => {
  const { out } = await run('init', '--help', '--lang', 'fr');
  expect(out).toContain('sla init --from leads.csv --from affaires.csv --from activites.csv');
  expect(out).not.toContain('deals.csv');
});

describe('a slip', () => {
  it.each([
    [['chekc'], 'There is no command "chekc"', 'did you mean "sla check"?'],
    [['help', 'chekc'], 'There is no command "chekc"', 'did you mean "sla check"?'],
    [
      ['check', '--commitment', 'x'],
      '"sla check" has no option "--commitment"',
      '"--commitment" is an option of sla cases',
    ],
    [
      ['check', '--comitment', 'x'],
      'There is no option "--comitment"',
      'did you mean "--commitment"? "--commitment" is an option of sla cases',
    ],
    [['check', '--fromat', 'json'], 'There is no option "--fromat"', 'did you mean "--format"?'],
    [['check', '--fail-on', 'sometimes'], '--fail-on does not know "sometimes"', 'error, warning and never'],
    [['check', '--from', '2026-13'], '--from takes a month such as 2026-01', '2026-13'],
    [
      ['check', '--from', '2026-05', '--to', '2026-01'],
      '--from 2026-05 is after --to 2026-01',
      '--to 2026-05',
    ],
    [['check', '--format', 'jsn'], '--format does not know "jsn"', 'did you mean "json"?'],
    [['check', '-f', 'text', '-f', 'json'], 'Standard output takes one format', '--format json=FILE'],
    [['check', '-o', 'x.pdf'], 'The suffix of "x.pdf" says no format', '.json'],
    [['check', '--period', '2026-05'], '--period does not know "2026-05"', '--from 2026-05 --to 2026-05'],
    [['check', '-o', 'a.md', '-o', 'a.md'], '"a.md" is to be written twice', ''],
    [['check', '--source', 'deals.csv'], '--source takes NAME=FILE', 'deals.csv'],
    [['check', '--as-of'], '--as-of needs a value', '--as-of <instant>'],
    [['validate', '--format', 'csv'], '--format does not know "csv"', 'text, stylish, json'],
    [['clock', '--from', '2026-03-06T16:30'], 'A clock needs a stop or a time limit', '--within'],
    [['clock', '--to', '2026-03-06T16:30'], 'A clock needs a start', '--from'],
    [['clock', '--from', 'a', '--to', 'b', '--within', 'c'], 'not both', ''],
    [['sign'], 'For which team is it signed?', '--as sales --name "A. Martin"'],
    [['schema', 'reprot'], 'There is no schema "reprot"', 'did you mean "report"?'],
    [['schema', 'sla', 'report'], 'Too many arguments', '--help'],
    [['--nonsense'], 'There is no option "--nonsense"', '--help'],
  ])(
    '%j is exit 2, one sentence and a remedy, nothing on standard output',
    async (argv, sentence, remedy) => {
      const { status, out, err } = await run(...argv);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain(sentence);
      expect(err).toContain(remedy);
      expect(err).toMatch(/^error {2}/);
      expect(err).not.toMatch(/\bat .*:\d+:\d+/);
    },
  );

  it('that names a folder as the file to write is told to name a file in it', async () => {
    const { io, out, err } = memoryIo({ files: realFiles(), cwd: process.cwd() });
    expect([await main(['report', '-o', 'test'], io), out()]).toEqual([2, '']);
    expect(err()).toContain('There is a folder in place of the file "test"');
    expect(err()).toContain(`name a file in it: -o ${join('test', 'page.html')}`);
  });

  it('that is hostile does not act on the terminal', async () => {
    const { err } = await run('check', '--format', '\u001b[2J\n::error::x');
    expect(err.split('\n').length).toBeLessThanOrEqual(3);
    expect(err).not.toContain('\u001b');
  });
});

describe('sla schema', () => {
  it.each(['sla', 'report', 'diagnostics'])('%s is a JSON Schema', async (name) => {
    const { status, out } = await run('schema', name);
    expect(status).toBe(0);
    expect(JSON.parse(out).$schema).toBe('http://json-schema.org/draft-07/schema#');
  });
});

describe('Ctrl-C', () => {
  it('is exit 130, quiet', async () => {
    const signal = AbortSignal.abort();
    const { io, out, err } = memoryIo({ signal });
    expect(
      await main(['check'], { ...io, files: { ...io.files, stat: async () => new Promise(() => {}) } }),
    ).toBe(130);
    expect([out(), err()]).toEqual(['', '']);
  });
});

describe('a bug', () => {
  const broken = async (env: Record<string, string>) => {
    const { io, out, err } = memoryIo({ env });
    const stdout = {
      ...io.stdout,
      write: () => {
        throw new Error('the wires are crossed');
      },
    };
    const status = await main([], { ...io, stdout });
    return { status, out: out(), err: err() };
  };

  it('is exit 2 and one line that says how to report it', async () => {
    const { status, err } = await broken({});
    expect(status).toBe(2);
    expect(err).toMatch(/^error {2}This is a bug in sla .*the wires are crossed.*SLA_DEBUG=1.*\n$/);
  });

  it('shows its stack with SLA_DEBUG=1', async () => {
    expect((await broken({ SLA_DEBUG: '1' })).err).toMatch(/\n\s+at /);
  });
});
