import { describe, expect, it } from 'vitest';
import { otherEncoding } from '../../src/reading/text/other-encoding.ts';
import { column, kinds, sniffed } from './sniffed.ts';

/** The bytes of a text in an encoding, by what Node decodes each of them to; of two bytes where one is not enough. */
function encoded(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytes = new Map<string, readonly number[]>();
  for (let one = 0x80; one < 0x100; one++) {
    bytes.set(decoder.decode(Uint8Array.of(one)), [one]);
    for (let two = 0x40; two < 0x100; two++) {
      const sign = decoder.decode(Uint8Array.of(one, two));
      if ([...sign].length === 1 && !bytes.has(sign)) bytes.set(sign, [one, two]);
    }
  }
  return Uint8Array.from([...text].flatMap((sign) => bytes.get(sign) ?? [sign.charCodeAt(0)]));
}

const POLISH =
  'Nr;Imię;Nazwisko;Źródło;Data wpływu\n1;Paweł;Dąbrowski;Targi;2026-03-02\n2;Łukasz;Wójcik;Polecenie;2026-03-31\n';
const JAPANESE =
  'リードID,氏名,リード状況,作成日\n1,山田太郎,新規,2026-03-02\n2,佐藤花子,対応中,2026-03-31\n';
/** Signs that stand for whole words, and hardly a letter of the alphabets. */
const SIGNS = `氏名,電話,会社名\n${'山田太郎,1,株式会社\n佐藤健一,2,展示会\n'.repeat(9)}`;
const RUSSIAN = 'ID;Имя;Источник;Дата создания\n1;Иван;Сайт;2026-03-02\n2;Ольга;Выставка;2026-03-31\n';
const FRENCH =
  'Réf.;Prénom;Créé le;Société\n1;Zoé;2026-03-02;Café de la Forêt\n2;Benoît;2026-03-31;Déjà Vu, à côté\n';
const CZECH = 'ID;Jméno;Příjmení;Datum přijetí\n1;Jiří;Dvořák;2026-03-02\n2;Zdeněk;Růžička;2026-03-31\n';
const CHINESE = '编号,姓名,电话,创建时间\n1,张伟,1,2026-03-02\n2,李娜,2,2026-03-31\n';
const KOREAN = '번호,이름,생성일\n1,김철수,2026-03-02\n2,이영희,2026-03-31\n';

describe('a text in an encoding that is not read', () => {
  it.each([
    ['WINDOWS-1250', 'windows-1250', POLISH],
    ['WINDOWS-1250', 'windows-1250', CZECH],
    ['ISO-8859-2', 'iso-8859-2', POLISH],
    ['SHIFT_JIS', 'shift_jis', JAPANESE],
    ['SHIFT_JIS', 'shift_jis', SIGNS],
    ['EUC-JP', 'euc-jp', JAPANESE],
    ['EUC-KR', 'euc-kr', KOREAN],
    ['GB18030', 'gb18030', CHINESE],
    ['WINDOWS-1251', 'windows-1251', RUSSIAN],
    ['KOI8-R', 'koi8-r', RUSSIAN],
    ['MACINTOSH', 'macintosh', FRENCH],
  ])('is known as %s (%s)', (name, label, text) => {
    const bytes = encoded(text, label);
    expect(otherEncoding(bytes)?.name).toBe(name);
    expect(otherEncoding(bytes)?.decode(bytes)).toBe(text);
  });

  it('is known as that of DOS', () => {
    const dos: Readonly<Record<string, number>> = { é: 0x82, ê: 0x88, î: 0x8c, à: 0x85, ô: 0x93 };
    const bytes = Uint8Array.from([...FRENCH], (sign) => dos[sign] ?? sign.charCodeAt(0));
    expect(otherEncoding(bytes)?.name).toBe('CP850');
    expect(otherEncoding(bytes)?.decode(bytes)).toBe(FRENCH);
  });

  it.each([
    ['French', FRENCH],
    ['typed with curled signs', 'Id;Title\n1;It’s Jane’s “offer” – new…\n2;Dave’s œuvre; l’été\n'],
    ['Danish', 'Id;Navn\n1;Søren Ågård\n2;Bjørn Æbelø\n3;Jørgen\n'],
    ['German', 'Id;Straße\n1;Müllergässchen\n2;Königstraße\n3;Überlingen\n'],
    ['Portuguese', 'Id;Situação\n1;Não, João\n2;Ações em Gonçalves\n'],
    ['of measures', 'Id;Surface;Note\n1;12 m²;±3 µ\n2;5 m³;½ côté\n3;7 m³;¼ été\n'],
  ])('is none where it is windows-1252: %s', (_, text) => {
    expect(otherEncoding(encoded(text, 'windows-1252'))).toBeNull();
  });

  it('is told with what to do, its headers are read and its people masked all the same', async () => {
    const found = await sniffed(encoded(JAPANESE, 'shift_jis'));
    expect(kinds(found)).toEqual(['other-encoding']);
    expect(found.oddities[0]?.help).toContain('iconv -f SHIFT_JIS -t UTF-8');
    expect(found.csv.encoding).toBe('utf-8');
    expect(column(found, '氏名')).toMatchObject({ personal: true, examples: ['xxxx', 'xxxx'] });
    expect(column(found, '作成日').role?.name).toBe('created');
  });
});
