import { t } from '../../messages/index.ts';
import type { AgreementDiff, DiffDocument, ReviewedChange } from '../../model/change.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FindingsDocument } from '../../model/render.ts';
import { wordOf } from '../words.ts';
import { spokenDiff } from './spoken.ts';
import { agreedText, fromTo, settledText } from './value.ts';

/**
 * A diff in the form of problems, for formats that know nothing else: what is found, then every other
 * change as a remark.
 */
export function asFindings({ diff: given, findings, texts }: DiffDocument): FindingsDocument {
  const diff = given && spokenDiff(given);
  const remarks = (diff?.agreements ?? []).flatMap(({ changes }) => changes.filter(isRemark).map(remark));
  const heads = (diff?.agreements ?? []).map((each) => each.head?.file ?? null);
  return {
    findings: [...findings, ...remarks].map((each) => inTheHead(each, diff?.agreements ?? [])),
    texts: Object.fromEntries(Object.entries(texts).filter(([file]) => heads.includes(file))),
    agreements: [],
    dueExamples: [],
  };
}

/** What is no problem of its own. */
function isRemark({ class: found, missing, settled }: ReviewedChange): boolean {
  return missing.length === 0 && found !== 'editorial' && !(found === 'open' && settled === null);
}

function remark(change: ReviewedChange): Diagnostic {
  const values = fromTo(change);
  const says = [agreedText(change), settledText(change)].filter((text) => text !== '');
  const term = `${change.rule}${values === '' ? '' : ` ${values}`}`;
  return {
    rule: change.class,
    severity: 'info',
    message: [t`"${change.promise ?? change.agreement}" is ${wordOf(change.class)}: ${term}`, ...says].join(
      t`; `,
    ),
    ...(change.place ? { place: change.place } : {}),
  };
}

/** A line of the base is in no file of the checkout: shown at the top of the file that it went from. */
function inTheHead(finding: Diagnostic, agreements: readonly AgreementDiff[]): Diagnostic {
  const { place } = finding;
  const own = agreements.find(({ base, head }) => base?.file === place?.file && head?.file !== place?.file);
  if (!place || !own?.base) return finding;
  const start = { line: 1, column: 1 };
  const colon = own.base.file.indexOf(':');
  const file = own.head?.file ?? own.base.file.slice(colon + 1);
  return { ...finding, place: { file, start, end: start } };
}
