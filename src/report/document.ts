import type { ComplianceDocument } from '../model/render.ts';
import { problemBlocks } from './problems.ts';
import { scoreboard } from './scoreboard.ts';
import { severalBlock } from './several.ts';
import type { Block } from './table.ts';
import { timetable } from './timetable.ts';

/** The whole of an answer as blocks, problems last. */
export function blocksOf(document: ComplianceDocument): readonly Block[] {
  const layout = document.view === 'scoreboard' ? scoreboard : timetable;
  const { findings } = document;
  return [
    ...severalBlock(document.compliances, document.view),
    ...document.compliances.flatMap((each) => [...layout(each)]),
    ...problemBlocks(findings),
  ];
}
