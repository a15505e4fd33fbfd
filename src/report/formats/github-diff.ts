import type { DiffDocument } from '../../model/change.ts';
import type { RenderOptions } from '../../model/render.ts';
import { asFindings } from '../changes/annotations.ts';
import { findings } from './github.ts';

/** Annotations on the changed lines. */
export function diff(document: DiffDocument, options: RenderOptions): string {
  return findings(asFindings(document), options);
}
