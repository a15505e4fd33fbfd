import type { Shape, Styled, Words } from '../blocks.ts';
import { html } from '../escape.ts';

/** Pieces of a sentence as HTML; every text in it is escaped. */
export const wordsHtml = (words: readonly Words[]): string =>
  words.map((piece) => pieceHtml(piece, unbroken)).join('');

/** The same for a cell that breaks at no space either. */
export const cellWords = (words: readonly Words[]): string =>
  words.map((piece) => pieceHtml(piece, html)).join('');

function pieceHtml(piece: Words, say: (text: string) => string): string {
  if (typeof piece === 'string') return say(piece);
  const { shape, said, part } = piece;
  const mark = shape === undefined ? '' : markHtml(shape);
  const swatch = part === undefined ? '' : `<i class="sw b-${part}"></i>`;
  const heard = said === undefined ? '' : `<span class="vh"> ${html(said)}</span>`;
  const text = linked(piece, say);
  const inner = `${mark}${swatch}${text}${heard}`;
  const classes = [piece.tone, piece.role, shape === undefined || piece.text === '' ? undefined : 'v'];
  const names = classes.filter((each) => each !== undefined).join(' ');
  return names === '' ? inner : `<span class="${names}">${inner}</span>`;
}

function linked({ text, to, lang }: Styled, say: (text: string) => string): string {
  const own = lang === undefined ? '' : ` lang="${lang}"`;
  if (to !== undefined) return `<a href="#${to}"${own}>${say(text)}</a>`;
  return own === '' ? say(text) : `<span${own}>${say(text)}</span>`;
}

/** A date, a month and the hours of a day end no line at one of their hyphens. */
const unbroken = (text: string): string =>
  html(text).replace(/\d{4}-\d\d(?:-\d\d)?(?!\d)|\d\d:\d\d-\d\d:\d\d/g, '<span class="nw">$&</span>');

/** A shape in a line of text. */
const markHtml = (shape: Shape): string =>
  `<svg class="mk" viewBox="-6 -6 12 12" aria-hidden="true">${shapeSvg(shape, 5)}</svg>`;

/** A shape around nought: a filled one is final, a hollow one is not. */
export function shapeSvg(shape: Shape, r: number): string {
  const square = (n: number) => `x="${-n}" y="${-n}" width="${2 * n}" height="${2 * n}"`;
  switch (shape) {
    case 'kept':
      return `<circle class="m-kept" r="${r}"/>`;
    case 'kept so far':
      return `<circle class="m-keptopen" r="${r - 1}"/>`;
    case 'missed':
      return `<rect class="m-missed" ${square(r - 0.5)}/>`;
    case 'missed so far':
      return `<rect class="m-missedopen" ${square(r - 1)}/>`;
    case 'open':
      return `<path class="m-open" d="M0 ${-r}L${r} 0 0 ${r} ${-r} 0z"/>`;
    case 'none':
      return `<path class="m-none" d="M${1 - r} 0H${r - 1}"/>`;
  }
}
