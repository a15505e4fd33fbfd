/** On A4: the first sheet is the summary, and every period stands as a line, newest first. */
export const PAPER = `@media print {
  @page { size: A4; margin: 12mm 13mm 13mm; }
  :root { color-scheme: light; --bg: #fff; --card: #fff; --ink: #000; --ink2: #333; --ink3: #4d4d4d; --hair: #ccc; --hair2: #888; --met: #1d4f91; --met-area: #5d87c0; --met-soft: #dbe5f2; --miss: #b0281d; --miss-soft: #fff; --open: #7f5200; --open-soft: #f6ecd6; }
  html { font-size: 10px; }
  body { line-height: 1.35; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .page { max-width: none; padding: 0; }
  .toc, .skip { display: none; }
  h1 { font-size: 2rem; max-width: none; }
  .t-sub { max-width: none; font-size: 1.05rem; margin-top: .4rem; }
  .number { font-size: 1.6rem; }
  .first { padding-top: 1rem; }
  .hits { grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0 1rem; margin-top: .75rem; }
  .hit { border: 0; padding: .5rem 0; }
  .pair { grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 1.5rem; margin-top: .75rem; } .pair > :first-child { grid-row: auto !important; }
  .lines li { padding: .2rem 0; }
  .section { margin-top: 1rem; }
  .months td, .months th { padding-top: .1rem; padding-bottom: .1rem; }
  .grp th { padding-top: .5rem; }
  .months th[scope=row] { min-width: 12rem; }
  .card { border: 0; border-top: 1px solid var(--hair2); border-radius: 0; padding: 1rem 0 0; }
  .body { grid-template-columns: 14rem 1fr; }
  .head, .body, .figure, .hit, .lines li, tr, p { break-inside: avoid; }
  h2, h3, h4, h5, caption, thead, h2 + .t-intro, .head, .grp, p.strong, .t-question { break-after: avoid; }
  footer { break-before: avoid; margin-top: 0; padding-top: .3rem; border: 0; }
  svg text { font-size: 9.5px; } .bricks text { font-size: 9px; }
  svg.bricks { max-width: none; } .overview td:nth-child(3) { min-width: 20rem; }
  .scroll { overflow: visible; }
  details::details-content { display: none; }
  details.pr::details-content { content-visibility: visible; display: block; height: auto; }
  summary::before { display: none; }
  details > summary { min-height: 0; padding: .2rem 0; }
  .folds > details > summary { display: grid; grid-template-columns: 11rem 9rem 12rem 1fr; }
  ul.blank li { padding: .35rem 0 .1rem; min-height: 1.8rem; }
  .blank td, .blank th { height: 2rem; }
  .pack .section, .pack h3 { margin-top: .8rem; }
  .ids { display: none; }
  .cases td, .cases th { padding: .15rem 1rem .15rem 0; font-size: .72rem; }
  a { color: inherit; text-decoration: none; }
}
`;
