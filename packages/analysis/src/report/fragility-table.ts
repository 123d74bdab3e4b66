import { byId, type Label, labelText, notesBelow, type Study, type Table } from '@codeerbank/core'
import { type Fragility, theOthers } from '../fragility/fragility.ts'
import { waitingInFrame } from '../waiting-note.ts'
import { numberColumn, rounded, textColumn } from './columns.ts'

const tests: Readonly<Record<string, Label>> = {
  'without case': { nl: 'zonder casus', en: 'without case' },
  'without source': { nl: 'zonder bron', en: 'without source' },
  'without speaker': { nl: 'zonder spreker', en: 'without speaker' },
  'without coder': { nl: 'zonder codeur', en: 'without coder' },
  'touching merged': { nl: 'aangrenzende fragmenten als één', en: 'touching segments as one' },
  voices: { nl: 'stemmen in plaats van coderingen', en: 'voices instead of codings' },
}

/** The differences of a table, a row each, with all that makes them vanish or turn round. */
export function fragilityTable(study: Study, { frame, title, rows, differences }: Fragility): Table {
  const { language } = study
  const caseName = (id: string) =>
    id === theOthers
      ? language === 'nl'
        ? 'gemiddelde van de andere'
        : 'mean of the others'
      : labelText(byId(study.cases, id)?.label ?? { nl: id }, language)
  const nameOf: Readonly<Record<string, (id: string) => string>> = {
    'without case': caseName,
    'without source': id => sourceName(study, id),
    'without speaker': id => speakerName(study, id),
    'without coder': id => byId(study.coders, id)?.label ?? id,
  }
  const rowName = new Map(rows.map(row => [row.id, labelText(row.label, language)]))
  const turned =
    language === 'nl'
      ? { equal: 'valt weg', reversed: 'keert om' }
      : { equal: 'vanishes', reversed: 'turns round' }
  return {
    id: 'fragility',
    title: {
      nl: `Hoe stevig de verschillen zijn: ${labelText(title, 'nl')}`,
      en: `How firm the differences are: ${labelText(title, 'en')}`,
    },
    unit: { nl: 'coderingen', en: 'codings' },
    ...notesBelow(waitingInFrame(study, byId(study.frames, frame)?.rows ?? [])),
    columns: [
      textColumn('row', 'Rij', 'Row'),
      textColumn('more', 'Meer in', 'More in'),
      numberColumn('count-more', 'Aantal', 'Count'),
      textColumn('less', 'Dan in', 'Than in'),
      numberColumn('count-less', 'Aantal', 'Count'),
      numberColumn('flips', 'Keer omgevallen', 'Times flipped'),
      textColumn('what', 'Waardoor', 'By what'),
    ],
    rows: differences.map(difference => [
      rowName.get(difference.row) ?? difference.row,
      caseName(difference.more),
      rounded(difference.counts[0]),
      caseName(difference.less),
      rounded(difference.counts[1]),
      difference.flips.length,
      difference.flips
        .map(({ test, what, becomes }) => {
          const name = what === undefined ? undefined : nameOf[test]?.(what)
          return `${labelText(tests[test]!, language)}${name === undefined ? '' : ` ${name}`}: ${turned[becomes]}`
        })
        .join('\n') || null,
    ]),
  }
}

/** A source by its title, and by its id too where others have the same title. */
function sourceName({ sources }: Study, id: string): string {
  const title = byId(sources, id)?.title ?? id
  return title === id || sources.filter(source => source.title === title).length === 1
    ? title
    : `${title} (${id})`
}

/** Who speaks by their label; somebody who is known in one source only as they are called there, with that source. */
function speakerName(study: Study, voice: string): string {
  const participant = byId(study.participants, voice)
  if (participant !== undefined) return participant.label
  const source = study.sources.find(({ id }) => voice.startsWith(`${id}#`))
  return source === undefined
    ? voice
    : `${voice.slice(source.id.length + 1)} (${sourceName(study, source.id)})`
}
