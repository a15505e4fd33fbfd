import { t } from '../../../messages/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Sniff } from '../../../model/sniff.ts';

/** An export in an encoding that no agreement can name; its headers would be read wrongly by every check. */
export function unreadEncoding({ file, oddities }: Sniff): Diagnostic | null {
  const told = oddities.find(({ kind }) => kind === 'other-encoding');
  if (told === undefined) return null;
  return {
    rule: 'wrong-encoding',
    severity: 'error',
    message: t`${file}: ${told.message}`,
    help: told.help,
    fatal: true,
  };
}
