import { describe, expect, test } from 'vitest'
import { readCodebook } from '../src/index.ts'
import { splitSections } from '../src/split-sections.ts'

const linesOf = (text: string) => splitSections(text).map(({ line }) => line)

describe('splitSections', () => {
  test('splits before each heading that follows an empty line, and loses nothing', () => {
    const text = '# T\n\nTekst.\n\n## A\n\n- x\n\n### B\n\n  \n## C'
    expect(splitSections(text)).toEqual([
      { text: '# T\n\nTekst.\n', line: 1 },
      { text: '## A\n\n- x\n', line: 5 },
      { text: '### B\n\n  ', line: 9 },
      { text: '## C', line: 12 },
    ])
  })

  test('leaves headings in other blocks, and what is none', () => {
    expect(linesOf('## A\n\n  ## B\n\n##C\n\n- ## D\n\nTekst\n## E')).toEqual([1])
  })

  test.each(['```', '~~~', '<!-- later', '<?php', '<pre>', '<SCRIPT>'])(
    'does not split after %s',
    opening => {
      expect(linesOf(`## A\n\n## B\n\n${opening}\n\n## C\n\n## D`)).toEqual([1, 3])
    },
  )

  test('gives one section for a text without headings', () => {
    expect(splitSections('')).toEqual([{ text: '', line: 1 }])
  })
})

test('a code that is commented out, or stands in fenced code, is not read', () => {
  const idsOf = (markdown: string) => readCodebook(markdown).value.codes.map(({ id }) => id)
  expect(idsOf('## A\n\n<!--\n\n## B\n\n-->\n\n## C')).toEqual(['a', 'c'])
  expect(idsOf('## A\n\n```\n\n## B\n\n```\n\n## C')).toEqual(['a', 'c'])
})
