import { pathToFileURL } from 'node:url';
import { ZONES_RELEASE } from '../../calendar/zone.ts';
import type { Severity } from '../../model/diagnostic.ts';
import type { ComplianceDocument, FindingsDocument, RenderOptions } from '../../model/render.ts';
import { type Spot, sentences, spotOf } from '../ci.ts';
import { inline, json } from '../escape.ts';
import { fingerprints } from '../fingerprint.ts';
import { asFindings } from '../verdict-findings.ts';
import { ledgerOf, undatedIn } from './json.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0, for code scanning. Source: OASIS, and what GitHub asks of an upload: a place for each
 * result.
 */
export function findings(document: FindingsDocument, options: RenderOptions): string {
  return logOf(document, options, {});
}

function logOf(document: FindingsDocument, options: RenderOptions, properties: object): string {
  const rules = [...new Set(document.findings.map((each) => each.rule))].sort();
  const spots = document.findings.map((each) => spotOf(each, document, options));
  const prints = fingerprints(
    document.findings,
    spots.map((each) => each.path),
  );
  const results = document.findings.map((each, index) => ({
    ruleId: each.rule,
    ruleIndex: rules.indexOf(each.rule),
    level: LEVELS[each.severity],
    message: { text: sentences(each).map(inline).join('\n') },
    locations: spots.slice(index, index + 1).map(locationOf),
    partialFingerprints: { 'slaFinding/v1': prints[index] },
  }));
  const run = {
    tool: {
      driver: {
        name: options.tool.name,
        version: options.tool.version,
        semanticVersion: options.tool.version,
        rules: rules.map((id) => ({ id, shortDescription: { text: options.laws?.[id] ?? id } })),
      },
    },
    invocations: [{ executionSuccessful: !document.findings.some((each) => each.fatal === true) }],
    columnKind: 'utf16CodeUnits',
    properties: { zones: ZONES_RELEASE, ...properties },
    results,
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return json(log);
}

export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  const { compliances } = document;
  const told = { undated: undatedIn(compliances), ledger: ledgerOf(compliances) };
  return logOf(asFindings(document), options, told);
}

function locationOf({ path, start, end }: Spot) {
  const inside = !path.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(path);
  const artifactLocation = inside
    ? { uri: path.split('/').map(encoded).join('/'), uriBaseId: '%SRCROOT%' }
    : { uri: pathToFileURL(path).href };
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.line === start.line ? Math.max(end.column, start.column) : end.column,
  };
  return { physicalLocation: { artifactLocation, region } };
}

/** Half a surrogate pair, which a file name may hold, has no encoding. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'));
}
