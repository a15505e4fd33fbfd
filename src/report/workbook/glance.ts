import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { ComplianceDocument } from '../../model/render.ts';
import { factsAbout } from '../headline.ts';
import { spokenInstant } from '../instant.ts';
import { decidedOf } from '../number.ts';
import { type AgreementFacts, inOrder, newestOf, type PeriodCell, type PromiseFacts } from '../page/facts.ts';
import { against, gapOf, headline, isMissed } from '../page/first.ts';
import { initial, periodName, several } from '../page/periods.ts';
import {
  cellText,
  gapText,
  openText,
  sentences,
  targetSign,
  toneOf,
  verdictWord,
  whyNone,
} from '../page/sentences.ts';
import { teamOf } from '../page/teams.ts';
import { count, ruled, shown } from '../xlsx/cell.ts';
import { heightOf, type LookRow, type LookSheet, type PlacedChart, pagePoints } from '../xlsx/look-sheet.ts';
import { linesOf } from '../xlsx/sheet.ts';
import { attained } from './by-period.ts';
import { type Drawn, drawn } from './drawn.ts';
import type { Table } from './table.ts';

/** Characters of the columns of the table: the first five are as wide as the rest, for two charts side by side. */
const WIDTHS = [45, 15, 12, 15, 8, 14, 17, 22, 42];
const HALF = 5;
const ALL = WIDTHS.reduce((sum, width) => sum + width, 0);

/** Rows of a chart, and the one below it. */
const CHART_ROWS = 13;

/** The sheet that opens first, and the one that its charts are drawn from: null where they draw nothing. */
export function glance({ compliances, view }: ComplianceDocument): {
  readonly sheet: LookSheet;
  readonly drawnFrom: Table | null;
} {
  const all = compliances.map((each) => factsAbout(each, view));
  const lines = drawn(all);
  const made = layout();
  for (const facts of all) {
    if (made.rows.length > 0) made.nextPage();
    tellAgreement(made, facts, lines);
  }
  const { rows, charts, breaks } = made;
  return {
    sheet: { name: sheetName(), widths: WIDTHS, rows, charts, breaks },
    drawnFrom: lines.table.rows.length === 0 ? null : lines.table,
  };
}

const sheetName = (): string => t`At a glance`;

/** Rows one below the other, cut into printed pages where no row and no chart is torn. */
interface Layout {
  readonly rows: LookRow[];
  readonly charts: PlacedChart[];
  readonly breaks: number[];
  /** Rows that stay on one page. */
  add(...rows: readonly LookRow[]): void;
  nextPage(): void;
}

function layout(): Layout {
  const room = pagePoints(WIDTHS);
  const [rows, breaks]: [LookRow[], number[]] = [[], []];
  let used = 0;
  const nextPage = () => {
    breaks.push(rows.length);
    used = 0;
  };
  return {
    rows,
    breaks,
    charts: [],
    nextPage,
    add(...more) {
      const height = more.reduce((sum, row) => sum + heightOf(row), 0);
      if (used > 0 && used + height > room) nextPage();
      rows.push(...more);
      used += height;
    },
  };
}

const EMPTY: LookRow = { cells: [] };

function tellAgreement(made: Layout, facts: AgreementFacts, lines: Drawn): void {
  const { agreement, asOf } = facts.compliance;
  const { title, versions, timezone } = agreement;
  const version = versions.length === 1 ? t`version ${versions.join(', ')}` : t`versions ${allOf(versions)}`;
  const whose = [title, version, t`as of ${spokenInstant(asOf, timezone)}, ${timezone}`].join(' · ');
  made.add(
    { cells: [shown(initial(headline(facts)), 'title')], points: 27, across: true },
    acrossRow(against(facts), 'sub'),
    acrossRow(whose, 'quiet line'),
    EMPTY,
  );
  const heads = headTitles();
  made.add({
    cells: heads.map((head) => shown(head, 'head')),
    lines: Math.max(...heads.map((head, at) => linesOf({ title: head, width: widthAt(at) }))),
  });
  const titles = new Map<PromiseFacts, number>();
  for (const one of missedFirst(facts)) {
    made.add(promiseRow(one, facts));
    titles.set(one, made.rows.length);
  }
  drawCharts(made, titles, lines);
}

const widthAt = (column: number): number => WIDTHS[column] ?? 0;

const acrossRow = (said: string, look: 'sub' | 'quiet line'): LookRow => ({
  cells: [shown(said, look)],
  lines: linesOf({ title: said, width: ALL }),
  across: true,
});

const headTitles = (): readonly string[] => [
  t`Promise`,
  t`Verdict`,
  t`Reached`,
  t`Target`,
  t`Cases`,
  t`Period`,
  t`Owed by`,
  t`Before`,
  t`What it means`,
];

/**
 * The largest gap first, then the others of the period that the headline is about, then those of other periods,
 * in the order of the agreement.
 */
function missedFirst({ promises, told }: AgreementFacts): readonly PromiseFacts[] {
  const all = inOrder(promises);
  const [now, others] = [all.filter((one) => told.includes(one)), all.filter((one) => !told.includes(one))];
  const missed = [...now.filter(isMissed)].sort((a, b) => gapOf(b) - gapOf(a));
  return [...missed, ...now.filter((one) => !isMissed(one)), ...others];
}

function promiseRow(one: PromiseFacts, { compliance }: AgreementFacts): LookRow {
  const cell = one.last ?? one.cells.at(-1);
  if (!cell) throw new Error('A promise of a report has a period');
  const result = newestOf(cell);
  const words = {
    promise: one.newest.promise ?? one.newest.title,
    verdict: verdictWord(cell),
    owner: teamOf(one.newest, compliance),
    before: one.before === null ? '' : t`${periodName(one.before.period.label)}: ${cellText(one.before)}`,
    meaning: meaningOf(cell, one),
  };
  const lines = [
    linesOf({ title: words.promise, width: widthAt(0) }),
    linesOf({ title: words.verdict, width: widthAt(1) }),
    linesOf({ title: words.owner, width: widthAt(6) }),
    linesOf({ title: words.before, width: widthAt(7) }),
    linesOf({ title: words.meaning, width: widthAt(8) }),
  ];
  return {
    cells: [
      shown(words.promise, 'wrapped'),
      shown(words.verdict, `${toneOf(cell)} verdict`),
      ruled(attained(result)),
      shown(targetSign(result.target), 'wrapped'),
      ruled(result.target.of === 'rate' ? count(decidedOf(result)) : null),
      shown(initial(periodName(cell.period.label)), 'wrapped'),
      shown(words.owner, 'wrapped'),
      shown(words.before, 'wrapped'),
      shown(words.meaning, 'wrapped'),
    ],
    // Rows of one line have air too.
    lines: Math.max(...lines) + 0.4,
  };
}

const meaningOf = (cell: PeriodCell, one: PromiseFacts): string =>
  sentences([
    cell.running ? openText(newestOf(cell)) : gapText(newestOf(cell), one),
    whyNone(newestOf(cell)),
    one.streak > 1 ? t`missed for ${several(one.unit, one.streak)}` : null,
  ]);

/** Two side by side, none of them cut by the end of a page. */
function drawCharts(made: Layout, titles: ReadonlyMap<PromiseFacts, number>, lines: Drawn): void {
  const charts = [...titles].flatMap(([one, row]) => {
    const at = { sheet: sheetName(), column: 0, rows: [row, row] } as const;
    const chart = lines.chartOf(one, { at, text: one.newest.promise ?? one.newest.title });
    return chart === null ? [] : [chart];
  });
  if (charts.length === 0) return;
  made.add(
    EMPTY,
    acrossRow(
      t`The dashed line is the target. A square is a miss, a circle is met; a pale mark is not final.`,
      'quiet line',
    ),
  );
  for (let at = 0; at < charts.length; at += 2) {
    made.add(...Array.from({ length: CHART_ROWS + 1 }, () => EMPTY));
    const rows = [made.rows.length - CHART_ROWS, made.rows.length] as const;
    const [left, right] = charts.slice(at, at + 2);
    if (left) made.charts.push({ chart: left, columns: [0, HALF], rows });
    if (right) made.charts.push({ chart: right, columns: [HALF, WIDTHS.length], rows });
  }
}
