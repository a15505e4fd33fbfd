import { describe, expect, it } from 'vitest';
import { exitStatus, verdictsOf } from '../../src/cli/exit.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { compliance, counts, rated } from '../report/fixtures.ts';

const finding = (severity: Diagnostic['severity'], fatal = false): Diagnostic => ({
  rule: 'a-rule',
  severity,
  message: 'Something',
  fatal,
});

describe('the exit status', () => {
  it.each([
    ['0 for nothing', [], [], 'error', 0],
    ['0 for a warning', [finding('warning')], ['met', 'open', 'no data'], 'error', 0],
    ['1 for a warning with --fail-on warning', [finding('warning')], [], 'warning', 1],
    ['0 for a remark, always', [finding('info')], [], 'warning', 0],
    ['1 for an error', [finding('error')], [], 'error', 1],
    ['1 for a missed promise', [], ['met', 'missed'], 'error', 1],
    ['0 for both with --fail-on never', [finding('error')], ['missed'], 'never', 0],
    ['2 where there is no answer, which wins over 1', [finding('error', true)], ['missed'], 'error', 2],
    ['2 where there is no answer, even with --fail-on never', [finding('error', true)], [], 'never', 2],
    ['2 for no verdict', [], ['met', 'no verdict'], 'never', 2],
  ] as const)('is %s', (_, findings, verdicts, failOn, expected) => {
    expect(exitStatus(findings, verdicts, failOn)).toBe(expected);
  });

  it('asks the whole, not its groups', () => {
    const whole = rated('a', 'met', counts(99, 1));
    const group = rated('a', 'missed', counts(1, 1), { by: { owner: 'Ana' } });
    expect(verdictsOf([compliance([whole, group])])).toEqual(['met']);
  });

  it('asks no number of a period that the agreement covers in part, and any other that has no verdict', () => {
    const partial = { why: 'partial-period', days: { inForce: 27, period: 31 }, undated: null } as const;
    const unknown = { why: 'too-many-unknown', days: null, undated: null } as const;
    const results = [partial, unknown].map((noVerdict) =>
      rated('a', 'no verdict', counts(1, 1), { noVerdict }),
    );
    expect(verdictsOf([compliance(results)])).toEqual(['no verdict']);
  });
});
