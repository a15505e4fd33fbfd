import { expect, it } from 'vitest';
import { pageOf } from '../../src/app/wording/page.ts';
import { readAgreement } from '../../src/language/read.ts';
import { agreementText } from '../agreement.ts';

const sheet = async (source: string) => {
  const text = agreementText({
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-17:00"] } } }',
    sources: `
  ${source}:
    files: rows.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      raised: { column: raised, type: datetime, format: iso }
      answered: { column: answered, type: datetime, format: iso }`,
    stages: '{ raised: { at: raised }, answered: { at: answered } }',
    commitments: `
  - id: listening
    owed_by: marketing
    owed_to: sales
    response: { from: raised, to: answered, within: 2 business days, calendar: office }
    target: ">= 80%"`,
  });
  const { agreement } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
  if (!agreement) throw new Error('The agreement is refused');
  return JSON.stringify(
    pageOf(agreement, { closed: new Map(), examples: [], digest: '', usualMinCases: 10 } as never),
  );
};

it('the sheet speaks of leads only where promises are about leads', async () => {
  expect(await sheet('leads')).toContain('Each lead counts in the period');
  expect(await sheet('requests')).toContain('Each case counts in the period');
});
