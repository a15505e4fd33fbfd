import type { FindingsDocument, RenderOptions } from '../../model/render.ts';
import { findingOf, print, severities, toolOf } from './json.ts';

/** Described by schemas/diagnostics.schema.json; names and order of keys change only by addition. */
export function findings(document: FindingsDocument, options: RenderOptions): string {
  return print({
    schema: 'diagnostics/1',
    tool: toolOf(options),
    inputs: document.agreements.map((each) => ({ file: each.file, sha256: each.sha256 })),
    asOf: null,
    summary: {
      agreements: document.agreements.map((each) => ({
        id: each.id,
        title: each.title,
        version: each.version,
        file: each.file,
        commitments: each.commitments,
        objectives: each.objectives,
      })),
      dueExamples: document.dueExamples.map((each) => ({
        file: each.file,
        commitment: each.commitment,
        segment: each.segment,
        text: each.text,
      })),
      ...termsOf(document),
      findings: severities(document.findings),
    },
    findings: document.findings.map(findingOf),
  });
}

const termsOf = ({ termExamples = [] }: FindingsDocument) =>
  termExamples.length === 0
    ? {}
    : { termExamples: termExamples.map(({ file, term, text }) => ({ file, term, text })) };
