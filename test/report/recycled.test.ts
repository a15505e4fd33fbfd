import { afterEach, describe, expect, it } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import { scoreboard } from '../../src/report/scoreboard.ts';
import { timetable } from '../../src/report/timetable.ts';
import { byPeriod } from '../../src/report/workbook/by-period.ts';
import { compliance, counts, rated } from './fixtures.ts';

const back = { counts: counts(3, 1), attainment: 0.75, value: null };
const none = { counts: counts(0, 0), attainment: null, value: null };

/** The first two cells of each line of the tables. */
function linesOf(blocks: ReturnType<typeof scoreboard>): readonly (readonly (string | undefined)[])[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.table.rows.flatMap((row) =>
          row.kind === 'row' ? [row.cells.slice(0, 2).map(({ text }) => text)] : [],
        )
      : [],
  );
}

describe('cases of leads that came back', () => {
  it('have a line of their own under their promise, without a verdict', () => {
    const one = compliance([rated('contact', 'met', counts(20, 5), { recycled: back })]);
    expect(linesOf(scoreboard(one))).toEqual([
      ['contact', '80% of 25'],
      ['of them recycled', '3/4'],
    ]);
    expect(linesOf(timetable(one))).toEqual([
      ['contact', '80% of 25'],
      ['of them recycled', '3/4'],
    ]);
  });

  it('have none where nobody came back, and where nobody can know', () => {
    const one = compliance([
      rated('contact', 'met', counts(20, 5), { recycled: none }),
      rated('answer', 'met', counts(20, 5)),
    ]);
    expect(linesOf(scoreboard(one)).map(([name]) => name)).toEqual(['contact', 'answer']);
    expect(linesOf(timetable(one)).map(([name]) => name)).toEqual(['contact', 'answer']);
  });

  it('have none beside the parts of a report that is cut by it', () => {
    const whole = rated('contact', 'met', counts(20, 5), { recycled: back });
    const part = rated('contact', 'met', counts(3, 1), { by: { recycled: 'yes' }, recycled: back });
    expect(linesOf(scoreboard(compliance([whole, part]))).map(([name]) => name)).toEqual([
      'contact',
      'recycled: yes',
    ]);
  });
});

describe('a report that is cut by who came back', () => {
  afterEach(reset);

  const cut = rated('contact', 'met', counts(3, 1), {
    by: { recycled: 'yes', owner: 'yes' },
    recycled: back,
  });
  const own = rated('contact', 'met', counts(3, 1), { by: { recycled: 'yes' } });

  it('says so in the language of its reader, and leaves the fields of the agreement as they are', async () => {
    await speak('fr');
    const names = (result: typeof cut) =>
      linesOf(scoreboard(compliance([result]))).map(([name]) => name?.replaceAll('\u00a0', ' '));
    expect(names(cut)).toEqual(['recyclé : oui, « owner » : yes']);
    expect(names(own)).toEqual(['« recycled » : yes']);
    const [sheet] = byPeriod([compliance([cut])]);
    expect(sheet?.titles).toContain('recyclé');
    expect(sheet?.rows[0]).toContainEqual({ kind: 'text', text: 'oui' });
  });
});
