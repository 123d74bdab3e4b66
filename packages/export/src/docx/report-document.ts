import { readArchive, writeArchive } from '@codeerbank/archive'
import type { Language } from '@codeerbank/core'
import {
  AlignmentType,
  Document,
  type FileChild,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
} from 'docx'
import { textRuns } from './text-runs.ts'

/** The name of the list that statements are in. */
export const statementList = 'statements'

/** The width between the margins of a page, in twentieths of a point: A4 across, less 2 cm on both sides. */
export const textWidth = 16_838 - 2 * 1134

/**
 * Packs a document (.docx): A4 across, in one language. The same content gives the same bytes anywhere.
 *
 * @param title of the document, as its properties have it
 */
export async function packReport(
  title: string,
  language: Language,
  children: readonly FileChild[],
): Promise<Uint8Array> {
  const margin = 1134
  const report = new Document({
    title: plain(title),
    creator: 'codeerbank',
    lastModifiedBy: 'codeerbank',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 18, language: { value: language === 'nl' ? 'nl-NL' : 'en-GB' } },
        },
      },
      paragraphStyles: [
        {
          id: 'Caption',
          name: 'caption',
          basedOn: 'Normal',
          next: 'Normal',
          run: { bold: true, size: 20 },
          paragraph: { spacing: { after: 120 }, keepNext: true },
        },
      ],
    },
    numbering: {
      config: [
        {
          reference: statementList,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 227, hanging: 227 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 },
            margin: { top: margin, right: margin, bottom: margin, left: margin },
          },
        },
        children,
      },
    ],
  })
  return withoutTimes(await Packer.toBuffer(report))
}

/** The line above a table; on a page of its own where it is not the first. */
export function captionParagraph(text: string, first: boolean): Paragraph {
  return new Paragraph({ style: 'Caption', pageBreakBefore: !first, children: [...textRuns(text)] })
}

/** The line below a table. */
export function noteParagraph(children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ spacing: { before: 80 }, children })
}

function plain(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
}

/** The library writes the time of day into the properties and into the archive: a document says nothing of when it was made. */
async function withoutTimes(bytes: Uint8Array): Promise<Uint8Array> {
  const none = Number.POSITIVE_INFINITY
  const entries = await readArchive(bytes, {
    limits: { entries: none, entryBytes: none, totalBytes: none },
  })
  return writeArchive(
    await Promise.all(
      entries.map(async ({ name, read }) => {
        const content = await read()
        if (name !== 'docProps/core.xml') return { name, content }
        const properties = new TextDecoder().decode(content)
        return {
          name,
          content: properties.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''),
        }
      }),
    ),
  )
}
