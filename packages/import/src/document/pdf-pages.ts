import type { DocumentLimits } from './document-limits.ts'

/** A line of a page, in the order in which the file has them; lengths in points, `y` from the foot of the page up. */
export interface PdfLine {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Where it ends. */
  readonly right: number
  /** The height of its letters. */
  readonly size: number
  /** A number that stands apart before the words, where it ends, and where these begin. */
  readonly lead?: { readonly number: string; readonly right: number; readonly textX: number }
}

/** The lines of each page. */
export type PdfPages = readonly (readonly PdfLine[])[]

/** Why a PDF could not be read. */
export type PdfFault = 'encrypted' | 'damaged' | 'pages' | 'text'

/**
 * Reads the text layer of a PDF. Nothing in it is run, and nothing is printed: no scripts, forms, pictures or fonts of the
 * machine.
 *
 * @param bytes the file; the library takes them over
 */
export async function pdfPages(
  bytes: Uint8Array,
  limits: Pick<DocumentLimits, 'pages' | 'text'>,
): Promise<PdfPages | PdfFault> {
  const { getDocumentProxy } = await import('unpdf')
  let open: Awaited<ReturnType<typeof getDocumentProxy>> | undefined
  try {
    const document = await getDocumentProxy(bytes, {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      stopAtErrors: false,
    })
    open = document
    if (document.numPages > limits.pages) return 'pages'
    const pages: PdfLine[][] = []
    let characters = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: false })
      const lines = linesOf(items.filter(item => 'str' in item))
      characters += lines.reduce((sum, { text }) => sum + text.length, 0)
      if (characters > limits.text) return 'text'
      pages.push(lines)
      page.cleanup()
    }
    return pages
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged'
  } finally {
    await open?.loadingTask.destroy()
  }
}

/** A stretch of text as the library gives it. */
interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

/** So many letters' heights between words divide the cells of a row. */
const cellGap = 2

function linesOf(items: readonly TextItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let line: { -readonly [key in keyof PdfLine]: PdfLine[key] } | undefined
  const end = () => {
    const text = line?.text
      .replace(/[^\S\t]+/g, ' ')
      .replace(/ ?\t\s*/g, '\t')
      .trim()
    if (line !== undefined && text !== undefined && text !== '') lines.push({ ...line, text })
    line = undefined
  }
  for (const { str, transform, width, height, hasEOL } of items) {
    const [x, y] = placeOf(transform)
    if (str.trim() !== '') {
      const gap = line === undefined ? 0 : x - line.right
      if (line === undefined) line = { text: '', x, y, right: x, size: height }
      else if (/^\d{1,5}\s*$/.test(line.text) && gap > height / 4) {
        const number = line.text.trim()
        line = { ...line, text: `${number} `, lead: { number, right: line.right, textX: x } }
      } else if (gap > cellGap * height) line.text += '\t'
      line.text += str
      line.right = Math.max(line.right, x + width)
      line.size = Math.max(line.size, height)
    } else if (line !== undefined && str !== '') line.text += ' '
    if (hasEOL) end()
  }
  end()
  return lines
}

/** Where an item stands, turned so that its words run from left to right: pages that lie on their side have them upwards. */
function placeOf([a = 1, b = 0, , , x = 0, y = 0]: readonly number[]): readonly [x: number, y: number] {
  const length = Math.hypot(a, b)
  if (Math.abs(b) < 0.02 * length || length === 0) return [x, y]
  const [cos, sin] = [a / length, b / length]
  return [x * cos + y * sin, y * cos - x * sin]
}
