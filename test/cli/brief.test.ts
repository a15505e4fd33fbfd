import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  effective: '{ from: 2026-01-01 }',
  commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: made }, target: ">= 2 per month" }`,
});

/** One lead in May, two in June, and a last one that makes 30 June the present. */
const DATES = ['2026-05-04T09:00', '2026-06-02T09:00', '2026-06-03T09:00', '2026-06-30T12:00'];

const here = folderWith({
  'acme.sla.yaml': AGREEMENT,
  'leads.csv': `id,created\n${DATES.map((date, i) => `L${i},${date}`).join('\n')}\n`,
});
afterAll(here.remove);

describe('sla check --brief', () => {
  it('passes by the period at hand, whatever it tells of those before', async () => {
    const { status, out } = await here.sla('check', '--brief');
    expect(status).toBe(0);
    expect(out.replaceAll('\u00a0', ' ')).toContain('✗ volume (Marketing): 1, target ≥ 2; 1 short of 2');
  });

  it('does not pass where a month that was asked for is missed, nor where nothing was judged', async () => {
    expect((await here.sla('check', '--brief', '--from', '2026-05', '--to', '2026-05')).status).toBe(1);
    const { status, out } = await here.sla('check', '--brief', '--as-of', '2025-03-01');
    expect([status, (await here.sla('check', '--as-of', '2025-03-01')).status]).toEqual([2, 2]);
    expect(out).toContain('nothing could be judged yet');
  });

  it('is the one format on standard output, beside files in others', async () => {
    const both = await here.sla('check', '--brief', '--format', 'json');
    expect([both.status, both.err]).toEqual([2, expect.stringContaining('"brief" and "json"')]);
    const beside = await here.sla('check', '--brief', '-o', 'check.json');
    expect([beside.status, beside.out]).toEqual([0, expect.stringContaining('May 2026 (final)')]);
  });

  it('says of a first month that it runs and where it stands, and not that nothing was kept', async () => {
    const first = folderWith({
      'acme.sla.yaml': AGREEMENT.replace('from: 2026-01-01', 'from: 2026-05-01'),
      'leads.csv': 'id,created\nL1,2026-05-04T09:00\nL2,2026-05-20T12:00\nL3,2026-05-20T12:00\n',
    });
    try {
      const { status, out } = await first.sla('check', '--brief', '--as-of', '2026-05-10');
      const said = out.replaceAll('\u00a0', ' ');
      expect(status).toBe(0);
      expect(said).toContain('Office: May 2026 is running, nothing is final yet');
      expect(said).toContain('◔ Volume 1, target ≥ 2');
      expect(said).not.toContain('0 promises of 1');
      const french = (await first.sla('check', '--brief', '--as-of', '2026-05-10', '--lang', 'fr')).out;
      expect(french.replaceAll('\u00a0', ' ')).toContain('mai 2026 court, rien n’est encore définitif');
    } finally {
      first.remove();
    }
  });
});
