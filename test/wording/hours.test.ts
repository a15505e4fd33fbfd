import { afterEach, expect, it } from 'vitest';
import { hoursLines } from '../../src/app/wording/hours.ts';
import { NOTHING_CLOSED } from '../../src/calendar/closures.ts';
import { readAgreement } from '../../src/language/read.ts';
import { reset, speak } from '../../src/messages/index.ts';
import { agreementText } from '../agreement.ts';

afterEach(reset);

async function hours(timezone: string): Promise<string> {
  const week = '{ mon-fri: ["09:00-17:00"] }';
  const { agreement } = await readAgreement(
    '/a.sla.yaml',
    'a.sla.yaml',
    agreementText({
      calendars: `{ office: { timezone: ${timezone}, week: ${week} } }`,
      commitments:
        '[{ id: a, owed_by: sales, owed_to: marketing, count: { stage: made }, target: ">= 1 per month" }]',
    }),
  );
  const def = agreement?.calendars.office;
  if (!agreement || !def) throw new Error('The agreement has a calendar');
  const [first = ''] = hoursLines(def, { ...agreement, timezone }, { closures: NOTHING_CLOSED, year: 2026 });
  return first.replace(/\. .*/s, '').replace(/.*; ?/s, '');
}

it('says of which place the hours are, and UTC as no place', async () => {
  expect(await Promise.all(['Europe/Paris', 'UTC'].map(hours))).toEqual(['Paris time', 'UTC time']);
  await speak('fr', { firm: true });
  const said = await Promise.all(['Europe/Paris', 'Europe/Amsterdam', 'UTC'].map(hours));
  expect(said).toEqual(['heure de Paris', 'heure d’Amsterdam', 'heure UTC']);
});
