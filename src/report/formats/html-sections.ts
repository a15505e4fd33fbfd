import { t } from '../../messages/index.ts';
import type { DoctorDocument } from '../../model/doctor.ts';
import type { RenderOptions } from '../../model/render.ts';
import type {
  CalibrationDocument,
  DisputesDocument,
  ExperimentsDocument,
  PlanDocument,
} from '../../model/requests.ts';
import type { PageBlock } from '../blocks.ts';
import { doctorSections } from '../doctor.ts';
import { plainPage } from '../html/plain.ts';
import { IN_WORDS, titlesOf } from '../names.ts';
import {
  calibrationSections,
  disputeSections,
  experimentSections,
  planSections,
  type Sections,
} from '../sections.ts';

/** One page in one file: no script, nothing fetched. */
function written({ title, sections, findings }: Sections, options: RenderOptions): string {
  const blocks: readonly PageBlock[] = [
    { kind: 'heading', level: 1, words: [title] },
    ...sections.flatMap((each): readonly PageBlock[] => [
      { kind: 'heading', level: 2, words: [each.title] },
      ...each.blocks.flatMap((block): readonly PageBlock[] =>
        block.kind === 'title'
          ? block.lines.map((line) => ({ kind: 'text', role: 'quiet', words: [line] }))
          : [block],
      ),
    ]),
    ...(findings.length === 0 ? [] : [{ kind: 'findings', title: t`Problems`, findings } as const]),
  ];
  return plainPage(title, blocks, options);
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
