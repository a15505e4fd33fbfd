/** Code points of windows-1252 that Latin-1 lacks, as far as the sample data uses them. */
const EXTRA: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  Œ: 0x8c,
  '’': 0x92,
  '–': 0x96,
  œ: 0x9c,
};

export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const code = EXTRA[char] ?? char.charCodeAt(0);
    if (code > 0xff) throw new Error(`windows-1252 has no "${char}"`);
    return code;
  });
}

/** Lines as a spreadsheet in a French locale saves them: semicolons, quotes only where needed, CRLF. */
export function semicolonCsv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string =>
    /[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');
}
