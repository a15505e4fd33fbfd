import { expect, it } from 'vitest';
import { dependenciesOf } from '../../src/change/dependencies.ts';
import { comparePromises } from '../../src/change/promise.ts';
import { readAgreement } from '../../src/language/read.ts';
import { agreementText } from '../agreement.ts';

const agreement = async (pause: string) => {
  const text = agreementText({
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-17:00"] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }
  history:
    files: history.csv
    lead: lead
    fields:
      entered: { column: entered, type: datetime, format: iso }
      left: { column: left, type: datetime, format: iso }
      status: status`,
    stages: '{ made: { at: created }, called: { at: called } }',
    profile: '{ must: { created: present } }',
    objectives: '[]',
    commitments: `
  - { id: a, owed_by: sales, owed_to: marketing, response: { from: made, to: called, within: 4 business hours, calendar: office${pause} }, target: ">= 90%" }`,
  });
  const { agreement: read, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
  const promise = read?.commitments[0];
  if (!read || !promise) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { promise, agreement: read };
};

const rows = 'source: history, from: entered, to: left, where: { status: waiting }';
const pause = (ends = rows, atMost = '40 business hours') => `, pause: { ${ends}, at_most: ${atMost} }`;
const textOf = 'history from entered to left where status = waiting';

it.each([
  ['a pause that comes', '', pause(), 'weakened', 'pause', null, `${textOf}, at most 40 business hours`],
  ['one that goes', pause(), '', 'tightened', 'pause', `${textOf}, at most 40 business hours`, null],
  [
    'a longer one',
    pause(),
    pause(rows, '41 business hours'),
    'weakened',
    'pause.at_most',
    '40 business hours',
    '41 business hours',
  ],
  [
    'a shorter one',
    pause(),
    pause(rows, '39 business hours'),
    'tightened',
    'pause.at_most',
    '40 business hours',
    '39 business hours',
  ],
  [
    'other rows',
    pause(),
    pause(rows.replace('waiting', 'parked')),
    'open',
    'pause',
    textOf,
    textOf.replace('waiting', 'parked'),
  ],
  [
    'the dates of the row',
    pause(),
    pause('from: created, to: called'),
    'open',
    'pause',
    textOf,
    'from created to called',
  ],
])('%s', async (_, before, after, kind, rule, from, to) => {
  const changes = comparePromises(await agreement(before), await agreement(after));
  expect(changes).toEqual([{ rule, class: kind, from, to }]);
});

it('the same time in other words is no change', async () => {
  const changes = comparePromises(
    await agreement(pause()),
    await agreement(pause(rows, '2400 business minutes')),
  );
  expect(changes.filter((change) => change.class !== 'editorial')).toEqual([]);
});

it('rests on the fields of the row where it names no source, whatever the activities call by their names', async () => {
  const text = agreementText({
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-17:00"] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      entered: { column: entered, type: datetime, format: iso }
      left: { column: left, type: datetime, format: iso }
  calls:
    files: calls.csv
    timezone: Europe/Paris
    lead: lead
    fields:
      at: { column: at, type: datetime, format: iso }
      entered: entered
      left: left`,
    stages: '{ made: { at: created } }',
    commitments: `
  - { id: a, owed_by: sales, owed_to: marketing, response: { from: made, to: { earliest: calls }, within: 4 business hours, calendar: office, pause: { from: entered, to: left, at_most: 8 business hours } }, target: ">= 90%" }`,
  });
  const { agreement: read, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
  const promise = read?.commitments[0];
  if (!read || !promise) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const rules = [...dependenciesOf(promise, read).keys()];
  expect(rules).toContain('fields.entered');
  expect(rules).toContain('fields.left');
});
