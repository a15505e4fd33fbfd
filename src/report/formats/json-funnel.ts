import type { Cohort, Funnel } from '../../model/funnel.ts';
import type { RenderOptions } from '../../model/render.ts';
import type { FunnelDocument } from '../../model/requests.ts';
import { json } from '../escape.ts';
import { iso } from '../instant.ts';
import { findingOf } from './json.ts';

/** Names and order of keys change only by addition. Described by schemas/funnel.schema.json. */
export function funnel({ funnels, findings }: FunnelDocument, options: RenderOptions): string {
  return json({
    schema: 'funnel/1',
    tool: { name: options.tool.name, version: options.tool.version },
    results: funnels.map(funnelOf),
    findings: findings.map(findingOf),
  });
}

/** Also a part of the documents that show a funnel beside other things. */
export function funnelOf({
  agreement,
  asOf,
  asOfFrom,
  unit,
  by,
  leftOut,
  steps,
  cohorts,
  words,
  profileAnswers,
}: Funnel) {
  return {
    agreement: agreement.id,
    title: agreement.title,
    file: agreement.file,
    timezone: agreement.timezone,
    asOf: iso(asOf),
    asOfFrom,
    unit,
    by,
    ...(leftOut ? { leftOut } : {}),
    steps: steps.map(({ of, id, title, owners, mostWithin, promisedBy, promises }) => ({
      ...{ of, id, title, owners, mostWithinSeconds: mostWithin, promisedBy },
      promises: promises.map((each) => ({ id: each.id, owedBy: each.owner })),
    })),
    cohorts: cohorts.map((cohort) => cohortOf(cohort, steps)),
    words: words.map(({ id, title, fields, rows }) => ({
      ...{ id, title, fields },
      rows: rows.map(({ period, by: cut, words: own, leads, inProfile }) => ({
        ...{ period, by: cut, words: own, leads, inProfile },
      })),
    })),
    profileAnswers: profileAnswers.map(({ says, periods }) => ({
      says,
      periods: periods.map(({ period, leads, inProfile }) => ({ period, leads, inProfile })),
    })),
  };
}

function cohortOf({ period, by, steps: counts }: Cohort, steps: Funnel['steps']) {
  return {
    period: period.label,
    periodStart: iso(period.from),
    periodEnd: iso(period.to),
    by,
    steps: counts.map(({ leads, beside, young, promised, kept }, i) => ({
      ...{ id: steps[i]?.id ?? '', leads, beside, young, promised },
      promises: kept.map(({ met, breached, pending, excluded, unknown }, j) => ({
        ...{ id: steps[i]?.promises[j]?.id ?? '', met, breached, pending, excluded, unknown },
      })),
    })),
  };
}
