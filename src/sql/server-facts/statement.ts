import type { JudgingDialect } from '../dialects/dialect.ts';
import { withNamedRows } from '../named-rows.ts';

/**
 * SELECTs by their names, which may ask for those before them: what a server keeps that has no tables for it. Each
 * asks for what had those names when it was put there.
 */
export class NamedSelects {
  readonly #dialect: JudgingDialect;
  #selects = new Map<string, string>();
  #replaced = 0;

  constructor(dialect: JudgingDialect) {
    this.#dialect = dialect;
  }

  put(name: string, select: string): void {
    if (!this.#selects.has(name)) this.#selects.set(name, select);
    else {
      const before = `${name}$before${this.#replaced++}`;
      this.rename(name, before);
      this.#selects.set(name, this.#bound(select, name, before));
    }
  }

  rename(name: string, to: string): void {
    if (!this.#selects.has(name)) throw new Error(`There is no table "${name}"`);
    const entries = [...this.#selects];
    const place = entries.findIndex(([each]) => each === name);
    this.#selects = new Map(
      entries.map(([each, select], i) =>
        i === place ? [to, select] : [each, i < place ? select : this.#bound(select, name, to)],
      ),
    );
  }

  /** A SELECT that goes on asking for what had a name, which is called otherwise now. */
  #bound(select: string, name: string, to: string): string {
    const { identifier } = this.#dialect;
    if (!asksFor(name, select)) return select;
    return withParts([`${identifier(name)} AS (SELECT * FROM ${identifier(to)})`], select);
  }

  /** A statement as a server takes it, with the SELECTs that it asks for as its parts of WITH. */
  served(sql: string): string {
    const { identifier, heldPart, fence } = this.#dialect;
    const parts: string[] = [];
    let text = sql;
    for (const [name, select] of [...this.#selects].reverse()) {
      if (!asksFor(name, text)) continue;
      text += `\n${select}`;
      parts.unshift(heldPart(identifier(name), select));
    }
    return withNamedRows(withParts(parts, sql), fence);
  }
}

/** A statement with parts of WITH before its own. */
function withParts(parts: readonly string[], sql: string): string {
  if (parts.length === 0) return sql;
  const own = /^\s*WITH\s/.exec(sql)?.[0];
  const rest = own === undefined ? `\n${sql}` : `,\n${sql.slice(own.length)}`;
  return `WITH ${parts.join(', ')}${rest}`;
}

/** Whether a statement names a table, with quotes or without. */
const asksFor = (name: string, sql: string): boolean =>
  new RegExp(`(?<![\\w$])${name.replace(/[$]/g, '[$]')}(?![\\w$])`).test(sql);
