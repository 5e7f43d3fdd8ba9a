/** One row of a CSV file (RFC 4180). Numbers and days are given as text; what people typed or banks printed, through {@link harmless}. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/** Spreadsheets work out what begins so; a bank's text or somebody's name must not become a formula. */
export const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
