import type { Study } from '@codeerbank/core'

/** A study in one line of figures. */
export function summaryOf(study: Study): string {
  const words = study.sources.reduce((sum, source) => sum + countWords(source.text), 0)
  const figures: [number, string, string][] = [
    [study.cases.length, 'case', 'cases'],
    [study.sources.length, 'source', 'sources'],
    [words, 'word', 'words'],
    [study.codes.length, 'code', 'codes'],
    [study.segments.length, 'segment', 'segments'],
    [study.codings.length, 'coding', 'codings'],
    [study.coders.length, 'coder', 'coders'],
  ]
  return figures.map(([count, one, many]) => `${count} ${count === 1 ? one : many}`).join(', ')
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
