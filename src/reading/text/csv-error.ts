/** Whether the parser says that a text is no CSV, such as one whose quote is never closed. */
export const isCsvError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
