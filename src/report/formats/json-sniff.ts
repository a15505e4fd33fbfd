import type { RenderOptions, SniffDocument } from '../../model/render.ts';
import { json } from '../escape.ts';

/** Names and order of keys are the interface of scripts: they change only by addition. */
export function sniff({ sniffs, findings }: SniffDocument, options: RenderOptions): string {
  const body = { schema: 'sniff/1', tool: options.tool, findings, results: sniffs };
  return json(body);
}
