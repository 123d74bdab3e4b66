import type { DocxTally } from './clean-docx-part.ts'

/** Alternatives that are open (`mc:AlternateContent`, ECMA-376, part 3, 9.3): what is written of each, and what was counted. */
interface Alternatives {
  readonly depth: number
  /** What stood written before the part of it that is open. */
  held?: { readonly xml: string; readonly depth: number; readonly isChoice: boolean }
  choice?: string
  fallback?: string
  readonly before: Counts
  after?: Counts
}

type Counts = Pick<DocxTally, 'elements' | 'text'> & { readonly leftOut: DocxTally['leftOut'] }

/** Keeps apart what stands in the alternatives of a document, until it is known which of them is read. */
export interface DocxAlternatives {
  /** Whether any are open. */
  isOpen(): boolean
  /** Takes note of an element; `false` for a further choice, of which nothing is read. */
  open(name: string, depth: number): boolean
  close(depth: number): void
}

/**
 * Of alternatives the one for old programs is read (`mc:Fallback`), as mammoth does, or where that has no words the first choice.
 *
 * @param swap puts another text in the place of what is written so far, and gives that
 */
export function docxAlternatives(tally: DocxTally, swap: (xml: string) => string): DocxAlternatives {
  const all: Alternatives[] = []
  const counts = (): Counts => ({
    elements: tally.elements,
    text: tally.text,
    leftOut: new Map(tally.leftOut),
  })
  const count = ({ elements, text, leftOut }: Counts) => {
    tally.elements = elements
    tally.text = text
    tally.leftOut.clear()
    for (const [kind, number] of leftOut) tally.leftOut.set(kind, number)
  }
  const hasWords = (xml: string | undefined): xml is string => xml?.includes('<w:t>') === true
  return {
    isOpen: () => all.length > 0,
    open(name, depth) {
      const last = all.at(-1)
      if (name === 'AlternateContent') all.push({ depth, before: counts() })
      else if (last === undefined || depth !== last.depth + 1) return true
      else if (name === 'Choice') {
        if (last.choice !== undefined) return false
        last.held = { xml: swap(''), depth, isChoice: true }
      } else if (name === 'Fallback') {
        last.held = { xml: swap(''), depth, isChoice: false }
        last.after = counts()
        count(last.before)
      }
      return true
    },
    close(depth) {
      const last = all.at(-1)
      if (last === undefined) return
      if (last.held?.depth === depth) {
        const xml = swap(last.held.xml)
        if (last.held.isChoice) last.choice = xml
        else last.fallback = xml
        delete last.held
      } else if (last.depth === depth) {
        all.pop()
        const isChoice = last.fallback === undefined || (hasWords(last.choice) && !hasWords(last.fallback))
        if (isChoice && last.after !== undefined) count(last.after)
        const chosen = (isChoice ? last.choice : last.fallback) ?? ''
        swap(swap('') + chosen)
      }
    },
  }
}
