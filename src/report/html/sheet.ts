/** The look of an agreement on a sheet of A4: black on white, small enough for one page where it can be. */
export const SHEET = `:root { color-scheme: light dark; --ink: #161d25; --quiet: #4a545f; --hair: #b8bec4; --ground: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ecef; --quiet: #b4bdc7; --hair: #4a545f; --ground: #11161b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.4 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
article { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 2rem; border-bottom: 2px solid var(--ink); margin-bottom: .6rem; }
h1 { font-size: 1.35rem; margin: 0 0 .4rem; }
.state { margin: 0 0 .4rem; color: var(--quiet); text-align: right; }
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
@page { size: A4; margin: 12mm 14mm; }
@media print {
  :root { --ink: #000000; --quiet: #333333; --hair: #888888; --ground: #ffffff; }
  body { font-size: 8.6pt; line-height: 1.24; }
  article { max-width: none; padding: 0; }
  article + article { break-before: page; }
  h2 { margin-top: .6rem; }
  .entry { margin-bottom: .2rem; }
  .sign { margin-top: .7rem; }
  .line { padding-top: .6rem; }
}
`;
