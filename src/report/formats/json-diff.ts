import type {
  Acceptance,
  AgreementDiff,
  BackTestSide,
  DiffDocument,
  ReviewedChange,
} from '../../model/change.ts';
import type { RenderOptions } from '../../model/render.ts';
import { allChanges, countsOf } from '../changes/groups.ts';
import { json } from '../escape.ts';
import { findingOf } from './json.ts';

/** Names and order of keys change only by addition. Described by schemas/diff.schema.json. */
export function diff({ diff: found, findings }: DiffDocument, options: RenderOptions): string {
  const agreements = found?.agreements ?? [];
  const changes = found === null ? [] : allChanges(found);
  return print({
    schema: 'diff/1',
    tool: { name: options.tool.name, version: options.tool.version },
    base: found?.base ?? null,
    head: found?.head ?? null,
    summary: {
      answered: found !== null,
      classes: countsOf(changes),
      unaccepted: changes.filter(({ missing }) => missing.length > 0).length,
      agreements: agreements.map(agreementOf),
    },
    results: changes.map(changeOf),
    backTest: agreements.flatMap(backTestOf),
    stale: (found?.stale ?? []).map(acceptanceOf),
    findings: findings.map(findingOf),
  });
}

function agreementOf({ id, title, base, head, exempt, backTest, noBackTest, leaving }: AgreementDiff) {
  const span = backTest && {
    from: backTest.from,
    to: backTest.to,
    rows: backTest.rows,
    cautions: backTest.cautions,
  };
  return { id, title, base, head, exempt, backTest: span, noBackTest, leaving };
}

/** A change as the formats of programs hold it; what comes to its acceptances is the reader's. */
export function changeOf(change: ReviewedChange) {
  const { place } = change;
  return {
    key: change.key,
    agreement: change.agreement,
    id: change.promise,
    kind: change.kind,
    title: change.title,
    rule: change.rule,
    class: change.class,
    from: change.from,
    to: change.to,
    details: change.details ?? [],
    owedBy: change.owedBy,
    protects: change.protects,
    settled: change.settled,
    needs: change.needs,
    accepted: change.accepted.map(({ by, reason }) => ({ by, reason })),
    missing: change.missing,
    toAccept: change.toAccept,
    side: change.side,
    file: place?.file ?? null,
    start: place && { line: place.start.line, column: place.start.column },
    end: place && { line: place.end.line, column: place.end.column },
  };
}

function backTestOf({ id, backTest }: AgreementDiff) {
  return (backTest?.promises ?? []).map((each) => ({
    agreement: id,
    id: each.promise,
    owedBy: each.owedBy,
    protects: each.protects,
    of: each.of,
    before: sideOf(each.before),
    after: sideOf(each.after),
    breachedToMet: each.breachedToMet,
    metToBreached: each.metToBreached,
    entered: each.entered,
    left: each.left,
    otherwise: each.otherwise,
    effect: each.effect,
  }));
}

function sideOf({ cases, met, breached, pending, unknown, attainment, value, target }: BackTestSide) {
  return { cases, met, breached, pending, unknown, attainment, value, target };
}

function acceptanceOf({ agreement, commitment, rule, from, to, by, reason }: Acceptance) {
  return { agreement, commitment, rule, from, to, by, reason };
}

const print = (value: unknown): string => json(value);
