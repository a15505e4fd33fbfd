export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of a document in their order. Throws where it is not well-formed XML 1.0 without a doctype. */
export function wellFormed(text: string): readonly Element[] {
  // Source: XML 1.0, production 2: the characters that a document may hold.
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('A character that XML forbids');
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const elements: Element[] = [];
  const open: string[] = [];
  const token =
    /<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="(?:[^<&"]|&(?:amp|lt|gt|quot|#39|#35|#58);)*")*)(\/?)>|((?:[^<&]|&(?:amp|lt|gt|quot|#39|#35|#58);)+)/gy;
  while (token.lastIndex < body.length) {
    const at = token.lastIndex;
    const match = token.exec(body);
    if (!match) throw new Error(`Not XML: ${JSON.stringify(body.slice(at, at + 60))}`);
    const [, closed, name, attributes = '', empty, data] = match;
    if (data !== undefined && (data.includes(']]>') || (open.length === 0 && data.trim() !== '')))
      throw new Error('Stray text');
    if (closed !== undefined && open.pop() !== closed) throw new Error(`Unexpected </${closed}>`);
    if (name === undefined) continue;
    const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(
      (each) => [each[1] ?? '', each[2] ?? ''] as const,
    );
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error('An attribute twice');
    elements.push({ name, attributes: Object.fromEntries(pairs) });
    if (empty === '') open.push(name);
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(', ')}`);
  return elements;
}
