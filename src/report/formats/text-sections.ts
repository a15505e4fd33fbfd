import type { RenderOptions } from '../../model/render.ts';
import type {
  CalibrationDocument,
  DisputesDocument,
  ExperimentsDocument,
  PlanDocument,
} from '../../model/requests.ts';
import { frames } from '../flow.ts';
import {
  calibrationSections,
  disputeSections,
  experimentSections,
  planSections,
  type Sections,
} from '../sections.ts';
import { blocksText } from './text.ts';

/** For a person at a terminal. */
function written({ sections, findings, texts }: Sections, options: RenderOptions): string {
  const told = findings.length === 0 ? '' : frames(findings, texts, options);
  const blocks = sections.flatMap((each) => each.blocks);
  const shown = blocksText(blocks, texts, options);
  return shown === '' || told === '' ? shown + told : `${shown}\n${told}`;
}

export const calibration = (document: CalibrationDocument, options: RenderOptions): string =>
  written(calibrationSections(document), options);

export const plan = (document: PlanDocument, options: RenderOptions): string =>
  written(planSections(document), options);

export const experiments = (document: ExperimentsDocument, options: RenderOptions): string =>
  written(experimentSections(document), options);

export const disputes = (document: DisputesDocument, options: RenderOptions): string =>
  written(disputeSections(document), options);
