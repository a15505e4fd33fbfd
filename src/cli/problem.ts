import { t } from '../messages/index.ts';
import { TOOL } from '../model/tool.ts';
import { UsageProblem } from './command.ts';

/** Names of what is the user's to mend: said as it is. */
const TOLD: ReadonlySet<string> = new Set([
  'FileProblem',
  'GitProblem',
  'OutputProblem',
  'WorkbookTooLarge',
  'ServerFault',
]);

/**
 * What ended the program, for stderr: a slip of the user, a file or an output that failed, or a bug of
 * ours.
 */
export function problemText(error: unknown, debug: boolean): string {
  if (error instanceof UsageProblem) {
    const help = error.help === null ? '' : `   ${t`help: ${clean(error.help)}`}\n`;
    return `${t`error`}  ${clean(error.message)}\n${help}`;
  }
  const message = error instanceof Error ? error.message : String(error);
  // Named, not imported: the classes belong to the files that made them.
  if (error instanceof Error && TOLD.has(error.name)) {
    const help = 'help' in error && typeof error.help === 'string' ? error.help : null;
    return `${t`error`}  ${clean(message)}\n${help === null ? '' : `   ${t`help: ${clean(help)}`}\n`}`;
  }
  if (debug && error instanceof Error) return `${error.stack ?? message}\n`;
  const bug = t`This is a bug in sla ${TOOL.version} (${clean(message)}); run it again with SLA_DEBUG=1 and report what it prints`;
  return `${t`error`}  ${bug}\n`;
}

/** One line, without control characters: a message may quote what was typed. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{DI}\u2028\u2029]+/gu, ' ').trim();
}
