import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts';
import type { FindingsDocument, RenderOptions } from '../../src/model/render.ts';
import * as github from '../../src/report/formats/github.ts';
import * as gitlab from '../../src/report/formats/gitlab.ts';
import { findings as html } from '../../src/report/formats/html-findings.ts';
import * as junit from '../../src/report/formats/junit.ts';
import { findings as markdown } from '../../src/report/formats/markdown-findings.ts';
import * as sarif from '../../src/report/formats/sarif.ts';
import { counts, month, options, rated, result, scoreboardOf } from './fixtures.ts';
import { wellFormed } from './xml.ts';

function finding(
  rule: string,
  severity: Severity,
  file: string | null,
  line = 1,
  message = rule,
): Diagnostic {
  const place =
    file === null ? {} : { place: { file, start: { line, column: 3 }, end: { line, column: 6 } } };
  return { rule, severity, message, help: `mend ${rule}`, ...place };
}

function documentOf(
  findings: readonly Diagnostic[],
  files: readonly string[] = ['a.sla.yaml'],
): FindingsDocument {
  const agreements = files.map((file) => ({
    id: file,
    title: file,
    version: '1',
    file,
    sha256: null,
    commitments: 2,
    objectives: 0,
  }));
  return {
    findings,
    texts: Object.fromEntries(files.map((file) => [file, ''])),
    agreements,
    dueExamples: [],
  };
}

const HOSTILE = [
  '\n::error::owned',
  '%0A::set-output name=x::y',
  '::stop-commands::x',
  '##[error]owned',
  'a,b:c=d%25',
  '<script>&"\'</script>]]>',
  '\u001b[2J\u0000\u202e',
  '\ud800 half a pair \ufffe',
  '| a | `b` | [x](https://evil.example)',
];
const hostile = documentOf(
  HOSTILE.map((text) => ({ ...finding(text, 'error', text, 1, text), help: `${text}\n${text}` })),
  HOSTILE,
);

const many = documentOf(
  Array.from({ length: 1000 }, (_, index) =>
    finding(
      'unknown-stage',
      (['info', 'warning', 'error'] as const)[index % 3] ?? 'info',
      `f${index % 7}.sla.yaml`,
      index + 1,
    ),
  ),
  Array.from({ length: 7 }, (_, index) => `f${index}.sla.yaml`),
);
const none = documentOf([]);
const nothing = documentOf([], []);
const homeless = documentOf([{ ...finding('no-agreement', 'error', null), fatal: true }], []);
const documents = { none, nothing, homeless, hostile, many };
const cases = Object.entries(documents);

/** A workflow command as the runner reads it: names and values unescaped. */
function commandOf(line: string) {
  const match = /^::(\w+) ?([^:]*)::(.*)$/s.exec(line);
  if (!match) return null;
  const plain = (text: string) =>
    text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const properties = (match[2] ?? '')
    .split(',')
    .map((each) => [each.slice(0, each.indexOf('=')), plain(each.slice(each.indexOf('=') + 1))]);
  return { name: match[1], properties: Object.fromEntries(properties), message: plain(match[3] ?? '') };
}

describe('github', () => {
  it('annotates the file, the line and the columns, with the rule and the help', () => {
    const document = documentOf([finding('unknown-stage', 'error', 'a.sla.yaml', 71, 'no stage "MQL"')]);
    expect(github.findings(document, options())).toBe(
      '::error file=a.sla.yaml,line=71,col=3,endColumn=5,title=unknown-stage::no stage "MQL"%0AHelp: mend unknown-stage\n1 error\n',
    );
  });

  it('keeps within ten errors, ten warnings and ten notices, and says every other one as a plain line', () => {
    const lines = github.findings(many, options()).trimEnd().split('\n');
    const commands = lines.filter((line) => line.startsWith('::')).map((line) => commandOf(line)?.name);
    expect(commands).toEqual(['error', 'warning', 'notice'].flatMap((name) => Array(10).fill(name)));
    expect(lines.filter((line) => /^(error|warning|info) {2}/.test(line))).toHaveLength(970);
    expect(lines.at(-1)).toBe('333 errors, 333 warnings, 334 info');
  });

  it('shows the most severe first', () => {
    const document = documentOf([
      finding('a', 'info', 'a'),
      finding('b', 'warning', 'a'),
      finding('c', 'error', 'a'),
    ]);
    const names = github
      .findings(document, options())
      .split('\n')
      .map((line) => commandOf(line)?.name);
    expect(names.slice(0, 3)).toEqual(['error', 'warning', 'notice']);
  });

  it('lets no text from an agreement become a command, a property or a line', () => {
    const lines = github.findings(hostile, options()).trimEnd().split('\n');
    expect(lines).toHaveLength(HOSTILE.length + 1);
    const commands = lines.slice(0, -1).map(commandOf);
    expect(new Set(commands.map((each) => each?.name))).toEqual(new Set(['error']));
    for (const each of commands)
      expect(Object.keys(each?.properties ?? {})).toEqual(['file', 'line', 'col', 'endColumn', 'title']);
    expect(commands[4]?.properties).toMatchObject({ file: 'a,b:c=d%25', title: 'a,b:c=d%25' });
    expect(commands[1]?.message.split('\n')[0]).toBe('%0A::set-output name=x::y');
    const over = documentOf(Array.from({ length: 12 }, () => hostile.findings).flat(), HOSTILE);
    expect(github.findings(over, options()).match(/^\s*::(?!error file=)/gm)).toBeNull();
    expect(github.findings(over, options()).split('\n').slice(10).join('\n')).not.toMatch(/##\w*\[/);
  });
});

describe('gitlab', () => {
  it.each(cases)('is an array of issues with every required key: %s', (_, document) => {
    const issues = JSON.parse(gitlab.findings(document, options()));
    expect(issues).toHaveLength(document.findings.length);
    for (const issue of issues) {
      expect(issue).toEqual({
        description: expect.stringMatching(/./),
        check_name: expect.any(String),
        fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/),
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
        location: { path: expect.stringMatching(/./s), lines: { begin: expect.any(Number) } },
      });
    }
    expect(new Set(issues.map((each: { fingerprint: string }) => each.fingerprint)).size).toBe(issues.length);
  });

  const prints = (findings: readonly Diagnostic[]): string[] =>
    JSON.parse(gitlab.findings(documentOf(findings), options())).map(
      (each: { fingerprint: string }) => each.fingerprint,
    );
  const [first, second] = [
    finding('a', 'error', 'a.sla.yaml', 4, 'no "x"'),
    finding('a', 'error', 'a.sla.yaml', 9, 'no "y"'),
  ];

  it('has fingerprints that stay when lines are added above, and when a lead more is counted', () => {
    const moved = [first, second].map((each, index) =>
      finding('a', 'error', 'a.sla.yaml', 104 + index, each.message),
    );
    expect(prints(moved)).toEqual(prints([first, second]));
    const counted = (n: number) =>
      prints([finding('not-a-date', 'warning', 'a', 1, `${n} rows rejected: leads.csv:${n}`)]);
    expect(counted(3)).toEqual(counted(4711));
  });

  it('has another fingerprint for another rule, file or subject', () => {
    const others = [
      finding('b', 'error', 'a.sla.yaml', 4, 'no "x"'),
      finding('a', 'error', 'b.sla.yaml', 4, 'no "x"'),
    ];
    expect(new Set(prints([first, second, ...others])).size).toBe(4);
  });

  it('puts what has no place at the top of the agreement', () => {
    const [issue] = JSON.parse(gitlab.findings(documentOf([finding('a', 'warning', null)]), options()));
    expect(issue.location).toEqual({ path: 'a.sla.yaml', lines: { begin: 1 } });
  });
});

describe('junit', () => {
  it.each(cases)('is well-formed XML whose counts add up: %s', (_, document) => {
    const text = junit.findings(document, options());
    const elements = wellFormed(text);
    const errors = document.findings.filter((each) => each.severity === 'error');
    const failed = elements.filter((each) => each.name === 'failure' || each.name === 'error');
    expect(failed).toHaveLength(errors.length);
    const [root] = elements;
    expect(root?.name).toBe('testsuites');
    expect(Number(root?.attributes.failures) + Number(root?.attributes.errors)).toBe(errors.length);
    expect(Number(root?.attributes.tests)).toBe(elements.filter((each) => each.name === 'testcase').length);
  });

  it('has no line that a CI log obeys, whatever a promise says', () => {
    const promise = 'Call soon\n::error file=a::owned\n  ##[error]owned\n##vso[task.complete]';
    const owned = rated('calls', 'missed', counts(1, 9), { promise, title: '::error file=a::owned' });
    const text = junit.compliance(scoreboardOf([owned]), options()) + junit.findings(hostile, options());
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toMatch(/##\w*\[/);
    expect(text).toContain('&#58;:error file=a::owned');
  });

  it('has a test that passes for an agreement without a problem', () => {
    expect(junit.findings(none, options())).toContain('<testcase name="is sound" classname="a.sla.yaml"/>');
  });
});

describe('sarif', () => {
  let valid: ValidateFunction;
  beforeAll(() => {
    // The schema of OASIS as Microsoft's package carries it. It is of draft-04, whose other name for an id is its only difference here.
    const file = createRequire(import.meta.url).resolve(
      '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
    );
    const { id, $schema, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
    expect([id, $schema]).toEqual([
      expect.stringContaining('sarif-2.1.0'),
      expect.stringContaining('draft-04'),
    ]);
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    ajv.addFormat('uri', (value: string) => URL.canParse(value));
    ajv.addFormat('uri-reference', (value: string) => /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(value));
    ajv.addFormat('date-time', (value: string) => !Number.isNaN(Date.parse(value)));
    valid = ajv.compile(schema);
  });

  it.each(cases)('is as the schema of OASIS says: %s', (_, document) => {
    const log = JSON.parse(sarif.findings(document, options()));
    expect(valid(log), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
    expect(log.runs[0].results).toHaveLength(document.findings.length);
  });

  it('is refused by that schema where a level is misspelt', () => {
    const log = JSON.parse(sarif.findings(many, options()));
    log.runs[0].results[0].level = 'fatal';
    expect(valid(log)).toBe(false);
  });

  it('tells the law of each rule, the place, and that a run without an answer failed', () => {
    const laws = { 'unknown-stage': 'Stages that are named are declared.' };
    const bad = { ...finding('unknown-stage', 'error', 'my folder/a.sla.yaml', 7), fatal: true };
    const [run] = JSON.parse(sarif.findings(documentOf([bad]), options({ laws }))).runs;
    expect(run.tool.driver.rules).toEqual([
      { id: 'unknown-stage', shortDescription: { text: 'Stages that are named are declared.' } },
    ]);
    expect(run.invocations).toEqual([{ executionSuccessful: false }]);
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'my%20folder/a.sla.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 7, startColumn: 3, endLine: 7, endColumn: 6 },
    });
  });
});

describe('the paths of a CI format', () => {
  const root = process.platform === 'win32' ? 'C:\\checkout' : '/checkout';
  const path = (file: string, changes: Partial<RenderOptions>) =>
    JSON.parse(gitlab.findings(documentOf([finding('a', 'error', file)]), options(changes)))[0].location.path;

  it('start at the root of the checkout, wherever in it the program runs', () => {
    const checkout = { cwd: `${root}/teams/acme`, root };
    expect(path('a.sla.yaml', { checkout })).toBe('teams/acme/a.sla.yaml');
    expect(path(`${root}/other/a.sla.yaml`, { checkout })).toBe('other/a.sla.yaml');
  });

  it('are left as they are outside of it', () => {
    const checkout = { cwd: root, root };
    expect(path('../elsewhere/a.sla.yaml', { checkout })).toBe('../elsewhere/a.sla.yaml');
  });
});

describe('markdown and html', () => {
  it.each(cases)('hold one row a finding, and no markup from an agreement: %s', (_, document) => {
    const page = markdown(document);
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(document.findings.length === 0 ? 0 : document.findings.length + 2);
    expect(new Set(rows.map((row) => row.match(/(?<!\\)\|/g)?.length)).size).toBeLessThanOrEqual(1);
    expect(page).not.toMatch(/<(?!br>)|https:/);
    const web = html(document);
    expect(web.match(/<tr>/g)?.length ?? 0).toBe(
      document.findings.length === 0 ? 0 : document.findings.length + 1,
    );
    expect(web).not.toMatch(/<script/i);
  });
});

describe('a scoreboard as findings', () => {
  const place = { file: 'a.sla.yaml', start: { line: 40, column: 9 }, end: { line: 40, column: 22 } };
  const risk = { outlook: 'at risk' } as const;
  const document = scoreboardOf([
    rated('first-contact', 'met', counts(99, 1), { period: month(2026, 4), place }),
    rated('first-contact', 'missed', counts(83, 12), { period: month(2026, 5), place }),
    rated('first-contact', 'missed', counts(82, 12), { period: month(2026, 6), place, by: { owner: 'Ana' } }),
    rated('first-contact', 'no verdict', counts(8, 2, 0, 0, 5), { period: month(2026, 6), place }),
    rated('feedback', 'missed', counts(1000, 9000)),
    rated('volume', 'open', counts(3, 0, 9), { ...risk, place }),
    rated('calm', 'open', counts(3, 0, 9), { outlook: 'on track' }),
    result({ id: 'nothing' }),
  ]);

  it('has one finding for each promise that is not kept, never one for a lead, a group or a period', () => {
    const issues = JSON.parse(gitlab.compliance(document, options()));
    expect(
      issues.map(
        (each: { check_name: string; severity: string; location: { path: string; lines: object } }) => [
          each.check_name,
          each.severity,
          each.location.path,
          each.location.lines,
        ],
      ),
    ).toEqual([
      ['no-verdict', 'major', 'a.sla.yaml', { begin: 40 }],
      ['missed', 'major', 'acme.sla.yaml', { begin: 1 }],
      ['at-risk', 'minor', 'a.sla.yaml', { begin: 40 }],
    ]);
    expect(issues[0].description).toBe(
      '"first-contact" has no verdict in 2026-06 (5 of 15 cases unknown) and is missed in 2026-05 (87% of 95); the target is ≥ 95% Help: sla cases --commitment first-contact --state unknown: the cases behind it',
    );
  });

  it('is one test a promise and a period in junit', () => {
    const elements = wellFormed(junit.compliance(document, options()));
    const root = elements[0]?.attributes;
    expect([root?.tests, root?.failures, root?.errors, root?.skipped]).toEqual(['7', '2', '1', '1']);
    expect(elements.filter((each) => each.name === 'testcase').map((each) => each.attributes.name)).toEqual([
      'first-contact 2026-04',
      'first-contact 2026-05',
      'first-contact 2026-06',
      'feedback 2026-06',
      'volume 2026-06',
      'calm 2026-06',
      'nothing 2026-06',
    ]);
  });

  it('annotates on github what a reviewer must know', () => {
    const lines = github.compliance(document, options()).split('\n');
    expect(lines.map((line) => commandOf(line)?.name)).toEqual([
      'error',
      'error',
      'warning',
      ...[undefined, undefined, undefined],
    ]);
  });
});
