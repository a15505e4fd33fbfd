import { plural, say, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Case, CaseState } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CaseWriter } from '../model/render.ts';
import type { CaseHeader } from '../model/requests.ts';
import { ledgerText } from './afterwards.ts';
import type { GridCell, GridRow, PageBlock } from './blocks.ts';
import { columnsOf, countsText, limitText, STATE, toneOf } from './case-columns.ts';
import { asOfFromText, spokenInstant, zoneText } from './instant.ts';
import { nameOf } from './names.ts';
import { rowsCalled, todoFootLines, todoGroups, todoRows, todoSum, todoTitle } from './todo.ts';

/** Cases that a page has room for: all are counted, and the text list and CSV have every one. */
const MOST = 5000;

/** The cases of one promise under one version, or of one list of what is to be done. */
interface Listed {
  readonly header: CaseHeader;
  readonly cases: Case[];
  left: number;
}

/** A list as blocks of a page: written once all of it is known. */
export function blockWriter(write: (title: string, blocks: readonly PageBlock[]) => string): CaseWriter {
  const headers: CaseHeader[] = [];
  const groups = new Map<string, Listed>();
  const states = new Map<CaseState, number>();
  const all: Case[] = [];
  let shown = 0;
  return {
    begin(header) {
      headers.push(header);
      return '';
    },
    batch(batch) {
      const header = headers.at(-1);
      if (!header) return '';
      // What is to be done comes at once, and is held already.
      if (header.todo !== undefined) all.push(...batch);
      for (const one of batch) {
        const key = JSON.stringify([
          headers.length,
          ...(header.todo === undefined ? [one.commitment, one.version] : []),
        ]);
        const group = groups.get(key) ?? { header, cases: [], left: 0 };
        groups.set(key, group);
        states.set(one.state, (states.get(one.state) ?? 0) + 1);
        if (shown < MOST) group.cases.push(one);
        else group.left++;
        shown++;
      }
      return '';
    },
    end(findings) {
      const [first] = headers;
      const todo = first?.todo;
      const title = todo === undefined ? t`The cases behind a number` : todoTitle(todo);
      const several = headers.length > 1;
      const blocks = headers.flatMap((header): readonly PageBlock[] => {
        const own = [...groups.values()].filter((group) => group.header === header);
        return [
          ...(several || todo !== undefined
            ? [{ kind: 'heading', level: 2, words: [header.agreement.title] } as const]
            : []),
          { kind: 'text', role: 'intro', words: [basisText(header)] },
          ...own.flatMap(header.todo === undefined ? promiseBlocks : todoBlocks),
        ];
      });
      const heading = todo === undefined && !several ? (first?.agreement.title ?? title) : title;
      return write(heading, [
        { kind: 'heading', level: 1, words: [heading] },
        ...blocks,
        ...footBlocks(all, states, headers),
        ...problems(findings),
      ]);
    },
  };
}

const problems = (findings: readonly Diagnostic[]): readonly PageBlock[] =>
  findings.length === 0 ? [] : [{ kind: 'findings', title: t`Problems`, findings }];

function basisText({ agreement, asOf, asOfFrom }: CaseHeader): string {
  const { id, file, timezone } = agreement;
  return t`${id} (${file}), as of ${spokenInstant(asOf, timezone)} ${zoneText(timezone)}, ${asOfFromText(asOfFrom)}`;
}

function promiseBlocks({ header, cases, left }: Listed): readonly PageBlock[] {
  const [first] = cases;
  if (!first) return leftBlocks(left);
  const { agreement, promises } = header;
  const promise = promises.find(({ id, version }) => id === first.commitment && version === first.version);
  const columns = columnsOf(promise, cases);
  const name = promise?.promise ?? first.commitment;
  const short = nameOf(promise ?? { id: first.commitment, title: first.commitment });
  const of = short === name ? t`version ${first.version}` : t`${short}, version ${first.version}`;
  const limit = promise?.within ? `, ${limitText(promise)}` : '';
  return [
    { kind: 'heading', level: 2, words: [name] },
    { kind: 'text', role: 'quiet', words: [`${of}${limit}`] },
    {
      kind: 'grid',
      grid: {
        role: 'plain',
        caption: name,
        columns: columns.map(({ title, right, whole: kept }) => ({
          title: say(title),
          ...(right ? { numbers: true } : {}),
          ...(kept ? { whole: true } : {}),
        })),
        rows: cases.map(
          (one): GridRow => ({
            kind: 'row',
            cells: columns.map((column): GridCell => {
              const text = column.text(one, agreement.timezone);
              const tone = column.title === STATE.title ? toneOf(one) : undefined;
              return { lines: [[tone === undefined ? text : { text, tone }]] };
            }),
          }),
        ),
      },
    },
    ...leftBlocks(left),
  ];
}

function todoBlocks({ header, cases, left }: Listed): readonly PageBlock[] {
  const lists = todoGroups(cases, header).flatMap(({ title, cases: own }): readonly PageBlock[] => [
    ...(title === null ? [] : [{ kind: 'heading', level: 3, words: [title] } as const]),
    todoGrid(own, header, title),
  ]);
  return [...lists, ...leftBlocks(left)];
}

function todoGrid(cases: readonly Case[], header: CaseHeader, title: string | null): PageBlock {
  const rows = todoRows(cases, header);
  const days = [...new Set(rows.map(({ day }) => day))];
  const owned = rows.some(({ cells }) => cells.length > 3);
  const titles = [t`due`, rowsCalled(cases, header), ...(owned ? [t`owner`] : []), t`promise`];
  return {
    kind: 'grid',
    grid: {
      role: 'plain',
      caption: title ?? (header.todo === undefined ? '' : todoTitle(header.todo)),
      columns: titles.map((title) => ({ title })),
      rows: days.flatMap((day): readonly GridRow[] => [
        { kind: 'group', text: [day === '' ? t`no time limit` : day] },
        ...rows
          .filter((row) => row.day === day)
          .map(
            ({ cells, atRisk }): GridRow => ({
              kind: 'row',
              cells: cells.map((text, index) => ({
                lines: [index === 0 && atRisk ? [{ text: `${text}\u00a0!`, tone: 'watch' }] : [text]],
              })),
            }),
          ),
      ]),
    },
  };
}

/** No case is left out without a word. */
function leftBlocks(left: number): readonly PageBlock[] {
  if (left === 0) return [];
  const n = whole(left);
  const text = plural(
    left,
    t`and ${n} more, which the same command lists as text or CSV`,
    t`and ${n} more, which the same command lists as text or CSV`,
  );
  return [{ kind: 'text', role: 'quiet', words: [text] }];
}

function footBlocks(
  todo: readonly Case[],
  states: ReadonlyMap<CaseState, number>,
  headers: readonly CaseHeader[],
): readonly PageBlock[] {
  if (headers.length === 0) return [];
  const lines = headers.some(({ todo }) => todo !== undefined)
    ? todoFootLines(todoSum(todo))
    : [countsText(states)];
  const rows = headers.flatMap(({ ledgers }) =>
    Object.entries(ledgers).map(([source, ledger]) => ledgerText(source, ledger)),
  );
  return [
    ...lines.map((line): PageBlock => ({ kind: 'text', words: [line] })),
    ...(rows.length === 0 ? [] : [{ kind: 'list', title: t`Rows`, items: [...new Set(rows)] } as const]),
  ];
}
