import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';

/** A signature as it is to stand in the agreement. */
export interface Signature {
  readonly team: string;
  readonly role: string | null;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly digest: string;
}

/**
 * The text of an agreement with a team's signature in its section `approvals`: in place of the team's
 * former one, else at the end of the list. All other text stays as it is. Null where the section has a form
 * that can't be edited in place.
 */
export function withSignature(text: string, signature: Signature): string | null {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return null;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'approvals') as
    | Pair<Node, Node | null>
    | undefined;
  const line = signatureText(signature);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (!pair) return `${text.trimEnd()}${eol}${eol}approvals:${eol}  - ${line}${eol}`;
  const list = pair.value;
  if (!isSeq(list) || !list.range) return null;
  const own = list.items.find((item) => isMap(item) && item.get('team') === signature.team) as
    | Node
    | undefined;
  if (own?.range) {
    const [from, to] = trimmed(text, own.range);
    return text.slice(0, from) + line + text.slice(to);
  }
  if (list.flow === true) {
    const close = text.lastIndexOf(']', list.range[1]);
    const comma = list.items.length === 0 ? '' : ', ';
    const before = text.slice(0, close).trimEnd().replace(/,$/, '');
    return `${before}${comma}${line}${text.slice(close)}`;
  }
  const last = list.items.at(-1) as Node | undefined;
  if (!last?.range) return null;
  const [from, to] = trimmed(text, last.range);
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const indent = /^\s*/.exec(text.slice(start))?.[0] ?? '';
  const lineEnd = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
  const rest = text.slice(to, lineEnd).trimEnd();
  return `${text.slice(0, to)}${rest}${eol}${indent}- ${line}${text.slice(lineEnd - (text[lineEnd - 1] === '\r' ? 1 : 0))}`;
}

function signatureText({ team, role, name, date, digest }: Signature): string {
  const parts = [
    `team: ${team}`,
    ...(role === null ? [] : [`role: ${JSON.stringify(role)}`]),
    `name: ${JSON.stringify(name)}`,
    `date: ${date}`,
    `digest: "${digest}"`,
  ];
  return `{ ${parts.join(', ')} }`;
}

/** A block's range may reach over the blanks behind it. */
function trimmed(text: string, [from, to]: readonly [number, number, number]): readonly [number, number] {
  return [from, from + text.slice(from, to).trimEnd().length];
}
