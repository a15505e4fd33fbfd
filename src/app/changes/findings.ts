import { plural, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { quoted } from '../../messages/quoted.ts';
import type { AgreementDiff, Diff, PlacedAcceptance, ReviewedChange } from '../../model/change.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { namedIn, spokenDiff } from '../../report/changes/spoken.ts';
import { valueText } from '../../report/changes/value.ts';

/**
 * What a review must not miss, as diagnostics: what nobody has agreed to, what nobody can tell, what agrees
 * to nothing.
 */
export function changeFindings(diff: Diff, entries: readonly PlacedAcceptance[]): readonly Diagnostic[] {
  const changes = spokenDiff(diff).agreements.flatMap((each) =>
    each.exempt ? each.changes.filter(binding) : each.changes,
  );
  return [
    ...changes.filter(({ missing }) => missing.length > 0).map(unaccepted),
    ...entries.filter((entry) => diff.stale.includes(entry)).map((entry) => stale(entry, diff.agreements)),
  ];
}

const binding = ({ rule }: ReviewedChange): boolean => rule === 'status';

function unaccepted(change: ReviewedChange): Diagnostic {
  return {
    rule: RULES[change.class] ?? 'unaccepted-change',
    severity: 'error',
    message: unacceptedText(change),
    help: `${t`to accept it, type:`}\n${change.toAccept.join('\n')}`,
    ...placeOf(change),
  };
}

const RULES: Readonly<Partial<Record<ReviewedChange['class'], string>>> = {
  removed: 'unaccepted-removal',
  weakened: 'unaccepted-weakening',
};

function unacceptedText(change: ReviewedChange): string {
  const [name, teams, text] = [nameOf(change), allOf(change.missing), changeText(change)];
  const { length } = change.missing;
  switch (change.class) {
    case 'removed':
      return plural(
        length,
        t`${name} is removed, and ${teams} has not accepted it: ${text}`,
        t`${name} is removed, and ${teams} have not accepted it: ${text}`,
      );
    case 'weakened':
      return plural(
        length,
        t`${name} is weakened, and ${teams} has not accepted it: ${text}`,
        t`${name} is weakened, and ${teams} have not accepted it: ${text}`,
      );
    default:
      return plural(
        length,
        t`A change of ${name} is not proved harmless, and ${teams} has not accepted it: ${text}`,
        t`A change of ${name} is not proved harmless, and ${teams} have not accepted it: ${text}`,
      );
  }
}

function stale(entry: PlacedAcceptance, agreements: readonly AgreementDiff[]): Diagnostic {
  const { team, promise } = namedIn(agreements.find(({ id }) => id === entry.agreement));
  const name = quoted(entry.commitment === null ? entry.agreement : promise(entry.commitment));
  return {
    rule: 'stale-acceptance',
    severity: 'warning',
    message: t`This acceptance by ${team(entry.by)} matches no change of ${name}: ${entry.rule} from ${valueText(entry.from)} to ${valueText(entry.to)}`,
    help: t`remove it: sla accept --prune`,
    place: entry.place,
  };
}

const nameOf = ({ promise, agreement }: ReviewedChange): string => quoted(promise ?? agreement);

function changeText({ rule, from, to, class: found }: ReviewedChange): string {
  return found === 'removed' && to === null ? rule : t`${rule} from ${valueText(from)} to ${valueText(to)}`;
}

const placeOf = ({ place }: ReviewedChange): Pick<Diagnostic, 'place'> => (place === null ? {} : { place });
