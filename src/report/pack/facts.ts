import type { Pack } from '../../model/pack.ts';
import { type AgreementFacts, factsOf, inOrder } from '../page/facts.ts';
import { gapOf, isMissed } from '../page/first.ts';

/** A pack with what a page tells of the agreement in its period. */
export interface PackFacts {
  readonly pack: Pack;
  readonly facts: AgreementFacts;
  /** The largest gap first. */
  readonly missed: AgreementFacts['told'];
}

export function packFacts(pack: Pack): PackFacts {
  const facts = factsOf(pack.compliance, '', 1, pack.about);
  const missed = [...inOrder(facts.told.filter(isMissed))].sort((a, b) => gapOf(b) - gapOf(a));
  return { pack, facts, missed };
}
