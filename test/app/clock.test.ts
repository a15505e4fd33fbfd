import { afterAll, describe, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from './folder.ts';

const folder = folderWith({
  'office.sla.yaml': agreementText({
    id: 'office',
    title: 'Office hours',
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } } }',
    stages: '{ created: { at: created } }',
    commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }`,
  }),
});
afterAll(() => folder.remove());

describe('a stop before the start', () => {
  it.each(['text', 'json'])('is no span of time: %s', async (format) => {
    const asked = ['--from', '2026-03-09T11:00', '--to', '2026-03-06T16:30', '--format', format];
    const { status, out, err } = await folder.sla('clock', ...asked);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('--to is before --from');
    expect(err).toContain('help: write the earlier instant behind --from');
  });

  it('is told by the instants, not by what was typed', async () => {
    const asked = ['--from', '2026-03-06T12:00+01:00', '--to', '2026-03-06T11:30Z', '--format', 'json'];
    const { status, out } = await folder.sla('clock', ...asked);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ businessSeconds: 1800 });
  });

  it('at the start itself is a span without time', async () => {
    const asked = ['--from', '2026-03-06T12:00', '--to', '2026-03-06T12:00', '--format', 'json'];
    const { status, out } = await folder.sla('clock', ...asked);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ businessSeconds: 0 });
  });
});

describe('a calendar with seasons', () => {
  const souk = folderWith({
    'souk.sla.yaml': agreementText({
      id: 'souk',
      title: 'Souk',
      effective: '{ from: 2026-01-01 }',
      calendars: `
  souk:
    timezone: Africa/Casablanca
    week: { mon-fri: [09:00-18:00] }
    seasons:
      - { between: 07-01..08-31, week: { mon-fri: [08:00-14:00] } }
      - { between: [2026-02-18..2026-03-19, 2027-02-08..2027-03-09], week: { mon-fri: [09:00-15:00] } }`,
      stages: '{ created: { at: created }, answered: { at: answered } }',
      commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }
  - id: answer
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: answered, within: 4 business hours, calendar: souk }
    target: ">= 90%"`,
    }).replace(/created: \{ column: ([^}]*)\}/, '$&, answered: { column: $1}'),
  });
  afterAll(() => souk.remove());

  it('says on which stretch which season holds', async () => {
    const asked = ['--from', '2026-06-30T17:00', '--within', '2 business hours'];
    const { out } = await souk.sla('clock', ...asked);
    expect(out).toContain('due Wednesday 1 July 2026, 9:00');
    expect(out).toContain('= 2 h  open, season 07-01..08-31\n');
    const { out: json } = await souk.sla('clock', ...asked, '--format', 'json');
    expect(JSON.parse(json).stretches.map(({ name }: { name: string | null }) => name)).toEqual([
      null,
      null,
      '07-01..08-31',
    ]);
  });

  it('has an example of the usual week and of each season', async () => {
    const { out } = await souk.sla('validate', '--format', 'json');
    expect(JSON.parse(out).summary.dueExamples.map(({ text }: { text: string }) => text)).toEqual([
      '4 business hours: a lead that arrives Friday 16:30 is due Monday 11:30',
      '4 business hours, season 07-01..08-31: a lead that arrives Friday 3 July 2026 16:30 is due Monday 12:00',
      '4 business hours, season 2026-02-18..2026-03-19: a lead that arrives Friday 20 February 2026 16:30 is due Monday 13:00',
    ]);
  });
});

describe('a calendar that changed', () => {
  const version = (number: string, effective: string, hours: string): string =>
    agreementText({
      id: 'shop',
      title: 'Shop',
      version: number,
      effective,
      calendars: `{ shop: { timezone: Europe/Paris, week: { mon-fri: [${hours}] } } }`,
      stages: '{ created: { at: created } }',
      commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }`,
    });
  const shop = folderWith({
    'shop-1.sla.yaml': version('1', '{ to: 2026-04-14 }', '09:00-12:00'),
    'shop-2.sla.yaml': version('2', '{ from: 2026-04-15 }', '08:00-12:00'),
    'other/shop.sla.yaml': version('1', '{ from: 2026-01-01 }', '10:00-12:00').replace(
      'id: shop',
      'id: other',
    ),
  });
  afterAll(() => shop.remove());
  const seconds = async (from: string): Promise<unknown> => {
    const asked = ['shop-1.sla.yaml', 'shop-2.sla.yaml', '--from', `${from}T00:00`, '--to', `${from}T24:00`];
    const { out } = await shop.sla('clock', ...asked, '--format', 'json');
    return JSON.parse(out).businessSeconds;
  };

  it('is that of the version in force at the start', async () => {
    expect([await seconds('2026-04-14'), await seconds('2026-04-15')]).toEqual([3 * 3600, 4 * 3600]);
  });

  it('is asked for by its file where two agreements have one of the name', async () => {
    const { status, err } = await shop.sla(
      'clock',
      '.',
      '--calendar',
      'shop',
      '--from',
      '2026-04-15',
      '--within',
      '1 business hour',
    );
    expect(status).toBe(2);
    expect(err).toContain('Several agreements have a calendar "shop": ');
    expect(err).toContain('help: name one of them: sla clock ');
  });
});
