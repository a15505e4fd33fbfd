import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Case } from '../../model/compliance.ts';
import type { CaseWriter, RenderOptions } from '../../model/render.ts';
import type { CaseHeader } from '../../model/requests.ts';
import { isRecycled } from '../recycled.ts';
import type { Tone } from '../table.ts';
import { moveWord, wordOf, yesOrNo } from '../words.ts';
import { timeCounted } from '../workbook/results.ts';
import { ofHeader, sources } from '../workbook/sources.ts';
import { writeTable } from '../workbook/table.ts';
import { book } from '../xlsx/book.ts';
import { amount, type Cell, type Column, count, duration, instant, text } from '../xlsx/cell.ts';
import { MOST_ROWS } from '../xlsx/sheet.ts';

/**
 * One case a row, a sheet for each agreement, written as the cases come; further sheets where they are more
 * than one holds.
 */
export function cases(options: RenderOptions, mostRows = MOST_ROWS): CaseWriter {
  const made = book(mostRows);
  const headers: CaseHeader[] = [];
  let further = 0;
  const begin = (header: CaseHeader) =>
    made.sheet(
      header.agreement.id,
      [
        ...columns(header.agreement.timezone),
        ...(adds(header) ? [{ title: t`Amount`, width: 16 }] : []),
        ...(header.moved ? movedColumns() : []),
      ],
      1,
    );
  const notes = (): readonly string[] =>
    further === 0
      ? []
      : [t`A sheet holds ${whole(mostRows)} rows: the cases go on in further sheets, ${further} more`];
  return {
    begin(header) {
      headers.push(header);
      begin(header);
      return made.take();
    },
    batch(batch) {
      const header = headers.at(-1);
      if (!header) throw new Error('Cases have a header');
      const business = new Set(
        header.promises.filter(({ businessTime }) => businessTime).map(({ id, version }) => key(id, version)),
      );
      for (const one of batch) {
        const cells = cellsOf(one, header, business.has(key(one.commitment, one.version)));
        if (made.row(cells)) continue;
        further++;
        begin(header);
        made.row(cells);
      }
      return made.take();
    },
    end(findings) {
      const subjects = headers.map((header) => ({ id: header.agreement.id, lines: ofHeader(header) }));
      writeTable(made, sources(subjects, notes(), findings, options));
      return made.end();
    },
    notes,
  };
}

const adds = ({ promises }: CaseHeader): boolean => promises.some((each) => each.adds !== null);

const key = (commitment: string, version: string): string => JSON.stringify([commitment, version]);

/** Widths are set before the first case is known: nothing is held back. */
function columns(zone: string): readonly Column[] {
  return [
    { title: t`Lead`, width: 20 },
    { title: t`Promise`, width: 24 },
    { title: t`Version`, width: 11 },
    { title: t`Segment`, width: 14 },
    { title: t`State`, width: 12 },
    { title: t`At risk`, width: 10 },
    { title: t`Reason`, width: 18 },
    { title: t`Start (${zone})`, width: 21 },
    { title: t`Due (${zone})`, width: 21 },
    { title: t`Stop (${zone})`, width: 21 },
    { title: t`Time taken`, width: 13 },
    { title: t`Time counted`, width: 16 },
    { title: t`Period`, width: 11 },
    { title: t`Owner`, width: 24 },
    { title: t`Hand-over`, width: 12 },
    { title: t`Recycled`, width: 12 },
  ];
}

const movedColumns = (): readonly Column[] => [
  { title: t`When closed`, width: 14 },
  { title: t`Why it moved`, width: 40 },
];

function cellsOf(one: Case, header: CaseHeader, businessTime: boolean): readonly Cell[] {
  const zone = header.agreement.timezone;
  const recycled = isRecycled(one);
  return [
    text(one.lead),
    text(one.commitment),
    text(one.version),
    text(one.segment),
    text(wordOf(one.state), TONES[one.state]),
    text(one.atRisk ? wordOf('at risk') : null),
    text(one.reason && wordOf(one.reason)),
    instant(one.start, zone),
    instant(one.due, zone),
    instant(one.stop, zone),
    duration(one.elapsedSeconds),
    text(one.elapsedSeconds === null ? null : timeCounted(businessTime)),
    text(one.period),
    text(one.owner),
    count(one.handOver),
    text(recycled === null ? null : yesOrNo(recycled)),
    ...(adds(header) ? [amount(one.amount)] : []),
    ...(one.moved ? [text(one.moved.from && wordOf(one.moved.from)), text(moveWord(one.moved.why))] : []),
  ];
}

const TONES: Readonly<Partial<Record<Case['state'], Tone>>> = {
  met: 'good',
  breached: 'bad',
  unknown: 'watch',
};
