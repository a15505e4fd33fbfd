/** Charts: their text keeps its size, whatever their width. */
export const CHARTS = `svg.f { display: block; width: 100%; overflow: visible; }
svg.gut { width: calc(100% - 72px); } svg.gut.far { width: calc(100% - 112px); }
svg.bricks { max-width: 15rem; }
svg text { font-family: var(--sans); font-size: 12px; fill: var(--ink2); font-variant-numeric: tabular-nums; }
.bricks text { font-size: 11px; }
svg .lb { fill: var(--ink); paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
svg .lb.b { fill: var(--miss); font-weight: 620; }
svg .foc { fill: var(--ink); font-weight: 620; }
svg .tgl { fill: var(--ink); font-weight: 560; }
.tg { stroke: var(--ink2); stroke-width: 1.25; stroke-dasharray: 5 3; }
.tick { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 2; }
.cut { stroke: var(--ink3); stroke-dasharray: 1 3; }
.dots { stroke: var(--met); stroke-width: 2; stroke-dasharray: 2 4; }
.ax { stroke: var(--hair2); }
.wh { stroke: var(--open); stroke-width: 2; }
.ser { stroke: var(--met); stroke-width: 2; fill: none; vector-effect: non-scaling-stroke; }
.stem { stroke: var(--met); stroke-width: 2; } .stem.b { stroke: var(--miss); }
.nowb { fill: var(--open-soft); opacity: .7; }
.m-kept { fill: var(--met); } .m-missed { fill: var(--miss); }
.m-keptopen { fill: var(--card); stroke: var(--met); stroke-width: 2; } .m-missedopen { fill: var(--card); stroke: var(--miss); stroke-width: 2; }
.m-open { fill: var(--card); stroke: var(--open); stroke-width: 2; } .m-none { stroke: var(--ink3); stroke-width: 2; }
.b-kept { fill: var(--met-area); background: var(--met-area); }
.b-late { fill: url(#hatch); stroke: var(--miss); stroke-width: 1.25; }
.b-open { fill: var(--card); stroke: var(--open); stroke-width: 1.25; background: var(--card); }
.b-unknown { fill: var(--hair2); background: var(--hair2); }
.h0 { fill: var(--miss-soft); } .h1 { fill: var(--miss); }
.sw { display: inline-block; width: .75em; height: .75em; margin-right: .4em; border: 1px solid transparent; }
.sw.b-late { border-color: var(--miss); background: repeating-linear-gradient(45deg, var(--miss) 0 1.5px, var(--miss-soft) 1.5px 4px); }
.sw.b-open { border-color: var(--open); }
.k-missed { fill: var(--miss); } .k-soft { fill: var(--met-soft); stroke: var(--met-area); stroke-width: .75; } .k-open { fill: var(--open-soft); stroke: var(--open); stroke-width: .75; }
@container (max-width: 599px) { svg .opt { display: none; } }
`;
