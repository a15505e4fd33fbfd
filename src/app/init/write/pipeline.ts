import { t } from '../../../messages/index.ts';

/**
 * Builds the program from one commit, in a folder in which nothing of the repository under review configures
 * npm; where nobody has said from which, that is said before anything is fetched.
 */
const build = (home: string): readonly string[] => [
  `test -n "$SLA_REPOSITORY" && test -n "$SLA_COMMIT" || { echo "${t`fill in SLA_REPOSITORY and SLA_COMMIT`}"; exit 1; }`,
  `git clone --quiet --no-checkout -- "$SLA_REPOSITORY" "${home}"`,
  `git -C "${home}" checkout --quiet --detach "$SLA_COMMIT"`,
  `(cd -- "${home}" && npm ci --no-audit --no-fund)`,
];

const lines = (all: readonly string[], indent: string): string =>
  all.map((line) => `${indent}${line}\n`).join('');

/** The file of a pipeline that checks the agreement. It fetches no package by a name, and none in the checkout. */
export function pipeline(ci: 'github' | 'gitlab'): { readonly path: string; readonly text: string } {
  const why = t`The export is not in the repository: the agreement alone is checked.`;
  const outside = t`The program is built outside of the checkout, whose files npm never sees.`;
  const repository = t`the address of sla in git, or of your own copy of it`;
  const commit = t`the full id of a commit, so that nobody changes the program behind your back`;
  if (ci === 'gitlab')
    return {
      path: '.gitlab-ci.yml',
      text: `agreement:
  image: node:22
  variables:
    SLA_REPOSITORY: "" # ${repository}
    SLA_COMMIT: "" # ${commit}
  script:
    # ${outside}
    - SLA_HOME="$(mktemp -d)"
${lines(build('$SLA_HOME'), '    - ')}    - unset NODE_OPTIONS
    # ${why}
    - node "$SLA_HOME/bin/sla.js" validate
`,
    };
  return {
    path: '.github/workflows/sla.yml',
    text: `name: agreement
on: [push, pull_request]
permissions: { contents: read }
env:
  SLA_REPOSITORY: "" # ${repository}
  SLA_COMMIT: "" # ${commit}
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@34e114876b0b11c390a56381ad16ebd13914f8d5 # v4.3.1
        with: { persist-credentials: false }
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with: { node-version: 22 }
      # ${outside}
      - run: |
${lines(build('$RUNNER_TEMP/sla'), '          ')}      # ${why}
      - run: node "$RUNNER_TEMP/sla/bin/sla.js" validate
`,
  };
}
