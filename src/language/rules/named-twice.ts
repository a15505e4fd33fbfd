import { mark, t } from '../../messages/index.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Found, Rule } from './rule.ts';

/** Most often the second was to be another name, which then is missed in silence. */
export const namedTwice: Rule = {
  id: 'named-twice',
  severity: 'warning',
  law: mark`A list of teams or promises has each name once.`,
  good: `
objectives:
  - { id: pipeline, shared_by: [marketing, sales], count: { stage: contacted }, target: ">= 80 per month" }
`,
  bad: `
objectives:
  - { id: pipeline, shared_by: [marketing, sales, sales], count: { stage: contacted }, target: ">= 80 per month" }
`,
  check({ objectives, commitments, waivers, decidedBy }) {
    return [
      ...twice(decidedBy, ['decided_by']),
      ...objectives
        .filter(({ partOf }) => partOf === undefined)
        .flatMap(({ sharedBy, path }) => twice(sharedBy, [...path, 'shared_by'])),
      ...commitments.flatMap(({ excusedBy = [], path }) => twice(excusedBy, [...path, 'excused_by'])),
      ...waivers
        .filter(({ dispute }) => dispute === undefined)
        .flatMap(({ approvedBy, path }) => twice(approvedBy, [...path, 'approved_by'])),
    ];
  },
};

const twice = (names: readonly string[], path: YamlPath): readonly Found[] =>
  names.flatMap((name, i) =>
    names.indexOf(name) === i
      ? []
      : [
          {
            message: t`"${name}" stands twice in "${String(path.at(-1))}"`,
            help: t`write the other name that was meant, or leave out the second`,
            path: [...path, i],
          },
        ],
  );
