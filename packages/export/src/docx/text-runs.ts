import { type IRunPropertiesOptions, TextRun } from 'docx'

/** What XML cannot carry. */
const unsafe = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g

/** Scripts that are written from right to left. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Whether a text reads from right to left: its first letter does. */
export function readsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0]
  return first !== undefined && rightToLeft.test(first)
}

/**
 * A text as the runs of a paragraph: a line end is a break. A character that XML cannot carry (a control, half a surrogate
 * pair) shows as U+FFFD, so that it is seen that something stood there.
 */
export function textRuns(text: string, properties: IRunPropertiesOptions = {}): readonly TextRun[] {
  const shown = text.toWellFormed().replace(unsafe, '\uFFFD')
  const direction = readsRightToLeft(shown) ? { rightToLeft: true } : {}
  return shown
    .split(/\r\n|\r|\n/)
    .map(
      (line, i) => new TextRun({ ...properties, ...direction, text: line, ...(i === 0 ? {} : { break: 1 }) }),
    )
}
