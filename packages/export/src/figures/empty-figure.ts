import type { Language } from '@codeerbank/core'
import { svgDocument, svgText, textWidth } from '../svg-document.ts'
import { wording } from '../wording.ts'

/** The figure of no things: its title, and a line that says so. */
export function emptyFigure(title: string, description: string, language: Language): string {
  return svgDocument(textWidth(title, 18) + 48, 76, { title, description, language }, [
    svgText(16, 32, title, { size: 16, bold: true }),
    svgText(16, 58, wording.nothing[language]),
  ])
}
