import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { parse } from 'yaml';
import { withRecords } from '../../src/language/edit/records.ts';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

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
    expect((await here.sla('pack', '--close', 'june.md')).out).toBe(
      'records/decisions.yaml: it has all of these minutes already\n',
    );
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

describe('minutes that are closed again', () => {
  const two = (first: string, second: string) => [first, second] as const;

  it('correct the decision that they had, and make no second one', async () => {
    const here = world();
    const rows = two('| Phone | Ana | 2026-06-20 |  |', '| Call | Ana | 2026-06-15 |  |');
    here.write('june.md', await minutes(here, '2026-06-09', ...rows));
    await here.sla('pack', '--close', 'june.md');
    const again = two('| Phone number | Ana | 2026-06-20 |  |', '| Call | Zoé | 2026-06-16 |  |');
    here.write('june.md', await minutes(here, '2026-06-09', ...again, '| Form | Ana | 2026-06-30 |  |'));
    const { status, out } = await here.sla('pack', '--close', 'june.md');
    expect([status, out]).toEqual([
      0,
      '2026-06-09-3: Form (Ana, by 2026-06-30)\n2026-06-09-1: corrected\n2026-06-09-2: corrected\n' +
        'records/decisions.yaml: 1 decision written. Commit it, with the minutes\n',
    ]);
    const kept = here
      .records()
      .map((one: { what: string; who: string; due: string }) => [one.what, one.who, one.due]);
    expect(kept).toEqual([
      ['Phone number', 'Ana', '2026-06-20'],
      ['Call', 'Zoé', '2026-06-16'],
      ['Form', 'Ana', '2026-06-30'],
    ]);
  });

  it('can not say that something was done before it was decided', async () => {
    const here = world();
    here.write('june.md', await minutes(here, '2026-06-09', '| Call | Ana | 2026-06-15 |  |'));
    await here.sla('pack', '--close', 'june.md');
    const before = here.read('records/decisions.yaml');
    const july = await minutes(here, '2026-07-07');
    const text = july.replace(/(\| 2026-06-09-1 .*)\| {2}\|/, '$1| 2026-06-08 |');
    here.write('july.md', text);
    const { status, err } = await here.sla('pack', '--close', 'july.md');
    const line = text.split('\n').findIndex((each) => each.includes('| 2026-06-08 |')) + 1;
    expect(status).toBe(2);
    expect(err).toContain(`july.md:${line}:1`);
    expect(err).toContain('"2026-06-09-1" can not be done on 2026-06-08: it was decided on 2026-06-09');
    expect(here.read('records/decisions.yaml')).toBe(before);
  });

  it('take dates as French people write them where they are in French', async () => {
    const here = world();
    const { out } = await here.sla('pack', '--period', '2026-05', '--lang', 'fr');
    const [head = '', table = ''] = out
      .replace(/(- Tenue le.*\)\s?:)/, '$1 9 juin 2026')
      .split('<!-- sla:decisions -->');
    const filled = table.replace('|  |  |  |  |', '| Appeler | Ana | 01/07/2026 |  |');
    here.write('juin.md', `${head}<!-- sla:decisions -->${filled}`);
    expect(out).toContain('(par exemple 09/06/2026)');
    const { status, err, out: said } = await here.sla('pack', '--close', 'juin.md', '--lang', 'fr');
    expect([status, err]).toEqual([0, '']);
    expect(said).toContain('Appeler (Ana, pour le 1er juillet 2026)');
    expect(here.records()[0]).toMatchObject({ decided: '2026-06-09', due: '2026-07-01' });
  });

  it('that are not there are told with what writes them', async () => {
    const here = world();
    const { status, err } = await here.sla('pack', '--close', 'none.md');
    expect(status).toBe(2);
    expect(err).toContain('There is no file "none.md"');
    expect(err).toContain('help: name the minutes that the meeting filled in');
    const other = await here.sla('pack', '--period', '2026-05', '-o', 'none/june.md');
    expect(other.err).toContain('help: make the folder first');
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

  it('are told where they are larger than those of any meeting, before they are read', async () => {
    const here = world();
    here.write('long.md', `${await minutes(here, '2026-06-09')}${'x\n'.repeat(150_000)}`);
    const { status, err } = await here.sla('pack', '--close', 'long.md');
    expect(status).toBe(2);
    expect(err).toMatch(
      /^error {2}wrong-minutes {2}long[.]md:1:1\n {3}The minutes are too large: 30\d,\d{3} bytes, at most 300,000\n/,
    );
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
