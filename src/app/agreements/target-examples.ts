import { t } from '../../messages/index.ts';
import type { Agreement } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';
import type { DueExample } from '../../model/requests.ts';
import { targetShown } from '../../report/number.ts';

/** What each target that differs in single periods comes to in them. */
export function targetExamples(agreement: Agreement, file: string): readonly DueExample[] {
  return promisesOf(agreement).flatMap(({ id, target }) =>
    Object.entries(target.periods ?? {}).map(([label, value]) => {
      const [own, every] = [targetShown({ ...target, value }), targetShown(target)];
      return {
        file,
        commitment: id,
        segment: null,
        text: t`in ${label}: ${own}; where nothing else is said: ${every}`,
      };
    }),
  );
}
