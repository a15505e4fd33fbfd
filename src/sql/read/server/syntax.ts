import type { Home } from '../../../model/connection.ts';

/** A table or a view of a server. Its truths are texts: `t` and `f`. */
export interface Relation {
  /** Null where that is the server's only one, or the home. */
  readonly catalog: string | null;
  readonly schema: string;
  readonly name: string;
  /** Whether its name alone is enough. */
  readonly visible: string;
  /** Whether the user may read all of it, or some columns. */
  readonly readable: string;
}

/** A column of a table. */
export interface RelationColumn {
  readonly name: string;
  /** As the server writes it. */
  readonly type: string;
  /** Of the type that it rests on: its name, and what kind of type that is. */
  readonly base: string;
  readonly kind: string;
  readonly readable: string;
}

/** Rows of a table that are to come: of which columns, and of which version of it. */
export interface RowsWanted {
  readonly relation: Relation;
  readonly columns: readonly RelationColumn[];
  /** Those that a word stands for, which two rows share that are the same in all of them; null for no word. */
  readonly others: readonly RelationColumn[] | null;
  /** Null for the rows of the moment. */
  readonly version: string | null;
  /** Of which the rows are asked for, as SQL; null or missing for all. */
  readonly where?: string | null;
}

/** What is asked of a server about its tables and their rows, as it writes it. */
export interface ServerSyntax {
  /** A name of the agreement as the server keeps it. */
  kept(name: string): string;
  /** Statements that give the `Relation`s that a name may mean, with its schema or without; the first that finds one counts. */
  named(table: string, home: Home): readonly string[];
  /** The `Relation`s of all tables and views, but for very many. */
  all(home: Home): string;
  /** The `RelationColumn`s of a table, in their order. */
  columns(relation: Relation, home: Home): string;
  /** Whether a column holds times finer than a microsecond, of which statements there would not cut off the rest. */
  isFiner(column: RelationColumn): boolean;
  /** What a column is to the embedded engine; null where no field is read from such a one. */
  typeOf(column: RelationColumn): string | null;
  /**
   * The `version` of a table that later statements can be held to, which fails where it has none; null where all
   * statements of a session are of one moment.
   */
  version: ((relation: Relation, home: Home) => string) | null;
  /** A table or one of its versions, as it stands behind FROM. */
  path(relation: Relation, version: string | null, home: Home): string;
  /** A text that two rows share whose cells in these columns are the same word by word. */
  word(columns: readonly RelationColumn[]): string;
  /** Each column as the text of its value, then the word for the others. */
  rows(wanted: RowsWanted, home: Home): string;
}
