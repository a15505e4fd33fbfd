import { t } from '../messages/index.ts';
import type { Shape } from './shape.ts';

export interface NumberFinding {
  readonly type: 'integer' | 'decimal';
  /** Of decimals; null where a comma or a point may be either sign. */
  readonly decimal: '.' | ',' | null;
  /** The currency that each number bears by its sign, as its code; null where any bears none, or another. */
  readonly currency: string | null;
  readonly evidence: string;
  readonly n: number;
}

const CURRENCY = '(?:€|R\\$|\\$|£|¥|￥|円|zł|₽|CHF|EUR|USD|BRL|PLN|JPY)';
/** Signs of one currency alone: that of the dollar is of many, and that of the yen of the yuan too. */
const CODE_OF: readonly (readonly [sign: RegExp, code: string])[] = [
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/R\$/, 'BRL'],
  [/円|JPY/, 'JPY'],
  [/zł|PLN/, 'PLN'],
  [/₽/, 'RUB'],
];

const BARE = new RegExp(`^${CURRENCY}[\\s\\u00a0\\u202f]*|[\\s\\u00a0\\u202f]*${CURRENCY}$`, 'g');

/**
 * The numbers of a column; null where hardly any cell is one, or where zeros in front show that they are
 * codes.
 */
export function numbersOf(shapes: readonly Shape[]): NumberFinding | null {
  const found = shapes.flatMap((shape) => {
    const text = shape.example.replace(BARE, '').replace(/^([\d.,].*)-$/, '-$1');
    const kind = kindOf(text);
    return kind === null ? [] : [{ shape, kind, text }];
  });
  const n = found.reduce((sum, { shape }) => sum + shape.n, 0);
  if (n === 0 || found.some(({ shape, kind }) => kind === 'whole' && shape.leadingZero > 0)) return null;
  const has = (kind: Kind) => found.find((each) => each.kind === kind);
  const [point, comma] = [has('point') ?? has('grouped-point'), has('comma') ?? has('grouped-comma')];
  if (point && comma) return null;
  const sign = point ?? comma;
  const currency = currencyOf(found.map(({ shape }) => shape.example));
  if (sign) {
    const decimal = point ? '.' : ',';
    return { type: 'decimal', decimal, currency, n, evidence: t`numbers such as "${sign.shape.example}"` };
  }
  const unclear = has('three-after-point') ?? has('three-after-comma');
  if (unclear) {
    const evidence = t`"${unclear.shape.example}" may be thousands or a fraction`;
    return { type: 'decimal', decimal: null, currency, n, evidence };
  }
  const example = found[0]?.shape.example ?? '';
  return { type: 'integer', decimal: null, currency, n, evidence: t`whole numbers such as "${example}"` };
}

/** Cells of one form have the same signs: the first of each form tells of all. */
const currencyOf = (examples: readonly string[]): string | null =>
  CODE_OF.find(([sign]) => examples.every((example) => sign.test(example)))?.[1] ?? null;

type Kind =
  | 'whole'
  | 'point'
  | 'comma'
  | 'grouped'
  | 'grouped-point'
  | 'grouped-comma'
  | 'three-after-point'
  | 'three-after-comma';

function kindOf(text: string): Kind | null {
  if (/^[+-]?\d+$/.test(text)) return 'whole';
  if (/^[+-]?\d{1,3}\.\d{3}$/.test(text)) return /^[+-]?0/.test(text) ? 'point' : 'three-after-point';
  if (/^[+-]?\d{1,3},\d{3}$/.test(text)) return /^[+-]?0/.test(text) ? 'comma' : 'three-after-comma';
  if (/^[+-]?\d*\.\d+(?:[eE][+-]?\d{1,2})?$/.test(text)) return 'point';
  if (/^[+-]?\d*,\d+(?:[eE][+-]?\d{1,2})?$/.test(text)) return 'comma';
  if (/^[+-]?\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+$/.test(text)) return 'grouped';
  if (/^[+-]?\d{1,3}(?:[ \u00a0\u202f'’,]\d{3})+\.\d+$|^[+-]?\d{1,3}(?:,\d{3}){2,}$/.test(text))
    return 'grouped-point';
  if (/^[+-]?\d{1,3}(?:[ \u00a0\u202f'’.]\d{3})+,\d+$|^[+-]?\d{1,3}(?:\.\d{3}){2,}$/.test(text))
    return 'grouped-comma';
  return null;
}
