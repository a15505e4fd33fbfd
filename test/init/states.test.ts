import { expect, it } from 'vitest';
import { historyOf } from '../../src/app/init/propose/history.ts';
import { touchOf } from '../../src/app/init/propose/touch.ts';
import type { Sniff } from '../../src/model/sniff.ts';
import { column, sniffed } from '../sniff/sniffed.ts';

async function sniffOf(text: string): Promise<Sniff> {
  return { file: 'states.csv', bytes: text.length, packed: null, ...(await sniffed(text)) };
}

/** Twelve leads, each at work and then waiting for somebody. */
const states = (header: string, word: string): string =>
  `${header}\n${Array.from({ length: 12 }, (_, i) =>
    [
      `L${i};x;${i + 10}.03.2026 09:00;${i + 10}.03.2026 10:00`,
      `L${i};${word};${i + 10}.03.2026 10:00;${i + 10}.03.2026 11:00`,
    ].join('\n'),
  ).join('\n')}\n`;

it.each([
  ['German', 'Lead;Status;Von;Bis', 'Wartet auf den Kunden'],
  ['German', 'Lead;Zustand;Beginn;Ende', 'Pausiert'],
  ['Spanish', 'Lead;Estado;Desde;Hasta', 'En espera del cliente'],
  ['Italian', 'Lead;Stato;Dal;Al', 'In attesa del cliente'],
  ['Dutch', 'Lead;Status;Van;Tot', 'Wacht op de klant'],
  ['Portuguese', 'Lead;Estado;De;Até', 'Aguardando o cliente'],
])('a history is known by its words in %s: %s', async (_, header, word) => {
  const history = historyOf(await sniffOf(states(header, word)));
  const [, status, from, to] = header.split(';');
  expect([history?.status?.name, history?.from.name, history?.to.name]).toEqual([status, from, to]);
  expect(history?.holds).toEqual([word]);
});

it.each([
  ['in which state a lead is, and since when', 'Lead;Status;Seit', false],
  ['in which state a call ended', 'Lead;Status;Call date', true],
  ['of which kind something was', 'Lead;Type;Date', true],
])('rows that tell %s are touches or not', async (_, header, isTouch) => {
  const rows = Array.from(
    { length: 12 },
    (__, i) => `L${i % 6};${i % 2 ? 'neu' : 'offen'};${i + 10}.03.2026 09:00`,
  );
  const sniff = await sniffOf(`${header}\n${rows.join('\n')}\n`);
  const link = column(sniff, 'Lead');
  expect(touchOf(sniff, link) !== null).toBe(isTouch);
});
