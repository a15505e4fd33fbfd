import type { Compliance } from '../../model/compliance.ts';
import { type Naming, titlesOf } from '../names.ts';

/** How a page of results names its promises. */
export const namingOf = ({ results }: Pick<Compliance, 'results'>): Naming => titlesOf(results);
