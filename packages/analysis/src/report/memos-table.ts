import {
  byId,
  type Label,
  labelText,
  type MemoTarget,
  type Study,
  type Table,
  unknownTime,
} from '@codeerbank/core'
import { textColumn } from './columns.ts'

const targets: Readonly<Record<MemoTarget['type'], Label>> = {
  study: { nl: 'studie', en: 'study' },
  case: { nl: 'casus', en: 'case' },
  source: { nl: 'bron', en: 'source' },
  participant: { nl: 'deelnemer', en: 'participant' },
  code: { nl: 'code', en: 'code' },
  segment: { nl: 'fragment', en: 'segment' },
  coding: { nl: 'codering', en: 'coding' },
  frame: { nl: 'vergelijking', en: 'comparison' },
}

/** The memos of a study, a row each, in their order: what each is about, by its name, and what it says. */
export function memosTable(study: Study): Table {
  const { language } = study
  return {
    id: 'memos',
    title: { nl: 'Memo’s', en: 'Memos' },
    columns: [
      textColumn('kind', 'Bij', 'On'),
      textColumn('about', 'Waarover', 'About'),
      textColumn('title', 'Titel', 'Title'),
      textColumn('text', 'Tekst', 'Text'),
      textColumn('by', 'Wie', 'Who'),
      textColumn('at', 'Wanneer', 'When'),
    ],
    rows: study.memos.map(({ on, title, text, by, at }) => [
      labelText(targets[on.type], language),
      aboutOf(study, on),
      title ?? null,
      text,
      byId(study.coders, by)?.label ?? by,
      at === unknownTime ? null : at,
    ]),
  }
}

/** What a memo is about, as a reader knows it: a name, or the words that were marked. */
function aboutOf(study: Study, { type, id = '' }: MemoTarget): string {
  const named = (label: Label | undefined) => (label === undefined ? id : labelText(label, study.language))
  switch (type) {
    case 'study':
      return labelText(study.title, study.language)
    case 'case':
      return named(byId(study.cases, id)?.label)
    case 'source':
      return byId(study.sources, id)?.title ?? id
    case 'participant':
      return byId(study.participants, id)?.label ?? id
    case 'code':
      return named(byId(study.codes, id)?.label)
    case 'frame':
      return named(byId(study.frames, id)?.label)
    case 'segment':
      return byId(study.segments, id)?.quote ?? id
    case 'coding': {
      const coding = byId(study.codings, id)
      if (coding === undefined) return id
      const code = byId(study.codes, coding.code)?.label ?? { nl: coding.code }
      return `${labelText(code, study.language)}: ${byId(study.segments, coding.segment)?.quote ?? ''}`
    }
  }
}
