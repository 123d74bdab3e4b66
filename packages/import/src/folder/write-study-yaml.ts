import { codebookVersion } from '@codeerbank/codebook'
import { byId, type Label, type Language, type Screening, type Study, unknownTime } from '@codeerbank/core'
import { citationFinder } from '../read-inquiry.ts'
import { writeYaml } from './write-yaml.ts'

/** Writes `study.yaml`: all of a study but its codebook, participants, sources, codings and memos. */
export function writeStudyYaml(study: Study): string {
  const { language } = study
  const made = ({ by, at }: { readonly by: string; readonly at: string }) => ({
    by,
    ...(at === unknownTime ? {} : { at }),
  })
  const text = (label: Label) => labelText(label, language)
  return writeYaml({
    title: text(study.title),
    language,
    frozen: frozen(study),
    coders: filled(study.coders.map(({ id, label }) => (label === id ? id : { id, label }))),
    variables: filled(
      study.variables.map(({ id, label, on, type }) => ({ id, label: text(label), on, type })),
    ),
    cases: filled(
      study.cases.map(({ id, label, values }) => ({
        id,
        label: text(label),
        values: Object.keys(values).length === 0 ? undefined : values,
      })),
    ),
    screened: filled(screened(study)),
    judgements: filled(
      study.judgements.map(({ id, frame, case: inCase, rows, state, heading, reasons, ...who }) => ({
        id: id === `${frame}|${inCase}|${rows.join('+')}` ? undefined : id,
        frame,
        case: inCase,
        rows,
        state,
        heading: heading === undefined ? undefined : text(heading),
        reasons,
        ...made(who),
      })),
    ),
    queries: filled(
      study.queries.map(({ id, label, text: query }) => ({
        id,
        label: label === undefined ? undefined : text(label),
        query,
      })),
    ),
    claims: filled(
      study.claims.map(({ id, text: words, rules, voices, recorded, ...who }) => ({
        id,
        text: text(words),
        rules,
        voices,
        recorded,
        ...made(who),
      })),
    ),
    summaries: filled(summaries(study).map(({ who, ...summary }) => ({ ...summary, ...made(who) }))),
  })
}

/** The version says later whether the codebook is still the one that was frozen. */
function frozen(study: Study): object | undefined {
  if (study.frozen === undefined) return undefined
  const { round, by, at } = study.frozen
  return { round, version: codebookVersion(study), by, at: at === unknownTime ? undefined : at }
}

/** Writes `memos.yaml`, or nothing where there are none. */
export function writeMemosYaml({ memos }: Study): string | null {
  if (memos.length === 0) return null
  return writeYaml(
    memos.map(({ id, on, title, text, by, at }) => ({
      id,
      on: on.type,
      of: on.id,
      title,
      text,
      by,
      at: at === unknownTime ? undefined : at,
    })),
  )
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

/** A label in the language of the study alone is a bare text, where that can be read as one. */
function labelText(label: Label, language: Language): string | Label {
  const text = label[language]
  const isBare = text !== undefined && Object.keys(label).length === 1
  return isBare && text !== '' && text.length <= 500 ? text : label
}

/** What was read through with which codes in mind: as few entries as give the same screenings in the same order. */
function screened(study: Study): readonly object[] {
  const isNamed = ({ id, source, code, by }: Screening) => id === `${source}|${code}|${by}`
  const all = study.sources.map(({ id }) => id)
  const runs: { id?: string; sources: string[]; codes: string[]; by: string; at: string }[] = []
  for (const screening of study.screenings) {
    const { id, source, code, by, at } = screening
    const last = runs.at(-1)
    const goesOn = last?.id === undefined && last?.by === by && last.at === at && last.codes[0] === code
    if (goesOn && isNamed(screening)) last.sources.push(source)
    else runs.push({ ...(isNamed(screening) ? {} : { id }), sources: [source], codes: [code], by, at })
  }
  const joined: typeof runs = []
  for (const run of runs) {
    const last = joined.at(-1)
    const joins =
      last !== undefined &&
      last.id === undefined &&
      run.id === undefined &&
      last.by === run.by &&
      last.at === run.at &&
      sameItems(last.sources, run.sources)
    if (joins) last.codes.push(...run.codes)
    else joined.push(run)
  }
  return joined.map(({ id, sources, codes, by, at }) => ({
    id,
    sources: id === undefined && sameItems(sources, all) ? 'all' : sources,
    codes,
    by,
    at: at === unknownTime ? undefined : at,
  }))
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i])
}

/** Summaries, citing words of a source where that means just the codings that they cite, else codings by id. */
function summaries(study: Study) {
  const citedBy = citationFinder(study)
  return study.summaries.map(({ id, frame, row, case: inCase, text, cites, by, at }) => {
    const written: object[] = []
    for (let i = 0; i < cites.length; ) {
      const { coding: cited, quote } = cites[i]!
      const coding = byId(study.codings, cited)
      const source = byId(study.segments, coding?.segment ?? '')?.source
      const found = source === undefined || quote === '' ? [] : citedBy({ source, quote })
      const isAll =
        found.length > 0 &&
        found.every((each, at) => each.coding === cites[i + at]?.coding && cites[i + at]?.quote === quote)
      written.push(isAll ? { source, quote } : { coding: cited, quote })
      i += isAll ? found.length : 1
    }
    return {
      id: id === `${frame}|${inCase}|${row}` ? undefined : id,
      frame,
      row,
      case: inCase,
      text,
      cites: written.length === 0 ? undefined : written,
      who: { by, at },
    }
  })
}
