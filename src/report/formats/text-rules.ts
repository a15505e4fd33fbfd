import type { RenderOptions } from '../../model/render.ts';
import type { RuleEntry, RulesDocument } from '../../model/rules.ts';
import { painter } from '../paint.ts';
import { pad } from '../width.ts';

const TITLES: Readonly<Record<RuleEntry['about'], string>> = {
  files: 'Of the run and the files',
  agreement: 'Of what an agreement says',
  data: 'Of the exports',
  verdict: 'Of the promises',
  change: 'Of a change of the agreement',
};

/** One line a rule, under what it is about; `*` where the agreement may set its severity. */
export function rules({ rules: all }: RulesDocument, options: RenderOptions): string {
  const paint = painter(options);
  const width = Math.max(0, ...all.map(({ id }) => id.length));
  const blocks = (Object.keys(TITLES) as RuleEntry['about'][]).flatMap((about) => {
    const lines = all
      .filter((each) => each.about === about)
      .map(
        ({ id, severity, law, lint }) =>
          `  ${pad(id, width)}  ${pad(severity, 7)} ${lint ? '*' : ' '} ${law}\n`,
      );
    return lines.length === 0 ? [] : [`${paint(TITLES[about], 'title')}\n${lines.join('')}`];
  });
  const note = all.some(({ lint }) => lint)
    ? ['* "lint: { RULE: error | warning | info | off }" in an agreement sets its severity\n']
    : [];
  return [...blocks, ...note].join('\n');
}
