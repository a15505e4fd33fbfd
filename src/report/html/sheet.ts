/** The look of an agreement on a sheet of A4: black on white, small enough for one page where it can be. */
export const SHEET = `:root { color-scheme: light dark; --ink: #161d25; --quiet: #4a545f; --hair: #b8bec4; --ground: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ecef; --quiet: #b4bdc7; --hair: #4a545f; --ground: #11161b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.4 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
article { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: .25rem 2rem; border-bottom: 2px solid var(--ink); margin-bottom: .6rem; }
h1 { flex: 1 1 18rem; font-size: 1.35rem; margin: 0 0 .4rem; }
.state { flex: 0 1 auto; margin: 0 0 .4rem; color: var(--quiet); text-align: right; }
p { margin: 0 0 .3rem; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: 1.1rem 0 .35rem; padding-bottom: .15rem; border-bottom: 1px solid var(--hair); }
h3 { font-size: 1rem; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
.entry { margin: 0 0 .45rem; break-inside: avoid; }
.promise { display: grid; grid-template-columns: 2.4rem 1fr; }
.code { font-weight: 700; }
.small { color: var(--quiet); font-size: .87em; }
.sign { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1.5rem; margin-top: 1.4rem; break-inside: avoid; }
.line { border-bottom: 1px solid var(--hair); padding-top: .9rem; color: var(--quiet); font-size: .87em; }
.digest { margin-top: 1rem; color: var(--quiet); font-size: .8rem; }
.problem { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
@media (max-width: 480px) { .state { text-align: left; } .promise { grid-template-columns: 1fr; } }
@page { size: A4; margin: 7mm 11mm; }
@media print {
  :root { --ink: #000000; --quiet: #333333; --hair: #888888; --ground: #ffffff; }
  body { font-size: 7.4pt; line-height: 1.12; }
  header { margin-bottom: 3pt; }
  p { margin-bottom: 1pt; }
  article { max-width: none; padding: 0; }
  footer { break-inside: avoid; break-before: avoid; }
  section:last-of-type { break-inside: avoid; break-after: avoid; }
  article + article { break-before: page; }
  h1 { font-size: 13pt; margin-bottom: 2pt; }
  h2 { font-size: 9pt; margin: 2.5pt 0 1pt; padding-bottom: .5pt; break-after: avoid; }
  h3 { font-size: 8.4pt; }
  .state { margin-bottom: 2pt; }
  .promise { grid-template-columns: 20pt 1fr; }
  .promise .small { display: inline; margin-right: 6pt; }
  .digest { margin-top: 4pt; font-size: 7pt; }
  .entry { margin-bottom: 1pt; }
  .sign { margin-top: 5pt; gap: 14pt; }
  .sign > div { display: grid; grid-template-columns: 3fr 2fr; column-gap: 8pt; align-content: start; }
  .sign .who, .sign .line:last-child { grid-column: 1 / -1; }
  .line { padding-top: 7pt; }
}
`;
