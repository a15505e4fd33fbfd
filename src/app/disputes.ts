import { t } from '../messages/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { DisputeRegister } from '../model/dispute.ts';
import type { Io } from '../model/io.ts';
import type { DisputesDocument, JudgeRequest } from '../model/requests.ts';
import { disputesBeside } from './disputed/beside.ts';
import { askedOfOthers } from './findings/asked-of-others.ts';
import { sortFindings } from './findings/order.ts';
import { type Beside, judgeAll } from './judging/judge-all.ts';
import { spanOfData } from './judging/span.ts';

/** What is disputed under each agreement, who settles it, and what the numbers would be if it were upheld. */
export async function disputes(request: JudgeRequest, io: Io): Promise<DisputesDocument> {
  const registers: DisputeRegister[] = [];
  const silent: Diagnostic[] = [];
  const beside: Beside = async (run, world, judged) => {
    const found = await disputesBeside(run, world, judged);
    if (found.disputes) registers.push(found.disputes);
    else silent.push(noDisputes(run.newest));
    return { files: [], data: found.findings };
  };
  const judged = await judgeAll(request, io, spanOfData, { beside, telling: 'disputes' });
  const told = askedOfOthers(silent, registers.length > 0);
  const findings = [...judged.findings, ...judged.compliances.flatMap((one) => one.findings), ...told];
  return { registers, findings: sortFindings(findings), texts: judged.texts };
}

const noDisputes = ({ agreement, place }: Parameters<Beside>[0]['newest']): Diagnostic => ({
  rule: 'no-disputes',
  severity: 'error',
  message: t`"${agreement.id}" does not say who settles what is disputed`,
  help: t`write for example: disputes: { files: disputes/*.yaml, settled_by: sponsor, within: 10 calendar days }`,
  place: place([], 'key'),
  fatal: true,
});
