import type { Facts } from '../../plan/facts.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { portablePattern } from '../../sql/portable-pattern.ts';

/** Columns that every table of facts has. */
const OWN = new Set(['key', 'nth']);

/** A dialect in which tables and columns have names that a person reads: those of sources and of fields. */
export function spelled(tables: readonly Facts[], dialect: JudgingDialect): JudgingDialect {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { source, table, columns } of tables) {
    names.set(table, free(`facts_${source.name.replace(/\W/g, '_').toLowerCase()}`, taken));
    const own = new Set(OWN);
    for (const column of columns()) {
      const wanted = column.kind === 'flag' || column.kind === 'own' ? 'test' : column.field;
      names.set(column.name, free(wanted, own));
    }
  }
  const named = (name: string): string => {
    const [, base = name, width = ''] = /^(.*?)(\$w)?$/s.exec(name) ?? [];
    return (names.get(base) ?? base) + width;
  };
  return {
    ...dialect,
    // No engine but some takes a $ in a name.
    identifier: (name) => dialect.identifier(named(name).replaceAll('$', '__')),
    matches: (text, pattern) =>
      dialect.matches(text, dialect.lacks.has('patterns') ? (portablePattern(pattern) ?? pattern) : pattern),
  };
}

/** The name, or the first of those numbered that is free. */
function free(name: string, taken: Set<string>): string {
  let found = name;
  for (let n = 2; taken.has(found.toLowerCase()); n++) found = `${name}_${n}`;
  taken.add(found.toLowerCase());
  return found;
}
