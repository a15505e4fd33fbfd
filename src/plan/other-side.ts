import type { CasePlan } from '../model/judge.ts';

/** By when a broken case is broken: when it is due, or when it starts; null where it may yet be kept. */
export function brokenWhen(plan: CasePlan): 'due' | 'start' | null {
  switch (plan.shape) {
    case 'timed':
    case 'attempts':
      return 'due';
    case 'ratio':
      return plan.reaches === null ? 'start' : null;
    // Of a number that may not be passed: a lead of a time in which it was.
    case 'tally':
      return 'start';
  }
}
