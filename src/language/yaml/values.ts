import type { Document, LineCounter, Node, Pair } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { t } from '../../messages/index.ts';
import type { ProblemId } from '../catalogue.ts';
import { keyText } from './source-map.ts';

const MOST_NODES = 50_000;
export const DEEPEST = 64;
const MOST_ALIASES = 50;

/** A problem at an offset of the text. */
export interface YamlProblem {
  readonly rule: ProblemId;
  readonly message: string;
  readonly help: string;
  readonly offset: number;
  readonly end: number;
}

/** The values of a document; objects have no prototype, and keys are text as the author wrote it. */
export interface DocumentValues {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
}

const STANDARD_TAG = /^(tag:yaml\.org,2002:|!!)(str|int|float|bool|null|map|seq)$/;

/**
 * * A document's values, with its limits kept: aliases are expanded within a budget, so that no document can
 * cost more than its share, and whatever an agreement has no use for is a problem with a place. Long because
 * each kind of node is a case of one walk, and all spend from one budget.
 */
export function valuesOf(document: Document, counter: LineCounter): DocumentValues {
  const problems: YamlProblem[] = [];
  const open = new Set<Node>();
  let nodes = 0;
  let aliases = 0;
  let stopped = false;

  const report = (
    node: Node | null | undefined,
    rule: ProblemId,
    message: string,
    help: string,
  ): undefined => {
    const [offset, end] = node?.range ?? [0, 1];
    problems.push({ rule, message, help, offset, end });
    return undefined;
  };

  const halt = (node: Node, message: string, help: string): undefined => {
    stopped = true;
    return report(node, 'yaml-too-large', message, help);
  };

  const visit = (node: Node | null | undefined, depth: number): unknown => {
    if (stopped || !node) return null;
    if (++nodes > MOST_NODES) {
      return halt(
        node,
        t`The file holds more than ${MOST_NODES} values`,
        t`split the agreement into several files`,
      );
    }
    if (depth > DEEPEST) {
      return halt(
        node,
        t`The file is nested more than ${DEEPEST} levels deep`,
        t`an agreement needs no more than ten levels: check the indentation and the brackets`,
      );
    }
    if (isAlias(node)) return alias(node, depth);
    if (node.tag !== undefined && !STANDARD_TAG.test(node.tag)) {
      return report(
        node,
        'yaml-tag',
        t`The tag "${node.tag}" is not known here`,
        t`remove the tag and write the plain value`,
      );
    }
    if (isScalar(node)) return scalar(node);
    open.add(node);
    const value = isMap(node)
      ? map(node.items, depth)
      : isSeq(node)
        ? node.items.map((item) => visit(item as Node, depth + 1))
        : null;
    open.delete(node);
    return value;
  };

  const alias = (node: Node, depth: number): unknown => {
    const target = isAlias(node) ? node.resolve(document) : undefined;
    if (++aliases > MOST_ALIASES) {
      return halt(
        node,
        t`The file uses more than ${MOST_ALIASES} aliases`,
        t`write the values out instead of using * and &`,
      );
    }
    if (!target)
      return report(
        node,
        'yaml-syntax',
        t`The alias has no anchor before it`,
        t`write the value out, or add the anchor with & above`,
      );
    if (open.has(target as Node))
      return halt(node, t`The alias is inside its own anchor`, t`write the value out`);
    return visit(target as Node, depth);
  };

  const scalar = (node: Node): unknown => {
    const value = isScalar(node) ? node.value : null;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return report(node, 'wrong-value', t`The number is not finite`, t`write a plain number such as 120`);
    }
    return value;
  };

  const map = (items: readonly Pair[], depth: number): unknown => {
    const result: Record<string, unknown> = Object.create(null);
    const seen = new Map<string, Node>();
    for (const pair of items) {
      const keyNode = pair.key as Node;
      const key = keyText(pair);
      if (key === null) {
        report(
          keyNode,
          'yaml-key',
          t`A key is a word, not a list, a map or nothing`,
          t`write a word before the colon`,
        );
        continue;
      }
      if (key === '<<') {
        report(keyNode, 'yaml-merge', t`Merge keys (<<) are not part of the language`, t`write the keys out`);
        continue;
      }
      const first = seen.get(key);
      if (first !== undefined) {
        const { line } = counter.linePos(first.range?.[0] ?? 0);
        report(
          keyNode,
          'duplicate-key',
          t`The key "${key}" is written twice`,
          t`keep one of the two; the other is on line ${line}`,
        );
        continue;
      }
      seen.set(key, keyNode);
      result[key] = visit(pair.value as Node | null, depth + 1);
    }
    return result;
  };

  const value = visit(document.contents as Node | null, 0);
  return { value, problems };
}
