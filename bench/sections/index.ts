import type { Python } from '../python.ts';
import type { Section } from '../section.ts';
import { activities } from './activities.ts';
import { commands } from './commands.ts';
import { dirty } from './dirty.ts';
import { many } from './many.ts';
import { promises } from './promises.ts';
import { reports } from './reports.ts';
import { starts } from './starts.ts';
import { workbook } from './workbook.ts';

export interface Sizes {
  /** Leads of the large export; those with faults and in many files are at most a million. */
  readonly rows: number;
  /** Leads that have ten activities each. */
  readonly leads: number;
}

export const sections = ({ rows, leads }: Sizes, python: Python): readonly Section[] => [
  starts(),
  commands(),
  reports(rows, python),
  dirty(Math.min(rows, 1_000_000)),
  many(Math.min(rows, 1_000_000)),
  workbook(Math.min(rows, 100_000)),
  activities(leads),
  promises(Math.min(rows, 100_000)),
];
