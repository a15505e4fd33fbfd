import { afterAll, describe, expect, it } from 'vitest';
import { folderWith } from './folder.ts';

const folder = folderWith({
  'office.sla.yaml': `sla: 1
id: office
title: Office hours
version: "1"
timezone: Europe/Paris
sponsor: Director
teams: { marketing: { title: Marketing, lead: A }, sales: { title: Sales, lead: B } }
calendars: { office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } } }
sources:
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields: { id: id, created: { column: created, type: datetime, format: iso } }
stages: { created: { at: created } }
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }
`,
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
