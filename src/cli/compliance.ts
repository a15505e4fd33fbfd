import { t } from '../messages/index.ts';
import type { Compliance } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { ComplianceDocument } from '../model/render.ts';
import type { ComplianceResult, JudgeRequest } from '../model/requests.ts';
import { announce } from './answer.ts';
import type { Input } from './command.ts';
import { isFatal } from './exit.ts';
import { judgeFlagsOf, selectionOf } from './options.ts';
import { emit, type Target } from './output.ts';
import { withProgress } from './progress.ts';

/** What `sla check` and `sla report` differ in: how they judge, and how they show it. */
interface Judging {
  readonly view: ComplianceDocument['view'];
  readonly targets: readonly Target[];
  /** Loads the recipe, once the options are known to be right. */
  readonly recipe: () => Promise<(request: JudgeRequest, io: Io) => Promise<ComplianceResult>>;
}

/** Judges as the options ask and writes every target. Resolves to what an exit status is made of. */
export async function judgeAndWrite(
  { view, targets, recipe }: Judging,
  input: Input,
  io: Io,
): Promise<{ readonly findings: readonly Diagnostic[]; readonly compliances: readonly Compliance[] }> {
  const request = { ...selectionOf(input), ...judgeFlagsOf(input) };
  const [judge, { formats, writerOf }] = await Promise.all([recipe(), import('../app/render.ts')]);
  const asked = (what: 'behind' | 'compares') =>
    targets.some(({ format }) => formats.some((each) => each.name === format && each[what]));
  const shown = { behind: asked('behind'), compared: asked('compares') };
  const result = await withProgress(t`Judging`, io, (watched) => judge({ ...request, ...shown }, watched));
  const findings = [...result.findings, ...result.compliances.flatMap((each) => each.findings)];
  await announce({ answer: result, all: findings, targets, input, io });
  await emit({
    targets,
    input,
    io,
    render: async (format, options) => (await writerOf(format, 'compliance'))({ view, ...result }, options),
    outcome: { answered: result.compliances.length > 0 || !isFatal(result) },
  });
  return { findings, compliances: result.compliances };
}
