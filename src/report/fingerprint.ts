import { createHash } from 'node:crypto';
import type { Diagnostic } from '../model/diagnostic.ts';

/**
 * One fingerprint a finding, in their order: of the rule, the file and the sentence. Neither a line nor a
 * number is in it, so that it stays the same when lines are added above or a lead more is counted; findings
 * that are alike are numbered.
 */
export function fingerprints(findings: readonly Diagnostic[], paths: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding, index) => {
    const sentence = finding.message.replace(/\d[\d.,:/-]*/g, '#');
    const subject = JSON.stringify([finding.rule, paths[index] ?? '', sentence]);
    const count = (seen.get(subject) ?? 0) + 1;
    seen.set(subject, count);
    return createHash('sha256').update(`${subject}${count}`).digest('hex').slice(0, 40);
  });
}
