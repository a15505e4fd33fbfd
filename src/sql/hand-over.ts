/** Columns that the leads' table has where its rows are hand-overs. */

/** INTEGER: the place of the row among the hand-overs of its lead, from 1. */
export const HAND_OVER = 'hand_over';

/** VARCHAR: `yes` for a hand-over of a lead that was handed over before, `no` for its first. */
export const RECYCLED = 'recycled';
