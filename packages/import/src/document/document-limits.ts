/** How much of a document is read; what is past a limit is refused. */
export interface DocumentLimits {
  /** How many bytes of XML its parts may have together, unpacked. */
  readonly bytes: number
  /** How many elements of a Word document that say what stands in it: the library makes a tree of them. */
  readonly wordElements: number
  /** How many elements of an OpenDocument text. */
  readonly elements: number
  /** How many `&` in its XML. */
  readonly references: number
  /** How many UTF-16 units of text; in Word documents `&`, `<`, `>` and `"` count as ten. */
  readonly text: number
  /** How many pages a PDF may have. */
  readonly pages: number
}

export const documentLimits: DocumentLimits = {
  bytes: 96 * 1024 * 1024,
  wordElements: 80_000,
  elements: 500_000,
  references: 1_000_000,
  text: 10_000_000,
  pages: 5_000,
}
