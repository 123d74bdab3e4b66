/** What makes a spreadsheet take a cell for a formula: these at its start, also behind apostrophes of ours. */
const trigger = /^'*[=+\-@\t\r\n\0＝＋－＠]/

/**
 * Makes a text safe to stand in a cell of a CSV file: one that a spreadsheet would run as a formula gets an
 * apostrophe before it (OWASP, "CSV Injection"; ASVS 1.2.10). `unguardCell` gives back exactly what was there.
 */
export function guardCell(text: string): string {
  return trigger.test(text) ? `'${text}` : text
}

/** The text that `guardCell` made safe. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && trigger.test(text) ? text.slice(1) : text
}
