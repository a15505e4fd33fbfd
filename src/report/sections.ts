import { t } from '../messages/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type {
  CalibrationDocument,
  DisputesDocument,
  ExperimentsDocument,
  PlanDocument,
} from '../model/requests.ts';
import { calibrationBlocks } from './calibration.ts';
import { disputeBlocks } from './disputes.ts';
import { experimentBlocks } from './experiments.ts';
import { IN_TERMINAL, type Naming, titlesInTerminal, type titlesOf } from './names.ts';
import { planBlocks } from './plan.ts';
import type { Block } from './table.ts';

/** A document of an agreement or several, in blocks: every format of prose writes it from these alone. */
export interface Sections {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly blocks: readonly Block[] }[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}

export const calibrationSections = (
  { calibrations, findings, texts }: CalibrationDocument,
  naming = titlesInTerminal,
): Sections => ({
  title: t`What the past kept`,
  sections: calibrations.map((each) => ({
    title: each.agreement.title,
    blocks: calibrationBlocks(each, naming(each.promises)),
  })),
  ...{ findings, texts },
});

export const planSections = (
  { plans, findings, texts }: PlanDocument,
  naming: Naming = IN_TERMINAL,
): Sections => ({
  title: t`What the objective takes`,
  sections: plans.map((each) => ({ title: each.agreement.title, blocks: planBlocks(each, naming) })),
  ...{ findings, texts },
});

export const experimentSections = (
  { registers, findings, texts }: ExperimentsDocument,
  naming: Naming = IN_TERMINAL,
): Sections => ({
  title: t`What was tried`,
  sections: registers.map((each) => ({
    title: each.agreement.title,
    blocks: experimentBlocks(each, naming),
  })),
  ...{ findings, texts },
});

export const disputeSections = (
  { registers, findings, texts }: DisputesDocument,
  naming?: typeof titlesOf,
): Sections => ({
  title: t`What is disputed`,
  sections:
    registers.length === 0
      ? nothingDisputed(findings)
      : registers.map((each) => ({
          title: each.agreement.title,
          blocks: disputeBlocks(
            each,
            naming?.(each.disputes.map(({ promise: id, title }) => ({ id, title }))),
          ),
        })),
  ...{ findings, texts },
});

/** Where no agreement has a register, the document says it in place of one; not where one could not be judged. */
function nothingDisputed(findings: DisputesDocument['findings']): Sections['sections'] {
  const isSilent = findings.every(({ rule, fatal }) => fatal !== true || rule === 'no-disputes');
  if (!isSilent) return [];
  const title = t`Nothing is disputed`;
  const lines = [
    t`No agreement says who settles what is disputed, so nothing can be raised against a number yet.`,
  ];
  return [{ title, blocks: [{ kind: 'title', text: title, lines }] }];
}
