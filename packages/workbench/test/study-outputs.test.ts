import { applyChanges, type Change, emptyStudy, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { studyFigures } from '../src/study-figures.ts'
import { outputTitle, studyOutputs } from '../src/study-outputs.ts'

const at = '2024-03-01T09:00:00Z'
const by = 'anna'

function source(id: string, title: string, inCase: string): Change {
  const more = { kind: 'interview' as const, participants: [], text: 'Goed.', turns: [] }
  return { id: `add-${id}`, at, by, kind: 'add-source', source: { id, title, case: inCase, ...more } }
}

const study: Study = applyChanges(emptyStudy, [
  { id: '1', at, by, kind: 'add-coder', coder: { id: 'anna', label: 'Anna' } },
  ...(['oost', 'west'] as const).map(
    (id, i): Change => ({
      id: `case-${id}`,
      at,
      by,
      kind: 'add-case',
      case: { id, label: { nl: ['Plein Oost', 'Plein West'][i]!, en: ['East', 'West'][i]! }, values: {} },
    }),
  ),
  source('a', 'Interview wijkagent', 'oost'),
  source('b', 'Interview wijkagent', 'west'),
  source('c', 'Interview bewoner', 'west'),
  ...[
    { id: 'f', label: { nl: 'Fase', en: 'Phase' }, table: 7, rows: [] },
    { id: 'g', label: { nl: 'Vrij', en: 'Free' }, rows: [] },
  ].map((frame): Change => ({ id: `frame-${frame.id}`, at, by, kind: 'set-frame', frame })),
])
const codebook = { codes: study.codes, frames: study.frames }

describe('what outputs are called', () => {
  it('is the number of a table before its title, in the language, where it has one', () => {
    const titles = (language: 'nl' | 'en') =>
      ['table-7.html', 'g.html'].map(file =>
        outputTitle(studyOutputs(study, codebook, language).find(output => output.file === file)!, language),
      )
    expect(titles('nl')).toEqual(['Tabel 7. Fase', 'Vrij'])
    expect(titles('en')).toEqual(['Table 7. Phase', 'Free'])
  })

  it('tells portraits of sources of the same title apart by their case', () => {
    const titles = (language: 'nl' | 'en') =>
      studyFigures(study, codebook, language)
        .filter(({ group }) => group === 'portraits')
        .map(({ label }) => label[language])
    expect(titles('nl')).toEqual([
      'Portret: Interview wijkagent (Plein Oost)',
      'Portret: Interview wijkagent (Plein West)',
      'Portret: Interview bewoner',
    ])
    expect(titles('en')[0]).toBe('Portrait: Interview wijkagent (East)')
  })
})

describe('every plain table', () => {
  it('is a page, Markdown, CSV and a document', () => {
    const files = studyOutputs(study, codebook, 'nl').map(({ file }) => file)
    for (const name of ['census', 'agreement', 'disagreements', 'words', 'saturation'])
      expect(files.filter(file => file.startsWith(`${name}.`) && !file.endsWith('.svg'))).toEqual(
        ['html', 'md', 'csv', 'docx'].map(end => `${name}.${end}`),
      )
  })
})
