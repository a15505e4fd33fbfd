import { mark, say, t } from '../../messages/index.ts';
import type { RenderOptions } from '../../model/render.ts';
import type { RuleEntry, RulesDocument } from '../../model/rules.ts';
import { painter } from '../paint.ts';
import { pad } from '../width.ts';
import { severityWidth, wordOf } from '../words.ts';

const TITLES: Readonly<Record<RuleEntry['about'], string>> = {
  files: mark`Of the run and the files`,
  agreement: mark`Of what an agreement says`,
  data: mark`Of the exports`,
  verdict: mark`Of the promises`,
  change: mark`Of a change of the agreement`,
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
          `  ${pad(id, width)}  ${pad(wordOf(severity), severityWidth())} ${lint ? '*' : ' '} ${say(law)}\n`,
      );
    return lines.length === 0 ? [] : [`${paint(say(TITLES[about]), 'title')}\n${lines.join('')}`];
  });
  const note = all.some(({ lint }) => lint)
    ? [`${t`* "lint: { RULE: error | warning | info | off }" in an agreement sets its severity`}\n`]
    : [];
  return [...blocks, ...note].join('\n');
}
