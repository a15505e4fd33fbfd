import { alwaysMet } from './always-met.ts';
import { broadWaiver } from './broad-waiver.ts';
import { closedLimit } from './closed-limit.ts';
import { contradictingLimits } from './contradicting-limits.ts';
import { everyRowPauses } from './every-row-pauses.ts';
import { funnelOrder } from './funnel-order.ts';
import { holidayRegions } from './holiday-regions.ts';
import { idleCalendar } from './idle-calendar.ts';
import { idleSeason } from './idle-season.ts';
import { idleTarget } from './idle-target.ts';
import { idleView } from './idle-view.ts';
import { imposedObjective } from './imposed-objective.ts';
import { lateBooking } from './late-booking.ts';
import { loneObjective } from './lone-objective.ts';
import { missingEffective } from './missing-effective.ts';
import { missingSponsor } from './missing-sponsor.ts';
import { namedTwice } from './named-twice.ts';
import { oneSidedWaiver } from './one-sided-waiver.ts';
import { oneWay } from './one-way.ts';
import { ownEnding } from './own-ending.ts';
import { promiseDiffers } from './promise-differs.ts';
import { revenueBelow } from './revenue-below.ts';
import { reviewOverdue } from './review-overdue.ts';
import type { Rule } from './rule.ts';
import { shortParts } from './short-parts.ts';
import { totalTarget } from './total-target.ts';
import { twoUnits } from './two-units.ts';
import { unagreedWord } from './unagreed-word.ts';
import { unreachableProfile } from './unreachable-profile.ts';
import { unreachableScope } from './unreachable-scope.ts';
import { unreachableSegment } from './unreachable-segment.ts';
import { unusedCalendar } from './unused-calendar.ts';
import { unusedField } from './unused-field.ts';
import { unusedProfile } from './unused-profile.ts';
import { unusedSource } from './unused-source.ts';
import { unusedStage } from './unused-stage.ts';
import { unusedTeam } from './unused-team.ts';
import { waiverExpired } from './waiver-expired.ts';
import { waiverOfNumber } from './waiver-of-number.ts';
import { windowInGap } from './window-in-gap.ts';

/** Every lint rule that one agreement can be held to alone, in the order in which the registry is printed. */
export const rules: readonly Rule[] = [
  oneWay,
  promiseDiffers,
  loneObjective,
  namedTwice,
  imposedObjective,
  shortParts,
  revenueBelow,
  missingSponsor,
  missingEffective,
  reviewOverdue,
  unusedTeam,
  unusedSource,
  unusedField,
  unusedStage,
  unusedCalendar,
  unusedProfile,
  unagreedWord,
  unreachableProfile,
  unreachableScope,
  unreachableSegment,
  funnelOrder,
  alwaysMet,
  totalTarget,
  idleTarget,
  idleView,
  twoUnits,
  contradictingLimits,
  everyRowPauses,
  ownEnding,
  lateBooking,
  idleCalendar,
  idleSeason,
  closedLimit,
  windowInGap,
  holidayRegions,
  waiverExpired,
  broadWaiver,
  oneSidedWaiver,
  waiverOfNumber,
];
