import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withRecords } from '../../src/language/edit/records.ts';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';

const AGREEMENT = agreementText({
  effective: '{ from: 2026-01-01 }',
  commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: made }, target: ">= 2 per month" }`,
});

const made: ReturnType<typeof folderWith>[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

function world() {
  const here = folderWith({
    'acme.sla.yaml': AGREEMENT,
    'leads.csv': 'id,created\nA,2026-05-04T09:00\nB,2026-06-30T12:00\n',
  });
  made.push(here);
  const path = (name: string) => join(here.cwd, name);
  return {
    ...here,
    write: (name: string, text: string) => writeFileSync(path(name), text),
    read: (name: string) => readFileSync(path(name), 'utf8'),
    has: (name: string) => existsSync(path(name)),
    records: () => parse(readFileSync(path('records/decisions.yaml'), 'utf8')),
  };
}

/** The agenda of May with the day of the meeting, and its first empty decisions filled in. */
async function minutes(
  here: ReturnType<typeof world>,
  day: string,
  ...rows: readonly string[]
): Promise<string> {
  const { out } = await here.sla('pack', '--period', '2026-05');
  const held = out.replace(/(- .*2026-06-09\) ?:)/, `$1 ${day}`);
  const [head = '', table = ''] = held.split('<!-- sla:decisions -->');
  return `${head}<!-- sla:decisions -->${rows.reduce((text, row) => text.replace('|  |  |  |  |', row), table)}`;
}

describe('pack --close', () => {
  it('takes decisions into the records, once, and what is not done comes back first with how often', async () => {
    const here = world();
    here.write(
      'june.md',
      await minutes(
        here,
        '2026-06-09',
        '| Phone \\| form | Zoé | 2026-06-20 | no blank |',
        '| Call | Ana | 2026-06-15 |  |',
      ),
    );
    const first = await here.sla('pack', '--close', 'june.md');
    expect([first.status, first.err]).toEqual([0, '']);
    expect(first.out).toContain('2026-06-09-1: Phone | form (Zoé, by 2026-06-20)\n');
    expect(here.records()).toEqual([
      {
        id: '2026-06-09-1',
        agreement: 'office',
        what: 'Phone | form',
        who: 'Zoé',
        due: '2026-06-20',
        seen: 'no blank',
        decided: '2026-06-09',
        minutes: 'june.md',
        done: '',
        again: 0,
        asked: '',
      },
      {
        id: '2026-06-09-2',
        agreement: 'office',
        what: 'Call',
        who: 'Ana',
        due: '2026-06-15',
        seen: '',
        decided: '2026-06-09',
        minutes: 'june.md',
        done: '',
        again: 0,
        asked: '',
      },
    ]);
    const before = here.read('records/decisions.yaml');
    expect((await here.sla('pack', '--close', 'june.md')).out).toContain('0 decisions written');
    expect(here.read('records/decisions.yaml')).toBe(before);

    const july = await minutes(here, '2026-07-07');
    const open = july.slice(july.indexOf('<!-- sla:open -->'));
    expect(july.indexOf('<!-- sla:open -->')).toBeLessThan(july.indexOf('The scoreboard'));
    expect([...open.matchAll(/^\| (2026-06-09-\d) .*$/gm)].map(([, id]) => id)).toEqual([
      '2026-06-09-2',
      '2026-06-09-1',
    ]);
    here.write('july.md', july.replace(/(\| 2026-06-09-2 .*)\| {2}\|/, '$1| 2026-06-14 |'));
    const second = await here.sla('pack', '--close', 'july.md');
    expect(second.out).toContain('2026-06-09-2: done\n2026-06-09-1: not done, comes back\n');
    const [phone, call] = here.records();
    expect([phone.again, phone.asked, call.done]).toEqual([1, '2026-07-07', '2026-06-14']);
    expect((await here.sla('pack', '--period', '2026-05')).out).toMatch(/\| 2026-06-09-1 \|.*\| 2 times \|/);
  });

  it('writes nothing where a decision has no name or no date, and says in which line', async () => {
    const here = world();
    const text = await minutes(here, '2026-06-09', '| Phone |  | soon |  |');
    here.write('june.md', text);
    const { status, err } = await here.sla('pack', '--close', 'june.md');
    const line = text.split('\n').findIndex((each) => each.startsWith('| Phone')) + 1;
    expect(status).toBe(2);
    expect(err).toContain(`wrong-minutes  june.md:${line}:1`);
    expect(err).toContain('A decision has somebody who takes it on');
    expect(err).toContain('"soon" is not a date');
    expect(here.has('records/decisions.yaml')).toBe(false);
  });

  it('asks for the day of the meeting, and reads no other file for minutes', async () => {
    const here = world();
    here.write('june.md', await minutes(here, ''));
    expect((await here.sla('pack', '--close', 'june.md')).err).toContain('on which day the meeting was held');
    here.write('other.md', '# Notes\n');
    expect((await here.sla('pack', '--close', 'other.md')).err).toContain(
      'is not an agenda that "sla pack" wrote',
    );
    expect((await here.sla('pack', '--close', 'june.md', '--period', '2026-05')).status).toBe(2);
  });
});

describe('minutes whose table was lost', () => {
  it.each([
    ['without its mark', (text: string) => text.replace('<!-- sla:decisions -->', '')],
    ['without the line below its head', (text: string) => text.replace('| --- | --- | --- | --- |', '')],
  ])('are told %s, and nothing is written', async (_, change) => {
    const here = world();
    here.write('june.md', change(await minutes(here, '2026-06-09', '| Phone | Ana | 2026-06-20 |  |')));
    const { status, err } = await here.sla('pack', '--close', 'june.md');
    expect(status).toBe(2);
    expect(err).toContain('The minutes have no table of decisions');
    expect(here.has('records/decisions.yaml')).toBe(false);
  });

  it('are read as UTF-8 alone, so that no letter of a name is lost', async () => {
    const here = world();
    const text = await minutes(here, '2026-06-09', '| Phone | Zoé | 2026-06-20 |  |');
    writeFileSync(join(here.cwd, 'june.md'), Buffer.from(text, 'latin1'));
    const { status, err } = await here.sla('pack', '--close', 'june.md');
    expect(status).toBe(2);
    expect(err).toContain('The minutes are not UTF-8');
    expect(here.has('records/decisions.yaml')).toBe(false);
  });
});

describe('records that are written into', () => {
  it('keep their comments, their order and what else they hold', () => {
    const text = '# of both teams\n- id: a # the first\n  what: Phone\n  other: 1\n';
    expect(
      withRecords(text, 'id', { changed: new Map([['a', { done: '2026-06-01' }]]), added: [{ id: 'b' }] }),
    ).toBe('# of both teams\n- id: a # the first\n  what: Phone\n  other: 1\n  done: 2026-06-01\n- id: b\n');
    expect(withRecords('# none yet\n', 'id', { changed: new Map(), added: [{ id: 'b' }] })).toContain(
      '- id: b\n',
    );
    expect(withRecords('a: 1\n', 'id', { changed: new Map(), added: [] })).toBe(null);
  });
});
