/** Messages by their English text; `{0}` stands for the first value. */
export type Catalogue = Readonly<Record<string, string>>;
