import { plural, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { whole } from '../../messages/numbers.ts';
import type { Compliance, WaiverUse } from '../../model/compliance.ts';
import type { RestsOn } from '../../model/rests-on.ts';
import { ledgerText } from '../afterwards.ts';
import type { Fold, Grid, Group, PageBlock, Words } from '../blocks.ts';
import { leftOutNote } from '../heading.ts';
import { civil, spokenInstant } from '../instant.ts';
import { spoken } from '../names.ts';
import { tenthPercent } from '../number.ts';
import { teamTitle } from '../parties.ts';
import { restsOnText } from '../rests-on.ts';
import { scoreboard } from '../scoreboard.ts';
import { stepLines } from '../steps.ts';
import type { Block } from '../table.ts';
import { timetable } from '../timetable.ts';
import { waivedLeads } from '../waived.ts';
import type { AgreementFacts } from './facts.ts';
import { periodName } from './periods.ts';
import { langOf } from './sentences.ts';

/** What waivers excused: every promise with its number before and after. */
export function waiverSection(facts: AgreementFacts, level: 2 | 3): Group | null {
  const { compliance } = facts;
  const { waivers } = compliance;
  if (waivers.length === 0) return null;
  const grid = withAndWithout(compliance, 'attainmentBeforeWaivers', t`Numbers with waivers and without`);
  return {
    kind: 'group',
    role: 'section',
    id: `${facts.prefix}waivers`,
    blocks: [
      { kind: 'heading', level, words: [t`Waivers`] },
      { kind: 'points', role: 'plain', items: waivers.map((waiver) => waiverWords(waiver, compliance)) },
      ...(grid.rows.length === 0 ? [] : [{ kind: 'grid', grid } as const]),
    ],
  };
}

/** How far the promises are that are kept step by step. */
export function stepsSection({ compliance, prefix }: AgreementFacts, level: 2 | 3): Group | null {
  const lines = stepLines(compliance);
  if (lines.length === 0) return null;
  return {
    kind: 'group',
    role: 'section',
    id: `${prefix}steps`,
    blocks: [
      { kind: 'heading', level, words: [t`Steps`] },
      { kind: 'points', role: 'plain', items: lines.map((line) => [line]) },
    ],
  };
}

/** What excuses make of the promises that name some. */
export function excuseSection(facts: AgreementFacts, level: 2 | 3): Group | null {
  const grid = withAndWithout(
    facts.compliance,
    'attainmentBeforeExcuses',
    t`Numbers with the excuses, which count, and without`,
  );
  if (grid.rows.length === 0) return null;
  return {
    kind: 'group',
    role: 'section',
    id: `${facts.prefix}excuses`,
    blocks: [
      { kind: 'heading', level, words: [t`Excused by the other side`] },
      { kind: 'grid', grid },
    ],
  };
}

/** What pauses make of the promises whose clocks may stand still. */
export function pauseSection(facts: AgreementFacts, level: 2 | 3): Group | null {
  const grid = withAndWithout(
    facts.compliance,
    'attainmentWithoutPauses',
    t`Numbers with pauses and without`,
  );
  if (grid.rows.length === 0) return null;
  return {
    kind: 'group',
    role: 'section',
    id: `${facts.prefix}pauses`,
    blocks: [
      { kind: 'heading', level, words: [t`On hold`] },
      { kind: 'grid', grid },
    ],
  };
}

/** The results that have another attainment beside their own. */
function withAndWithout(compliance: Compliance, extra: string, caption: string): Grid {
  const results = compliance.results.filter(({ by, extras }) => by === null && extras[extra] !== undefined);
  const share = (rate: number | null | undefined) => (rate == null ? t`n/a` : tenthPercent(rate));
  return {
    role: 'plain',
    caption,
    columns: [
      { title: t`promise` },
      { title: t`period` },
      { title: t`with`, numbers: true },
      { title: t`without`, numbers: true },
    ],
    rows: results.map((result) => ({
      kind: 'row' as const,
      cells: [
        { lines: [[{ text: result.promise ?? result.title, lang: langOf(compliance) }]] },
        { lines: [[periodName(result.period.label)]] },
        { lines: [[share(result.attainment)]] },
        { lines: [[share(result.extras[extra])]] },
      ],
    })),
  };
}

export function waiverWords(waiver: WaiverUse, compliance: Compliance): readonly Words[] {
  const { commitment, leads, where, from, to, reason, approvedBy, cases } = waiver;
  const result = compliance.results.findLast(({ id }) => id === commitment);
  const what: Words =
    commitment === null
      ? t`All promises`
      : { text: result?.promise ?? result?.title ?? commitment, lang: langOf(compliance) };
  const which =
    where !== undefined
      ? waivedLeads(waiver)
      : leads === null
        ? t`leads of ${civil(from ?? '')} to ${civil(to ?? '')}`
        : plural(leads, t`${whole(leads)} lead`, t`${whole(leads)} leads`);
  const teams = approvedBy.map((team) => teamTitle(team, compliance));
  const who = teams.length === 0 ? t`approved by nobody` : t`approved by ${allOf(teams)}`;
  const excused = plural(cases, t`${whole(cases)} case excused`, t`${whole(cases)} cases excused`);
  return [what, t`, ${which}: `, { text: reason, lang: langOf(compliance) }, ` (${who}). ${excused}.`];
}

/** What was read, open; what else was found, and every row of the tables, folded. */
export function rowsSection(
  facts: AgreementFacts,
  { view, level }: { readonly view: 'scoreboard' | 'table'; readonly level: 2 | 3 },
): Group {
  const { compliance } = facts;
  const { ledgers, inputs, findings } = compliance;
  const notes = [...leftOutNote(compliance), ...compliance.notes];
  const lines = Object.entries(ledgers).map(([source, ledger]) => ledgerText(source, ledger));
  const restsOn = compliance.restsOn === null ? [] : [asOfLine(compliance, compliance.restsOn)];
  const tables = (view === 'scoreboard' ? scoreboard : timetable)(spoken(compliance));
  const blocks: PageBlock[] = [
    { kind: 'heading', level, words: [t`What was read`] },
    { kind: 'points', role: 'plain', items: [...restsOn, ...lines].map((line) => [line]) },
    ...folded(t`Problems in the data`, findings.length, [
      { kind: 'findings', title: t`Problems in the data`, findings },
    ]),
    ...folded(t`Notes`, notes.length, [
      { kind: 'points', role: 'plain', items: notes.map((note) => [note]) },
    ]),
    ...folded(t`Files that were read`, inputs.length, [{ kind: 'grid', grid: inputsGrid(compliance) }]),
    { ...fold(t`Every row of the report`, tables.filter(isTable)), printed: false },
  ];
  return { kind: 'group', role: 'section', id: `${facts.prefix}rows`, blocks };
}

const asOfLine = ({ asOf, agreement }: Compliance, restsOn: RestsOn): string =>
  t`as of ${spokenInstant(asOf, agreement.timezone)}: ${restsOnText(restsOn)}`;

/** The problems and notes stand above. */
const isTable = (block: Block): boolean => block.kind !== 'findings';

function folded(title: string, n: number, blocks: readonly PageBlock[]): readonly PageBlock[] {
  return n === 0 ? [] : [fold(`${title} (${whole(n)})`, blocks)];
}

const fold = (title: string, blocks: readonly PageBlock[]): Fold => ({
  kind: 'fold',
  title: [[title]],
  blocks,
  printed: false,
});

function inputsGrid({ inputs }: Compliance): Grid {
  return {
    role: 'plain',
    caption: t`Files that were read`,
    columns: [
      { title: t`source` },
      { title: t`file` },
      { title: t`rows`, numbers: true },
      { title: 'SHA-256', wide: true },
    ],
    rows: inputs.map(({ source, file, rows, sha256, snapshot, stayed }) => {
      const named = snapshot === undefined ? file : t`${file}, snapshot ${snapshot}`;
      return {
        kind: 'row' as const,
        cells: [source, named, whole(rows), stayed ? t`judged on its server` : sha256].map((text) => ({
          lines: [[text]],
        })),
      };
    }),
  };
}
