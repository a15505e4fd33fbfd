import { describe, expect, it } from 'vitest';
import { knownExports } from '../../src/app/exports/known.ts';
import { keyQuestion, noKey } from '../../src/app/init/ask/key.ts';
import { mappingOf } from '../../src/app/init/ask/mapping.ts';
import {
  readColumn,
  readColumnOrNone,
  readCountry,
  readHours,
  readZone,
} from '../../src/app/init/ask/read-answer.ts';
import { wordsQuestion } from '../../src/app/init/ask/won.ts';
import type { Sniff } from '../../src/model/sniff.ts';
import { sniff as sniffBytes } from '../../src/sniff/sniff.ts';

async function sniffed(text: string): Promise<Sniff> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  const found = await sniffBytes({
    chunks: chunks(),
    bom: null,
    presets: knownExports,
    personal: false,
    otherEncoding: () => null,
    windows1252: (bytes) => Buffer.from(bytes).toString('latin1'),
  });
  if (found === null) throw new Error('The text is empty');
  return { file: 'leads.csv', bytes: text.length, packed: null, ...found };
}

const rows = (line: (i: number) => string, n = 20): string =>
  Array.from({ length: n }, (_, i) => line(i)).join('\n');

describe('the key of an export', () => {
  it.each([
    'Record ID - Contact',
    'Item ID',
    'Unique ID',
    'unique_id',
    'Ticket ID',
    'Case Number',
    'Response ID',
    'Submission ID',
    'Token',
    'Event UUID',
    'Person - ID',
    'Réf.',
    'Référence',
    'Numéro',
    '#',
    'ID-Nr',
    'Lead - ID',
    'N° de piste',
  ])('is the column "%s" where its values all differ', async (header) => {
    const found = await sniffed(
      `Source,${header},Created Date\n${rows((i) => `Web,${1000 + i},2026-01-${10 + (i % 9)}`)}\n`,
    );
    expect(keyQuestion(found, mappingOf(found)).fallback).toBe(header);
  });

  it('is the column "Item ID" where a row of sums below each group has none', async () => {
    const found = await sniffed(
      `Name,Deal value,Created,Item ID\n${rows((i) => `Acme ${i % 3},${100 + i},2026-01-${10 + (i % 9)},${3000 + i}`, 40)}\n,4780,,\n`,
    );
    expect(keyQuestion(found, mappingOf(found)).fallback).toBe('Item ID');
  });

  it('is offered as any column whose values all differ, with that as its evidence', async () => {
    const found = await sniffed(`Firm,Town,Created Date\n${rows((i) => `Firm ${i},Metz,2026-01-05`)}\n`);
    expect(keyQuestion(found, mappingOf(found))).toMatchObject({
      fallback: 'Firm',
      why: 'no header names an id, and the 20 values of this column all differ',
      choices: ['Firm'],
    });
  });

  it('is the one that every row has, before one that names something else of half of them', async () => {
    const half = (i: number) => (i % 2 === 0 ? `L${i}` : '');
    const found = await sniffed(
      `LeadId,Id,Created Date\n${rows((i) => `${half(i)},M${i},2026-01-${10 + (i % 9)}`)}\n`,
    );
    expect(keyQuestion(found, mappingOf(found)).fallback).toBe('Id');
  });

  it('is an address before a firm, of which two people may come', async () => {
    const found = await sniffed(
      `Firm,E-mail,Created Date\n${rows((i) => `Firm ${i},p${i}@example.com,2026-01-05`)}\n`.replace(
        'Firm,',
        'Company,',
      ),
    );
    expect(keyQuestion(found, mappingOf(found)).fallback).toBe('E-mail');
  });

  it('is no date, no amount and no length of time, however different they are', async () => {
    const found = await sniffed(
      `Created Date,Amount,Response hours,Town\n${rows((i) => `2026-01-${10 + i},${1000 + i},${i + 1},Metz`)}\n`,
    );
    expect(keyQuestion(found, mappingOf(found)).fallback).toBe('none');
  });

  it.each(['submission_date', 'Submit Date', 'Horodateur', 'Zeitstempel', 'Lead acquisition date'])(
    'stands beside the date "%s", on which a form was sent',
    async (header) => {
      const found = await sniffed(`Token,${header}\n${rows((i) => `t${i}x,2026-01-${10 + i} 10:00`)}\n`);
      expect(mappingOf(found).created?.name).toBe(header);
    },
  );

  it('names the nearest miss where there is none', async () => {
    const found = await sniffed(`Code,Town,Created Date\n${rows((i) => `C${i % 18},Metz,2026-01-05`)}\n`);
    expect(noKey(found).help).toContain('"Code" comes nearest: 2 of its 20 values come again');
  });
});

describe('what people type', () => {
  it.each([
    ['9h-18h', '09:00-18:00'],
    ['9h30-12h 14h-18h', '09:30-12:00, 14:00-18:00'],
    ['9-12h30, 14-18', '09:00-12:30, 14:00-18:00'],
    ['09:00-12:30,14:00-18:00', '09:00-12:30, 14:00-18:00'],
    ['8:30 to 17:00', '08:30-17:00'],
    ['tôt', 'tôt'],
  ])('as hours: %s', (typed, read) => {
    expect(readHours(typed)).toBe(read);
  });

  it.each([
    ['paris', 'Europe/Paris'],
    ['France', 'Europe/Paris'],
    ['new york', 'America/New_York'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Mars/Olympus', 'Mars/Olympus'],
  ])('as a zone: %s', (typed, read) => {
    expect(readZone(typed)).toBe(read);
  });

  it.each([
    ['France', 'FR'],
    ['Allemagne', 'DE'],
    ['fr-57', 'FR-57'],
    ['aucun', 'none'],
    ['Gaul', 'Gaul'],
  ])('as a country: %s', (typed, read) => {
    expect(readCountry(typed)).toBe(read);
  });
});

it('a column is understood as people type its header, unless two are meant', () => {
  const names = ['Réf.', 'Arrivé le', 'Date 1', 'date-1', 'None'];
  expect(['ref', 'REF.', 'arrivé le', 'arrive le'].map((typed) => readColumn(names, typed))).toEqual([
    ...['Réf.', 'Réf.', 'Arrivé le', 'Arrivé le'],
  ]);
  expect(readColumn(names, 'Date 1')).toBe('Date 1');
  expect(readColumn(names, 'DATE 1')).toBe('DATE 1');
  expect(readColumn(names, '?')).toBe('?');
  expect(['aucune', 'keine', 'none'].map((typed) => readColumnOrNone(['Réf.'], typed))).toEqual([
    ...['none', 'none', 'none'],
  ]);
  expect(readColumnOrNone(names, 'None')).toBe('None');
});

it('a key is understood as people type its columns', async () => {
  const found = await sniffed(`Réf.,Arrivé le,Société\n${rows((i) => `P${i},2026-01-${10 + i},Acme`)}\n`);
  const { read, check } = keyQuestion(found, mappingOf(found));
  expect(read?.('ref')).toBe('Réf.');
  expect(read?.('societe, arrive le')).toBe('Société, Arrivé le');
  expect(check(read?.('societe, nothing') ?? '')).toContain('no column "societe, nothing"');
});

it('any word of a status is said in either language, unless the status has that word', async () => {
  const words = ['Gewonnen', 'Tous', 'Offen'];
  const rows = Array.from(
    { length: 24 },
    (_, i) => `A${i},2026-01-${10 + (i % 18)},2026-02-11,${words[i % 3]}`,
  );
  const found = await sniffed(`Id,Created,Won on,Status\n${rows.join('\n')}\n`);
  const question = wordsQuestion(mappingOf(found));
  const read = (typed: string) => question?.read?.(typed);
  expect(['any', 'toutes', 'gewonnen', 'Tous'].map(read)).toEqual(['any', 'any', 'Gewonnen', 'Tous']);
});
