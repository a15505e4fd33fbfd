import { html } from '../../escape.ts';

/** A number as SVG takes it, with no more decimals than a screen shows. */
export const n = (value: number): string => String(Number(value.toFixed(2)));

export const percent = (value: number): string => `${n(value)}%`;

/**
 * A drawing as wide as its place, whose text keeps its size: across it is measured in percent, down in
 * pixels. It reads as the sentence says.
 */
export const drawing = (height: number, reads: string, parts: readonly string[], classes = ''): string =>
  `<svg class="f${classes}" height="${height}" role="img" aria-label="${html(reads)}">${parts.join('')}</svg>`;

/** The room right of a drawing for what is written there, by how long that is. */
export const gutter = (texts: readonly string[]): string =>
  Math.max(0, ...texts.map((text) => text.length)) > 9 ? ' gut far' : ' gut';

/** A mark or a label at a place in percent. */
export const at = (x: number, y: number, inner: string): string =>
  `<svg x="${percent(x)}" y="${n(y)}" overflow="visible">${inner}</svg>`;

/** A path over the whole width: it is stretched, and its line is not. */
export const stretched = (height: number, path: string | null, classes: string): string =>
  path === null
    ? ''
    : `<svg width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none" overflow="visible"><path class="${classes}" d="${path}"/></svg>`;

interface TextAt {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly classes?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly dx?: number;
}

export const label = ({ x, y, text, classes = '', anchor = 'middle', dx = 0 }: TextAt): string =>
  `<text x="${percent(x)}" y="${n(y)}"${dx === 0 ? '' : ` dx="${dx}"`} text-anchor="${anchor}"${classes === '' ? '' : ` class="${classes}"`}>${html(text)}</text>`;

/** How far from the left in percent, and from the top in pixels. */
export type Place = readonly [x: number, y: number];

/** A straight line between two places. */
export const rule = ([x1, y1]: Place, [x2, y2]: Place, classes: string): string =>
  `<line class="${classes}" x1="${percent(x1)}" y1="${n(y1)}" x2="${percent(x2)}" y2="${n(y2)}"/>`;
