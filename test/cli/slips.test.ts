import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { main } from '../../src/main.ts';
import { memoryIo } from './memory-io.ts';

async function run(...argv: string[]) {
  const { io, out, err } = memoryIo();
  const status = await main(argv, io);
  return { status, out: out(), err: err() };
}

/** Two neighbours change places: the commonest slip of the fingers. */
function slip(word: string): string {
  const at = word.search(/(?<=[a-z])([a-z])(?!\1)[a-z]/);
  return at < 0 ? `${word}x` : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

const names = commands.map(({ name }) => name);
const flags = commands.flatMap(({ name, options }) =>
  options
    .filter((option) => option.hidden !== true)
    .flatMap((option) => (option.flags.match(/--[a-z-]+/g) ?? []).map((flag) => [name, flag] as const)),
);

describe('a misspelt command', () => {
  it.each(names.filter((name) => !names.includes(slip(name))))('%s is suggested', async (name) => {
    const { status, out, err } = await run(slip(name));
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`There is no command "${slip(name)}"`);
    expect(err).toMatch(/did you mean "sla [a-z]+"\?/);
  });

  it('far from all of them is answered with the list', async () => {
    const { err } = await run('xylophone');
    for (const name of names) expect(err).toContain(name);
  });
});

describe('a misspelt flag', () => {
  it.each(flags)('of %s, %s, is suggested', async (name, flag) => {
    const { status, out, err } = await run(name, slip(flag));
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`There is no option "${slip(flag)}"`);
    expect(err).toMatch(/did you mean "--[a-z-]+"\?/);
    expect(err).toContain(`"sla ${name} --help" lists what it takes`);
  });
});

it('the beginning of a flag goes before a slip of another', async () => {
  expect((await run('check', '--form', 'json')).err).toContain('did you mean "--format"?');
  expect((await run('repo')).err).toContain('did you mean "sla report"?');
});

describe('the help', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    'of %s says every flag, every choice and every exit status',
    async (name, command) => {
      const { out } = await run(name, '--help');
      for (const option of command.options.filter((each) => each.hidden !== true)) {
        expect(out).toContain(option.flags);
        for (const choice of option.choices ?? []) expect(out).toContain(choice);
      }
      const statuses = command.statuses.map(([status]) => status);
      expect(statuses).toEqual([...statuses].sort((a, b) => a - b));
      expect(statuses[0]).toBe(0);
      for (const [status, when] of command.statuses) expect(out).toContain(`${status}  ${when}`);
      expect(out.split('\n').indexOf('Examples')).toBe(2);
    },
  );

  it('is the same asked for in three ways', async () => {
    const { out } = await run('--help');
    expect((await run('-h')).out).toBe(out);
    expect((await run('help')).out).toBe(out);
  });
});

describe('--lang', () => {
  it.each([
    [['--lang', 'fr'], 'l’accord entre marketing et ventes'],
    [['--lang=fr', '--help'], 'Commandes'],
    [['--help', '--lang', 'fr'], 'Commandes'],
    [['help', '--lang', 'fr'], 'Commandes'],
    [['--lang', 'fr', 'check', '--help'], 'Exemples'],
    [['help', 'check', '--lang', 'fr'], 'Exemples'],
  ])('%j is answered in French', async (argv, wanted) => {
    const { status, out, err } = await run(...argv);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain(wanted);
  });

  it.each([
    [['--lang'], '--lang needs a value', '--lang <language>'],
    [['--lang', 'de'], '--lang does not know "de"', 'the values are en and fr'],
    [['--lang', 'de', 'check'], '--lang does not know "de"', 'the values are en and fr'],
    [['--lang', 'fr', 'chekc'], 'Il n’y a pas de commande «\u00a0chekc\u00a0»', 'sla check'],
  ])('%j is a slip', async (argv, wanted, help) => {
    const { status, out, err } = await run(...argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(wanted);
    expect(err).toContain(help);
  });
});
