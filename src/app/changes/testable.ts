import type { DiffRequest } from '../../model/change.ts';
import type { Io } from '../../model/io.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import type { Family, Sourced } from '../agreements/family.ts';

/** A version with the files as they are on its side. */
export interface Testable {
  readonly sourced: Sourced;
  readonly io: Io;
}

/** The version alone, on all days. */
export function alwaysInForce(sourced: Sourced): Family {
  const agreement = { ...sourced.agreement, effective: { from: null, to: null } };
  return { id: agreement.id, versions: [{ ...sourced, agreement }] };
}

export const judgeRequest = ({
  leads,
  sources,
  allowOutside,
  asOf,
  from,
  to,
}: DiffRequest): JudgeRequest => ({
  paths: [],
  leads,
  sources,
  allowOutside,
  asOf,
  from,
  to,
  period: null,
  by: [],
  rejects: null,
  force: false,
  personal: false,
});
