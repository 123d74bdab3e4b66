import type { Table } from '@codeerbank/core'

/** A table of one column of texts, of which a naive writer breaks many. */
export function tableOfTexts(texts: readonly (string | null)[], more: Partial<Table> = {}): Table {
  return {
    id: 't',
    title: { nl: 'Teksten', en: 'Texts' },
    columns: [{ id: 'a', label: { nl: 'Tekst', en: 'Text' }, type: 'text' }],
    rows: texts.map(text => [text]),
    ...more,
  }
}

/** A text, and how a reader of HTML sees it; a line end is written as `/`. */
export const shownTexts: readonly (readonly [name: string, text: string, shown: string])[] = [
  ['markup', '<b>vet</b> &amp; "x"', '<b>vet</b> &amp; "x"'],
  ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['a cell border', 'a | b \\| c', 'a | b \\| c'],
  ['a list', '- punt', '- punt'],
  ['a heading', '# kop', '# kop'],
  ['emphasis', '*a* _b_ **c** ~~d~~ `e`', '*a* _b_ **c** ~~d~~ `e`'],
  ['a link', '[a](http://x.nl) ![b](c) <http://y.nl>', '[a](http://x.nl) ![b](c) <http://y.nl>'],
  ['an address', 'http://x.nl en a@b.nl', 'http://x.nl en a@b.nl'],
  ['lines', 'een\ntwee', 'een/twee'],
  ['lines of Windows', 'een\r\ntwee', 'een/twee'],
  ['lines of an old Mac', 'een\rtwee', 'een/twee'],
  ['an empty line', 'een\n\ntwee', 'een//twee'],
  ['a formula', '=1+1', '=1+1'],
  ['emoji', 'mooi 👩‍👩‍👧 😀', 'mooi 👩‍👩‍👧 😀'],
  ['script from right to left', 'שלום عالم', 'שלום عالم'],
  ['an end of a comment', '--> <!-- x', '--> <!-- x'],
  ['a very long text', `${'woord '.repeat(9_999)}einde`, `${'woord '.repeat(9_999)}einde`],
]
