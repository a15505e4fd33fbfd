import type { Compliance } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DisputeRegister } from '../../model/dispute.ts';
import type { Io } from '../../model/io.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import type { Run } from '../judging/run.ts';

interface DisputesBeside {
  readonly disputes?: DisputeRegister;
  readonly findings: readonly Diagnostic[];
}

/** The disputes beside the results; nothing where no version of the agreement says who settles any. */
export async function disputesBeside(
  run: Run,
  io: Io,
  judged: { readonly compliance: Compliance; readonly request: JudgeRequest },
): Promise<DisputesBeside> {
  if (run.family.versions.every(({ agreement }) => agreement.disputes === undefined)) return { findings: [] };
  const { registerOf } = await import('./register.ts');
  const { register, findings } = await registerOf(run, io, judged);
  return { disputes: register, findings };
}
