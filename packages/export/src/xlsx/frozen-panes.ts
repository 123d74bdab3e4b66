import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'

/**
 * Names the right pane of a sheet of which only rows stay in view: there is no pane at the bottom right then (ISO/IEC 29500-1,
 * 18.18.52), and Excel for Mac takes a file that names it for a damaged one.
 */
export const frozenPanes: Feature<Stream | Buffer | Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: xml =>
          xml.replace(
            /<pane ySplit="(\d+)" xSplit="0" topLeftCell="(\w+)" activePane="bottomRight"/,
            '<pane ySplit="$1" topLeftCell="$2" activePane="bottomLeft"',
          ),
      },
    },
  },
}
