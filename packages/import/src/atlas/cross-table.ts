/** A code or a document of a cross table; `size` is the number of its quotations, where the table says so (`Gr=12`). */
export interface CrossHeading {
  readonly name: string
  readonly size?: number
}

/** How often two things go together, and ATLAS.ti's coefficient of that where the table has it. */
export interface CrossCell {
  readonly count: number
  readonly coefficient?: number
}

/** A co-occurrence table (codes by codes) or a code-document table of ATLAS.ti; a cell without a count is `null`. */
export interface CrossTable {
  readonly rows: readonly CrossHeading[]
  readonly columns: readonly CrossHeading[]
  /** A list per row, as long as `columns`. */
  readonly cells: readonly (readonly (CrossCell | null)[])[]
}
