import { StudyError } from '@codeerbank/core'
import type { WorkbookLimits } from './workbook.ts'

/** A limit of a workbook that is passed. */
export function workbookTooLarge(
  limit: keyof WorkbookLimits,
  most: number,
  file: string | undefined,
): StudyError {
  return new StudyError([
    {
      code: 'workbook-too-large',
      severity: 'error',
      message: `The workbook has more than is read: at most ${most} ${measures[limit]}. Divide it.`,
      ...(file === undefined ? {} : { place: { file } }),
    },
  ])
}

const measures: Readonly<Record<keyof WorkbookLimits, string>> = {
  bytes: 'bytes, unpacked',
  sheets: 'sheets',
  cells: 'cells',
  strings: 'different texts',
  text: 'characters in a cell',
}
