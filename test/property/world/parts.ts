import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import type { RawAgreement } from '../../oracle/agreement.ts';

/** Of the worlds one of so many has a file of parts. */
const ONE_IN = 4;

const FILE = 'world.sla-parts.yaml';

/** What only a version itself says. */
const OWN = new Set(['sla', 'id', 'title', 'version', 'effective', 'waivers']);

/** How many levels of a section are joined key by key, as the page on the language says; of all others none. */
const DEEP: Readonly<Record<string, number>> = { teams: 2, calendars: 2, sources: 3, stages: 1 };

type Raw = { readonly [key: string]: unknown };

/**
 * The versions as texts. In some worlds they are agreements that share a file of parts: it says all that each of
 * them says, in the words of one of them, and every other says itself what differs. What they come to is the same,
 * so whoever judges the versions judges these too.
 */
export function agreementTexts(seed: number, versions: readonly RawAgreement[]): Record<string, string> {
  const nameOf = ({ version }: RawAgreement) => `v${version}.sla.yaml`;
  const text = (raw: object) => stringify(raw, { aliasDuplicateObjects: false });
  if (seed % ONE_IN !== 1)
    return Object.fromEntries(versions.map((version) => [nameOf(version), text(version)]));
  const model = seed % versions.length;
  const all = versions.map((version) => version as unknown as Raw);
  const own = all.map((each) => Object.fromEntries(Object.entries(each).filter(([key]) => OWN.has(key))));
  const rest = all.map((each) => Object.fromEntries(Object.entries(each).filter(([key]) => !OWN.has(key))));
  const { shared, left } = split(rest, model);
  return {
    [FILE]: text(shared),
    ...Object.fromEntries(
      versions.map((version, i) => [nameOf(version), text({ ...own[i], parts: FILE, ...left[i] })]),
    ),
  };
}

interface Split {
  readonly shared: Raw;
  /** Of each what the shared does not say, or says otherwise. */
  readonly left: readonly Raw[];
}

/** What all have is shared, in the words of one of them. */
function split(all: readonly Raw[], model: number, path: readonly string[] = []): Split {
  const shared: Record<string, unknown> = {};
  const left = all.map((): Record<string, unknown> => ({}));
  const say = (key: string, values: readonly unknown[]) => {
    for (const [i, value] of values.entries()) {
      const own = left[i];
      if (own && value !== undefined) own[key] = value;
    }
  };
  for (const key of new Set(all.flatMap((each) => Object.keys(each)))) {
    const values = all.map((each) => each[key]);
    if (values.includes(undefined)) say(key, values);
    else if (isJoined([...path, key])) {
      const inner = split(values as readonly Raw[], model, [...path, key]);
      shared[key] = inner.shared;
      say(
        key,
        inner.left.map((own) => (Object.keys(own).length > 0 ? own : undefined)),
      );
    } else {
      shared[key] = values[model];
      say(
        key,
        values.map((value) => (isDeepStrictEqual(value, values[model]) ? undefined : value)),
      );
    }
  }
  return { shared, left };
}

/** Whether what lies below is joined key by key. */
function isJoined([section = '', ...below]: readonly string[]): boolean {
  if (below.length >= (DEEP[section] ?? 0)) return false;
  // Of a source the fields alone are joined below its own keys.
  return section !== 'sources' || below.length < 2 || below[1] === 'fields';
}
