import { fieldsOf, touchesOf, usesProfile } from '../kinds/fields.ts';
import { kindOf } from '../kinds/index.ts';
import { unitOf } from '../kinds/unit.ts';
import type { Agreement, SourceDef } from '../model/agreement.ts';
import type { TermChange } from '../model/change.ts';
import { commitmentsFirst, sourcesOf } from '../model/promises.ts';
import { canonical, shortDigest } from './canonical.ts';
import { dependenciesOf, fieldRule } from './dependencies.ts';
import type { Read } from './sections.ts';

/** What is read of the data: fields, sources, stages and records, each with what makes it the same. */
type Reads = ReadonlyMap<string, string>;

/**
 * What all promises together read. A field that one more promise reads can reject a row, which then is
 * missed by all; a stage or a file that one more looks at can move the instant up to which the data tell
 * what happened, at which all are judged. So no promise comes, no term goes, without a look at the rest.
 */
export function compareReads(before: Read, after: Read): readonly TermChange[] {
  const [old, now] = [readsOf(before), readsOf(after)];
  const [gone, come] = [without(old, now), without(now, old)];
  if (gone.length === 0 && come.length === 0) return [];
  const details = [...gone.map((name) => `- ${name}`), ...come.map((name) => `+ ${name}`)];
  const [from, to] = [old, now].map((reads) => shortDigest([...reads.values()].sort()));
  return [{ rule: 'reads', class: 'open', from: from ?? null, to: to ?? null, details }];
}

/** What the other does not read, be it by another name. */
function without(reads: Reads, other: Reads): readonly string[] {
  const known = new Set(other.values());
  return [...reads].filter(([name, text]) => !other.has(name) && !known.has(text)).map(([name]) => name);
}

function readsOf({ agreement, digests }: Read): Reads {
  const reads = new Map<string, string>();
  for (const promise of commitmentsFirst(agreement)) {
    for (const [rule, meaning] of dependenciesOf(promise, agreement, digests)) {
      if (/^(fields|sources)\./.test(rule)) reads.set(rule, rule);
      // Amounts in another unit than this one reject their rows, for whichever promise the field is read.
      const unit = rule.startsWith('fields.')
        ? unitOf(rule.slice(rule.lastIndexOf('.') + 1), agreement)
        : null;
      if (unit !== null) reads.set(`${rule} in ${unit}`, `${rule} in ${unit}`);
      // By its meaning, so that a stage may have another name.
      if (rule.startsWith('stages.')) reads.set(rule, canonical(meaning));
    }
    const records = kindOf(promise.measure.kind).records?.(promise.measure);
    if (records) reads.set(`records.${records.file}`, records.file);
  }
  for (const [rule, text] of readByWaivers(agreement)) reads.set(rule, text);
  return reads;
}

/** What the conditions of waivers ask of the leads. */
function readByWaivers(agreement: Agreement): readonly (readonly [string, string])[] {
  const { profile, sources, waivers } = agreement;
  const points = profile?.score?.points ?? [];
  const ofProfile = [profile?.must, profile?.mustNot, ...points.map(({ when }) => when)];
  const asked = waivers.flatMap(({ where = null }) =>
    where === null ? [] : [where, ...(usesProfile(where) ? ofProfile : [])],
  );
  const read = (names: readonly string[], within: readonly SourceDef[]) =>
    names.flatMap((name) => {
      const source = within.find(({ fields }) => Object.hasOwn(fields, name));
      if (!source) return [];
      return [fieldRule(source, name), `sources.${source.name}`].map((rule) => [rule, rule] as const);
    });
  const named = (name: string) => Object.values(sources).filter((source) => source.name === name);
  return asked.flatMap((each) => [
    ...read(fieldsOf(each ?? null), sourcesOf(agreement, undefined)),
    ...touchesOf(each ?? null).flatMap(({ source, where, before }) => [
      ...read(['at', ...fieldsOf(where)], named(source)),
      ...(before === null ? [] : [[`stages.${before}`, `stages.${before}`] as const]),
    ]),
  ]);
}
