import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reset, say, speak } from '../../src/messages/index.ts';
import type { SniffColumn } from '../../src/model/sniff.ts';
import { presets } from '../../src/presets/index.ts';
import { root, sla } from '../examples/sla.ts';
import { englishWords } from '../messages/english-words.ts';
import { column, sniffed } from './sniffed.ts';

beforeEach(() => speak('fr', { firm: true }));
afterEach(reset);

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const said = ({ evidence, role, notes }: SniffColumn): readonly string[] =>
  [evidence, role?.why ?? '', ...notes].filter((text) => text !== '').map(plain);

const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(join(root, 'examples', name)).includes('exports'));

describe('sniff in French', () => {
  it('says what a column is, why, and what it is not', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) =>
        `L${i};${String(1 + (i % 28)).padStart(2, '0')}/03/2026 ${String(9 + (i % 8)).padStart(2, '0')}:15;1 234,50;2026-04-01;a${i}@x.example\n`,
    );
    const found = await sniffed(`id;Créé le;Montant;Prochain appel;Contact\n${rows.join('')}`);
    expect(said(column(found, 'id'))).toEqual(['texte', 'son en-tête « id », et aucune valeur ne revient']);
    expect(said(column(found, 'Créé le'))).toEqual([
      '28 apparaît en premier nombre (32 fois au-dessus de 12), jamais en second',
      'son en-tête « Créé le », et elle contient des dates',
      'creux de 00:00 à 08:00 (0 % des cellules), comme en heure locale',
    ]);
    expect(said(column(found, 'Montant'))).toEqual(['nombres comme « 1 234,50 »', 'son en-tête « Montant »']);
    expect(said(column(found, 'Prochain appel'))).toEqual([
      'cellules comme « 2026-04-01 »',
      'pas un premier contact : la colonne dit ce qui est prévu, pas ce qui a été fait',
    ]);
    expect(said(column(found, 'Contact'))).toEqual(['adresses e-mail']);
    expect(column(found, 'Contact').personal).toBe(true);
    expect(Object.values(found.evidence).map(plain)).toEqual([
      'avec ce séparateur (point-virgule), 100 % des lignes lues en tête (61) ont 5 cellules',
      'aucune cellule entre guillemets en tête du fichier',
      'le fichier entier est de l’UTF-8 valide ; octets hors ASCII : 4',
      'la ligne 1 a 5 noms, sans nombre ni date',
    ]);
  });

  it.each([
    ['id,a\n1,2\nfin du tableau été\n', '1 ligne sous le tableau, à partir d’ici : « fin du tableau été »'],
    ['id,a\n1,2\n\n\n1,2\n', '2 lignes vides entre les autres'],
    ['id,a\n1,2\nid,a\n3,4\n', 'L’en-tête revient une fois : des exports ont été collés bout à bout'],
    ['id,a\n1,2\nTotal été,\n', 'Une ligne ressemble à un total : « Total été »'],
    ['id,a\n', 'Le tableau n’a aucune ligne'],
    [
      `id,a\n${'1,2\n'.repeat(9)}1,"2\n${'1,2\n'.repeat(9)}`,
      'Un guillemet ouvert ici ne se referme jamais : il engloutirait 10 lignes',
    ],
    [`id,a,b\n${'1,2,3\n'.repeat(9)}1,2\n1,2,3\n`, '1 ligne n’a pas les 3 cellules de l’en-tête (1 avec 2)'],
    ['Leads\n\nid,a,b\n1,2,3\n4,5,6\n7,8,9\n', '2 lignes précèdent l’en-tête'],
  ])('tells the oddity of %j', async (text, wanted) => {
    const { oddities } = await sniffed(text);
    expect(oddities.map(({ message }) => plain(message))).toEqual([wanted]);
    expect(oddities.flatMap(({ message, help }) => englishWords(`${message} ${help}`))).toEqual([]);
  });

  it('shows letters of windows-1252 in an oddity as they are', async () => {
    const { oddities } = await sniffed(Buffer.from('id,a\n1,2\n3,4\nfin, \x80, \xe9t\xe9\n', 'latin1'));
    expect(oddities.map(({ message }) => plain(message))).toEqual([
      '1 ligne sous le tableau, à partir d’ici : « fin, €, été »',
    ]);
  });

  it.each(examples)('leaves no English in what it says of the example %s', async (name) => {
    const found = await sniffed(
      readFileSync(join(root, `examples/${name}/exports`, name === 'maison' ? 'contacts.csv' : 'leads.csv')),
      1 << 16,
    );
    const all = [
      ...found.columns.flatMap(said),
      ...Object.values(found.evidence),
      ...found.oddities.flatMap(({ message, help }) => [message, help]),
      found.preset?.clock ?? '',
    ];
    expect(all.length).toBeGreaterThan(10);
    expect(all.flatMap(englishWords)).toEqual([]);
  });

  it('answers programs in English all the same', async () => {
    const { stdout } = await sla(
      'sniff',
      'examples/acme/exports/leads.csv',
      '--lang',
      'fr',
      '--format',
      'json',
    );
    expect(stdout).toContain('its header');
  });
});

describe('a preset', () => {
  it.each(Object.values(presets))('has its sentences in French: $name', ({ title, clock, notContact }) => {
    const sentences = [clock, ...notContact.map(({ why }) => why)];
    expect(sentences.filter((sentence) => say(sentence) === sentence)).toEqual([]);
    expect([title, ...sentences].map(say).flatMap(englishWords)).toEqual([]);
  });
});
