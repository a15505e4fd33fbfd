import type { DiffDocument } from '../../model/change.ts';
import type { RenderOptions } from '../../model/render.ts';
import { asFindings } from '../changes/annotations.ts';
import { findings } from './gitlab.ts';

/** A code quality report of what nobody has agreed to. */
export function diff(document: DiffDocument, options: RenderOptions): string {
  return findings(asFindings(document), options);
}
