import type { PromiseDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { percentage } from './parts.ts';
import type { Raw, Report } from './report.ts';

/** How cases are judged; from the promise, else from `judging`, else the law's own numbers. */
export type Settings = Pick<PromiseDef, 'minCases' | 'maxUnknown' | 'atRisk' | 'bookBy'>;

export const LAW: Settings = { minCases: 10, maxUnknown: 0.05, atRisk: 0.8, bookBy: 'start' };

export function settings(raw: Raw, path: YamlPath, base: Settings, report: Report): Settings {
  return {
    minCases: typeof raw.min_cases === 'number' ? raw.min_cases : base.minCases,
    maxUnknown: percentage(raw.max_unknown, [...path, 'max_unknown'], report) ?? base.maxUnknown,
    atRisk: percentage(raw.at_risk, [...path, 'at_risk'], report) ?? base.atRisk,
    bookBy: raw.book_by === 'start' || raw.book_by === 'due' ? raw.book_by : base.bookBy,
  };
}
