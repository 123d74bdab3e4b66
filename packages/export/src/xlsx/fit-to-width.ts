import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import { findElement, prependMarkupInsideElement } from 'write-excel-file/utility'

/** Lets a printed sheet be as wide as the paper, however long it is. */
export const fitToWidth: Feature<Stream | Buffer | Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: xml => {
          const worksheet = findElement(xml, 'worksheet')
          if (worksheet === undefined) return xml
          const properties = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
          return prependMarkupInsideElement(xml, worksheet, properties)
        },
        transformElementAttributes: (name, attributes) =>
          name === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
}
