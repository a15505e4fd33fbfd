import { MOST_NAMED } from './phone.ts';

/** On a phone a row of a table is a card, and each of its cells says which column it is. */
const NAMED = Array.from({ length: MOST_NAMED - 1 }, (_, index) => index + 2)
  .map((place) => `  .g.plain td:nth-child(${place})::before { content: var(--c${place}); }`)
  .join('\n');

/** Type, space and order: the same on a phone and on a projector. */
export const LAYOUT = `*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 4rem; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 400 1rem/1.5 var(--sans); font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word; }
.page { max-width: 76rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem) 4.5rem; }
h1, h2, h3, h4, h5, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: clamp(1.9rem, 1.2rem + 2.6vw, 3rem); line-height: 1.1; letter-spacing: -.02em; font-weight: 680; max-width: 26ch; text-wrap: balance; }
h2 { font-size: 1.5rem; line-height: 1.2; letter-spacing: -.01em; font-weight: 660; text-wrap: balance; }
h3 { font-size: 1.1875rem; line-height: 1.3; font-weight: 640; }
h4, h5 { font-size: 1.0625rem; line-height: 1.35; font-weight: 620; text-wrap: pretty; }
main > :first-child { margin-top: 2rem; }
.doc h2 { margin-top: 2.25rem; } .doc p.strong { margin-top: 1.5rem; } .doc .t-intro { margin-top: .5rem; } .doc caption { position: absolute; clip-path: inset(50%); }
.doc td.num, .doc th.num { padding-right: 1.5rem; } .doc main > p { margin-top: .5rem; }
.doc h3 { margin-top: 1.75rem; } .doc h2 + h3 { margin-top: 1rem; }
.nw { white-space: nowrap; } th.left { min-width: 7rem; }
pre { margin: .5rem 0 0; overflow-x: auto; font: .8125rem/1.45 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
small, .small { font-size: .875rem; font-weight: 400; }
.quiet, .t-quiet, .t-intro, .t-sub { color: var(--ink2); }
.strong { font-weight: 620; }
.good { color: var(--met); } .bad { color: var(--miss); } .watch { color: var(--open); }
.t-quiet, .t-who, .legend, .keys, .top, .toc, .plain, table, footer { font-size: .875rem; }
.t-sub { font-size: 1.1875rem; line-height: 1.45; max-width: 60ch; margin-top: .75rem; }
.t-intro { max-width: 70ch; font-size: .9375rem; }
a { color: var(--met); text-decoration-thickness: 1px; text-underline-offset: .18em; }
.said a, .lines a, .t-said a, .number a, th a, td a { color: inherit; text-decoration-color: var(--hair2); }
a:hover { text-decoration-thickness: 2px; text-decoration-color: currentColor; }
:focus-visible { outline: 3px solid var(--met); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999em; }
.skip:focus { left: 1rem; top: .5rem; z-index: 9; padding: .5rem .75rem; background: var(--card); }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.v { display: inline-flex; gap: .4em; align-items: center; white-space: nowrap; }
.mk { width: .74em; height: .74em; flex: none; overflow: visible; }
.top { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; padding: 1rem 0; border-bottom: 1px solid var(--hair); color: var(--ink2); }
.top .strong { color: var(--ink); }
.toc { position: sticky; top: 0; z-index: 5; background: var(--bg); border-bottom: 1px solid var(--hair); overflow-x: auto; scrollbar-width: none; margin: 0 calc(-1 * clamp(1rem, 4vw, 3rem)); padding: 0 clamp(1rem, 4vw, 3rem); }
.toc ul { display: flex; gap: 1.5rem; white-space: nowrap; }
.toc a { display: block; padding: .75rem 0; color: var(--ink2); text-decoration: none; }
.toc a:hover { color: var(--ink); box-shadow: inset 0 -2px var(--met); }
.first { padding: 2rem 0 0; }
.hits { display: grid; gap: 0 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); border-top: 3px solid var(--miss); margin: 1.5rem 0 0; }
.hit { padding: 1rem 0; border-bottom: 1px solid var(--hair); min-width: 0; }
.hit .t-who .v { white-space: normal; } :is(.t-who, .t-said, summary, li) { overflow-wrap: anywhere; }
table :is(th, td).long { white-space: normal; overflow-wrap: anywhere; min-width: 9rem; }
.t-said { font-weight: 560; line-height: 1.35; margin: .25rem 0 .5rem; text-wrap: pretty; }
.t-number { line-height: 1.15; margin: .25rem 0; }
.number { font-size: 2rem; letter-spacing: -.02em; font-weight: 660; white-space: nowrap; }
.t-number .small { color: var(--ink2); white-space: nowrap; }
.pair { display: grid; gap: 1.5rem 3rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); margin-top: 2rem; align-items: start; }
.pair:has(> :nth-child(3)) { grid-template-rows: auto 1fr; } .pair > :first-child:nth-last-child(3) { grid-row: span 2; }
.pair h2, .pair h3 { font-size: 1.1875rem; margin-bottom: .5rem; }
.lines li { display: grid; grid-template-columns: 1.1em 1fr; gap: .3em; padding: .5rem 0; border-top: 1px solid var(--hair); line-height: 1.4; }
.lines .mk { margin-top: .36em; width: .8em; height: .8em; }
.section { margin-top: 3rem; }
.section > h2, .section > h3:first-child { border-top: 3px solid var(--ink); padding-top: .75rem; margin-bottom: .5rem; }
.section > h3, .section > h4 { margin-top: 2rem; }
.section > h3:first-child { margin-top: 0; }
h3 .small, h4 .small { color: var(--ink2); margin-left: .4em; white-space: nowrap; }
.agreement { margin-top: 4.5rem; border-top: 1px solid var(--hair2); padding-top: 1.5rem; }
.agreement > h2 { font-size: 2rem; letter-spacing: -.02em; }
.agreement .first { padding-top: 1.25rem; }
.agreement .first > h3 { font-size: 1.5rem; }
ul.plain li { padding: .25rem 0; }
ul.plain { max-width: 80ch; margin: .5rem 0; }
ul.blank li { border-bottom: 1px solid var(--hair2); padding: .6rem 0 .15rem; color: var(--ink2); font-size: .875rem; min-height: 2.4rem; }
ul.tick li { padding: .25rem 0; font-size: .875rem; }
ul.tick li::before { content: ""; display: inline-block; width: .8em; height: .8em; border: 1px solid var(--hair2); margin-right: .6em; vertical-align: -.08em; }
.t-question { border-left: 3px solid var(--hair2); padding: .125rem 0 .125rem .75rem; margin-top: .5rem; max-width: 70ch; font-weight: 560; }
.blank td, .blank th { height: 2.6rem; }
.pack h3 { margin-top: 1.25rem; }
.pack article { padding-top: 2rem; }
.pack .plain td:nth-child(2) { min-width: 7rem; }
.scroll { position: relative; overflow-x: auto; margin-top: .5rem; }
div.scroll + p, div.scroll + h4 { margin-top: 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--ink2); padding: .25rem 0; }
th, td { padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--hair); font-weight: 400; }
thead th { color: var(--ink2); font-size: .75rem; font-weight: 560; vertical-align: bottom; border-bottom-color: var(--hair2); }
.num, .right { text-align: right; white-space: nowrap; padding-left: .5rem; padding-right: .25rem; }
.num + :is(td, th):not(.num) { padding-left: 1.25rem; }
.across td small { white-space: normal; } .g.plain td.wide:last-child { overflow-wrap: anywhere; min-width: 12rem; }
.part { padding-left: 1.5rem; }
.group { font-weight: 620; padding-top: 1.25rem; }
.grp th { font-weight: 620; padding-top: 1.25rem; border-bottom-color: var(--hair2); }
.ln { display: block; }
.num .ln + .ln { border-top: 1px dotted var(--hair2); margin-top: 2px; padding-top: 2px; }
.months th[scope=row] { line-height: 1.35; min-width: 14rem; max-width: 26rem; }
.months .now { background: color-mix(in srgb, var(--open-soft) 60%, transparent); }
.overview td { vertical-align: top; } .overview th[scope=row] { vertical-align: top; min-width: 11rem; }
.overview td:nth-child(3) { min-width: 12rem; } .overview td:nth-child(2) { white-space: nowrap; }
.keys { display: flex; flex-wrap: wrap; gap: .25rem 1rem; color: var(--ink2); margin-top: .75rem; }
.card { background: var(--card); border: 1px solid var(--hair); border-radius: 6px; margin-top: 1rem; padding: 1.5rem clamp(1rem, 2.4vw, 2rem) .75rem; container-type: inline-size; }
.head { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; align-items: baseline; }
.head h4, .head h5 { max-width: 44rem; }
.body { display: grid; gap: 1.5rem 2rem; margin-top: 1rem; }
.more { display: grid; gap: 1.5rem 2rem; min-width: 0; align-content: start; }
.figure { min-width: 0; }
.figure .t-intro { margin-bottom: .5rem; font-size: .875rem; }
.figure .t-intro .strong { color: var(--ink); }
.measure + .measure { margin-top: 1rem; padding-top: .75rem; border-top: 1px solid var(--hair); }
.measure .t-who { display: flex; flex-wrap: wrap; gap: 0 .75rem; justify-content: space-between; color: var(--ink2); font-weight: 560; }
.measure + .measure .number { font-size: 1.5rem; }
.legend { display: flex; flex-wrap: wrap; gap: .125rem 1rem; color: var(--ink2); margin-top: .25rem; }
.legend .strong { color: var(--ink); }
.folds { margin-top: 1.5rem; }
details > summary { cursor: pointer; min-height: 2.5rem; padding: .5rem 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; border-top: 1px solid var(--hair); font-size: .875rem; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; border: 4px solid transparent; border-left: 6px solid var(--ink3); align-self: start; margin: .4em -.5rem 0 0; }
details[open] > summary::before { transform: rotate(90deg); }
summary:hover { background: color-mix(in srgb, var(--met-soft) 40%, transparent); }
.in { padding: 0 0 1rem 1rem; }
.ids { columns: 7.5rem auto; font-size: .8125rem; color: var(--ink2); }
.cases th, .cases td { padding: .3rem 1rem .3rem 0; font-size: .8125rem; white-space: nowrap; }
.cases td:last-child { white-space: normal; width: 99%; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--hair); color: var(--ink2); }
@container (min-width: 600px) { .body { grid-template-columns: 14rem 1fr; } }
@container (min-width: 900px) { .body { grid-template-columns: 17rem 1fr; column-gap: 3rem; } .more { grid-template-columns: 1fr 1fr; } .more > :first-child, .more > :nth-child(2):last-child { grid-column: 1 / -1; } }
@container (min-width: 720px) { .folds > details > summary { display: grid; grid-template-columns: auto 11rem 8.5rem 11rem 1fr; gap: 0 .75rem; } }
@container (max-width: 719px) { .folds > details > summary > :last-child { flex-basis: 100%; padding-left: 1rem; } }
@media (min-width: 60rem) { html { scroll-padding-top: 6.5rem; } .toc ul { flex-wrap: wrap; gap: 0 1.25rem; } }
@media (max-width: 640px), screen and (max-width: 760px) {
  .first { padding-top: 1.5rem; }
  .t-sub { font-size: 1rem; }
  .hit { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .75rem; align-items: baseline; padding: .75rem 0; }
  .hit .t-said, .hit .t-quiet { grid-column: 1 / -1; }
  .hit .t-number { grid-row: 1; grid-column: 2; text-align: right; }
  .hit .number { font-size: 1.5rem; }
  .hit .t-number .small { font-size: .75rem; }
  :is(.months, .across) tr { display: grid; grid-template-columns: repeat(var(--k, 6), minmax(0, 1fr)); }
  :is(.months, .across) th:is([scope=row], [scope=rowgroup]), .across thead th:first-child { grid-column: 1 / -1; border: 0; padding-bottom: 0; max-width: none; text-align: left; }
  .months thead th:first-child { display: none; }
  :is(.months, .across) :is(td, thead th:not(:first-child)) { text-align: center; padding: .375rem 1px; font-size: .75rem; }
  .across :is(td, th).right { white-space: normal; } .across td small { font-size: .75rem; color: var(--ink2); }
  .months thead th { white-space: normal; }
  .months td .v { flex-direction: column; gap: 3px; }
  .in { padding-left: 0; }
  .cases thead { position: absolute; clip-path: inset(50%); }
  .cases tr { display: grid; grid-template-columns: 1fr 1fr 1fr; border-bottom: 1px solid var(--hair); padding: .375rem 0; }
  .cases th, .cases td { border: 0; padding: 1px 4px 1px 0; font-size: .75rem; white-space: normal; }
  .cases th[scope=row] { grid-column: 1 / -1; font-weight: 560; }
  .cases td:last-child { grid-column: 1 / -1; font-size: .8125rem; }
  .g.plain thead { position: absolute; clip-path: inset(50%); }
  .g.plain tr { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.75rem, 1fr)); gap: .25rem .75rem; border-bottom: 1px solid var(--hair); padding: .5rem 0; }
  .g.plain tr > * { border: 0; padding: 0; text-align: left; }
  .g.plain tr:has(> .part) { padding-left: 1.25rem; }
  .g.plain tr > td:is(.right, .num) { white-space: normal; }
  .g.plain tr > td.wide { grid-column: 1 / -1; }
  .g.plain tr > th { grid-column: 1 / -1; font-weight: 560; white-space: normal; overflow-wrap: anywhere; }
  .g.plain .grp { border: 0; padding: 1rem 0 0; }
  .g.plain td:empty { display: none; }
  .g.plain td::before { display: block; color: var(--ink2); font-size: .75rem; }
${NAMED}
  .overview thead { position: absolute; clip-path: inset(50%); }
  .overview tr { display: block; border-bottom: 1px solid var(--hair); padding: .5rem 0; }
  .overview th, .overview td { display: block; border: 0; padding: .125rem 0; }
}
@media screen and (min-width: 761px) and (max-width: 60rem), print and (min-width: 641px) and (max-width: 60rem) {
  .g.plain td.nw, .pack .num, :is(.pack, .across) .right { white-space: normal; }
  .pack .plain td:nth-child(2):not(:nth-last-child(3)) { min-width: 9.5rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
