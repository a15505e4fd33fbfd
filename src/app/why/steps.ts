import { kindOf } from '../../kinds/index.ts';
import { isOfLeads } from '../../kinds/scope.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import type { FunnelStep } from '../../model/funnel.ts';
import { promisesOf } from '../../model/promises.ts';

/** A step before it is counted. */
export type Step = Omit<FunnelStep, 'mostWithin'>;

/**
 * The steps of a funnel in their order: its first stage, the profile where there is one, the other stages.
 * `counts` are the promises that count leads.
 */
export function stepsOf(agreement: Agreement, counts: ReadonlySet<string>): readonly Step[] {
  const [first, ...rest] = agreement.funnel;
  if (first === undefined) return [];
  const hasProfile = agreement.profile !== null;
  const numbers = promisesOf(agreement).filter((each) => counts.has(each.id) && isNumberAt(each, first));
  const arrival = { ...stageStep(agreement, first, true), promisedBy: numbers.find(isOfAll)?.id ?? null };
  if (!hasProfile) return [arrival, ...rest.map((id) => stageStep(agreement, id, false))];
  const inProfile = numbers.find(isOfProfile);
  const owners = inProfile === undefined ? arrival.owners : ownersOf(inProfile);
  return [
    arrival,
    {
      ...{ of: 'profile', id: 'profile', title: agreement.profile?.title ?? '', owners },
      ...{ promisedBy: inProfile?.id ?? null, promises: [] },
    },
    ...rest.map((id) => stageStep(agreement, id, false)),
  ];
}

function stageStep(agreement: Agreement, id: string, isFirst: boolean): Step {
  const all = promisesOf(agreement).filter(isOfLeads);
  const ending = all.filter((promise) => endsAt(promise, id) || (isFirst && isOfArrival(promise, id)));
  const numbers = all.filter((promise) => isNumberAt(promise, id));
  return {
    ...{ of: 'stage', id, title: agreement.stages[id]?.title ?? id },
    owners: [...new Set([...numbers, ...ending].flatMap(ownersOf))],
    promisedBy: null,
    promises: ending.map((promise) => ({ id: promise.id, owner: promise.owedBy })),
  };
}

/** A promise that is kept when its lead gets to a stage. */
const endsAt = ({ measure }: PromiseDef, stage: string): boolean =>
  kindOf(measure.kind).timing(measure)?.to === stage || kindOf(measure.kind).part(measure)?.reaches === stage;

/** A promise of what the leads bring with them that reach a stage. */
function isOfArrival({ measure }: PromiseDef, stage: string): boolean {
  const kind = kindOf(measure.kind);
  return kind.scope(measure)?.stage === stage && kind.part(measure)?.with != null;
}

const isNumberAt = ({ measure, target }: PromiseDef, stage: string): boolean =>
  target.of === 'number' && kindOf(measure.kind).scope(measure)?.stage === stage;

/** What a promise asks of its leads: its own scope and that of its measure. */
const askedOf = ({ measure, where }: PromiseDef) =>
  [where, kindOf(measure.kind).scope(measure)?.where ?? null].filter((each) => each !== null);

const isOfAll = (promise: PromiseDef): boolean =>
  promise.target.cmp === '>=' && askedOf(promise).length === 0;

function isOfProfile(promise: PromiseDef): boolean {
  const asked = askedOf(promise);
  return promise.target.cmp === '>=' && asked.length > 0 && asked.every(({ op }) => op === 'profile');
}

const ownersOf = ({ owedBy, sharedBy }: PromiseDef): readonly string[] =>
  owedBy === null ? sharedBy : [owedBy];
