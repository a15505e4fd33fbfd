import type { DoctorDocument } from '../../model/doctor.ts';
import type { RenderOptions } from '../../model/render.ts';
import type {
  CalibrationDocument,
  DisputesDocument,
  ExperimentsDocument,
  PlanDocument,
} from '../../model/requests.ts';
import { doctorSections } from '../doctor.ts';
import { IN_WORDS, titlesOf } from '../names.ts';
import {
  calibrationSections,
  disputeSections,
  experimentSections,
  planSections,
  type Sections,
} from '../sections.ts';
import { blocksText, problemsText } from './markdown.ts';

/** For an issue or a wiki. */
function written({ sections, findings }: Sections, options: RenderOptions): string {
  const blocks = sections.flatMap((each) => each.blocks);
  return [blocksText(blocks, options), problemsText(findings)].filter((part) => part !== '').join('\n');
}

export const calibration = (document: CalibrationDocument, options: RenderOptions): string =>
  written(calibrationSections(document, titlesOf), options);

export const plan = (document: PlanDocument, options: RenderOptions): string =>
  written(planSections(document, IN_WORDS), options);

export const doctor = (document: DoctorDocument, options: RenderOptions): string =>
  written(doctorSections(document, options), options);

export const experiments = (document: ExperimentsDocument, options: RenderOptions): string =>
  written(experimentSections(document, IN_WORDS), options);

export const disputes = (document: DisputesDocument, options: RenderOptions): string =>
  written(disputeSections(document, titlesOf), options);
