import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { reportOf } from './world.ts';

const { describe, it } = inTurns();

const agreement = (version: string, effective: string, commitments = TALKS): string =>
  agreementText({
    id: 'cover',
    title: 'Which months a report covers',
    version,
    status: 'active',
    effective,
    timezone: 'UTC',
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      got: { column: got, type: datetime, format: iso }
      talked: { column: talked, type: datetime, format: iso }
      country: country`,
    stages: `
  arrived: { at: got }
  french: { at: got, when: { country: FR } }
  talked: { at: talked }`,
    commitments: `
${commitments}`,
  });

const TALKS =
  '  - { id: talks, owed_by: sales, owed_to: marketing, response: { from: arrived, to: talked, within: 2 hours }, target: ">= 50%", where: { country: FR } }';

const months = async (agreements: string | readonly string[], leads: string): Promise<readonly string[]> =>
  (await reportOf(agreements, { leads: `id,got,talked,country\n${leads}` })).periods.map(
    ({ label }) => label,
  );

const ALWAYS = '{ from: 2020-01-01 }';

describe('what a report covers', () => {
  it('a report begins with the first start', async () => {
    const leads = 'a,2026-03-02T09:00:00,2026-03-02T10:00:00,FR\nb,2026-02-03T10:00:00,,FR\n';
    expect(await months(agreement('1', ALWAYS), leads)).toEqual(['2026-02', '2026-03']);
  });

  it('a stop that no start precedes begins a report only in scope', async () => {
    const started = 'a,2026-03-02T09:00:00,2026-03-02T10:00:00,FR\n';
    const alone = (country: string) => `${started}b,,2026-01-05T10:00:00,${country}\n`;
    expect(await months(agreement('1', ALWAYS), alone('FR'))).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(await months(agreement('1', ALWAYS), alone('DE'))).toEqual(['2026-03']);
  });

  it('a stop before its own start is booked where the start is', async () => {
    expect(await months(agreement('1', ALWAYS), 'a,2026-03-02T09:00:00,2026-01-02T10:00:00,FR\n')).toEqual([
      '2026-03',
    ]);
  });

  it('a start that is no such stage does not begin a report, but the stop of that lead does', async () => {
    const french = agreement('1', ALWAYS, TALKS.replace('from: arrived', 'from: french'));
    const leads =
      'a,2026-03-02T09:00:00,2026-03-02T10:00:00,FR\nb,2026-01-05T09:00:00,,DE\nc,2026-01-06T09:00:00,2026-02-06T09:00:00,DE\n';
    expect(await months(french, leads)).toEqual(['2026-03']);
    const anywhere = french.replace(', where: { country: FR }', '');
    expect(await months(anywhere, leads)).toEqual(['2026-02', '2026-03']);
  });

  it('what came before the first version is not covered, what came between two is', async () => {
    const versions = [
      agreement('1', '{ from: 2026-03-01, to: 2026-03-31 }'),
      agreement('2', '{ from: 2026-06-01 }'),
    ];
    const leads = 'a,2026-01-05T09:00:00,,FR\nb,2026-05-05T09:00:00,,FR\nc,2026-07-05T09:00:00,,FR\n';
    expect(await months(versions, leads)).toEqual(['2026-05', '2026-06', '2026-07']);
  });

  it('the month in which the data end is covered from its first instant, if a case is booked right then', async () => {
    const start = 'a,2026-03-02T09:00:00,,FR\nb,2026-04-01T00:00:00,,FR\n';
    expect(await months(agreement('1', ALWAYS), start)).toEqual(['2026-03', '2026-04']);
    const stop = 'a,2026-03-02T09:00:00,2026-04-01T00:00:00,FR\n';
    expect(await months(agreement('1', ALWAYS), stop)).toEqual(['2026-03']);
    const alone = `${stop}b,,2026-04-01T00:00:00,FR\n`;
    expect(await months(agreement('1', ALWAYS), alone)).toEqual(['2026-03', '2026-04']);
  });
});
