import { CHARTS } from './chart-style.ts';
import { LAYOUT } from './layout.ts';
import { PAPER } from './paper.ts';

/**
 * The look of a page. A colour has a meaning or is absent: red is a promise that was missed and nothing
 * else, blue is met, ochre is still open. Text is at least 4.5 to 1 on its ground, in light and in dark.
 */
const TOKENS = `:root {
  color-scheme: light dark;
  --bg: #fafaf7; --card: #ffffff; --ink: #161d25; --ink2: #46515d; --ink3: #5f6975; --hair: #dfe1e0; --hair2: #a3abb2;
  --met: #1d4f91; --met-area: #5d87c0; --met-soft: #dbe5f2; --miss: #b0281d; --miss-soft: #f9e6e2; --open: #7f5200; --open-soft: #f6ecd6;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #11161b; --card: #181e25; --ink: #e9ecef; --ink2: #b4bdc7; --ink3: #98a3af; --hair: #2b343e; --hair2: #5b6774;
    --met: #8fbaf2; --met-area: #5f8ac4; --met-soft: #21344d; --miss: #ff9184; --miss-soft: #3c2220; --open: #e6b65c; --open-soft: #382d17;
  }
}
`;

export const STYLE = TOKENS + LAYOUT + CHARTS + PAPER;

/** Hatching, which tells late from met without its colour. */
export const PATTERNS =
  '<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="h0"/><rect width="2.5" height="6" class="h1"/></pattern></defs></svg>';
