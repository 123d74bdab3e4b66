import { type Label, type Language, labelText, type Memo, type Segment, type Study } from '@codeerbank/core'
import { linkOfText } from './link-memo.ts'
import { pairThings } from './pair-things.ts'
import type { ProjectParts } from './project-parts.ts'
import { renameParts } from './rename-parts.ts'

/** A project under the ids of the study that it brings up to date. */
export interface RecognisedParts {
  readonly parts: ProjectParts
  /** How many things had other ids. */
  readonly count: number
}

/**
 * Gives what a project holds the ids that a study has for it, where the project was exported under new GUIDs, as some programs
 * do with all, or with all texts, each time (QualCoder, ATLAS.ti). It is taken for such a one where a text of the study is in it, of
 * the same title, under another GUID: then texts are known by these or their titles, what stands in them by its place, and the rest by name.
 *
 * @returns `null` for any other project
 */
export function recogniseParts(study: Study, parts: ProjectParts): RecognisedParts | null {
  const { language } = parts
  const named = ({ label }: { readonly label: Label }) => labelText(label, language)
  const sources = parts.sources.map(({ item }) => item)
  if (pairThings(study.sources, sources, [titleAndText]).size === 0) return null
  const framework = {
    source: pairThings(study.sources, sources, [titleAndText, ({ title }) => title]),
    coder: pairThings(study.coders, parts.coders, [({ label }) => label]),
    code: pairCodes(study, parts, language),
    variable: pairThings(study.variables, parts.variables, [each => `${each.on} ${named(each)}`]),
    case: pairThings(study.cases, parts.cases, [named]),
    frame: pairThings(study.frames, parts.frames, [named]),
  }
  const under = renameParts(parts, framework)
  const segment = pairSegments(study, under)
  const placed = renameParts(under, { segment })
  const codings = placed.codings.map(({ item, by, at }) => ({ ...item, coder: by, at, codeVersion: 1 }))
  const coding = pairThings(study.codings, codings, [each => `${each.segment} ${codeAndCoder(each)}`], true)
  const coded = renameParts(placed, { coding })
  const memo = pairThings(study.memos, coded.memos, [placeAndWords, placeAndTitle], true)
  const pairs = [...Object.values(framework), segment, coding, memo]
  const count = pairs.reduce((sum, { size }) => sum + size, 0)
  return { parts: withKnownMemos(study, renameParts(coded, { memo })), count }
}

function titleAndText({ title, text }: { readonly title: string; readonly text: string }) {
  return text === '' ? undefined : `${title}\n${text}`
}

/** Codes by their names and those of the codes above them, from the top down: a code is known where the one above it is. */
function pairCodes(study: Study, { codes }: ProjectParts, language: Language): Map<string, string> {
  const known = new Set(study.codes.map(({ id }) => id))
  const pairs = new Map<string, string>()
  const there = Map.groupBy(study.codes, ({ parent, label }) => `${parent} ${labelText(label, language)}`)
  const given = new Set(codes.map(({ id }) => id))
  for (const { id, parent, label } of codes) {
    if (known.has(id)) continue
    const above = parent === null ? null : (pairs.get(parent) ?? parent)
    const found = there.get(`${above} ${labelText(label, language)}`) ?? []
    const [only, second] = found.filter(each => !given.has(each.id))
    if (only === undefined || second !== undefined) continue
    pairs.set(id, only.id)
    given.add(only.id)
  }
  return pairs
}

/** Segments by their place and what they are coded with, by their place, or by their words. */
function pairSegments(study: Study, parts: ProjectParts): Map<string, string> {
  const before = Map.groupBy(study.codings, ({ segment }) => segment)
  const after = Map.groupBy(
    parts.codings.map(({ item, by }) => ({ ...item, coder: by })),
    ({ segment }) => segment,
  )
  const codedWith = ({ id }: Pick<Segment, 'id'>) =>
    [...(before.get(id) ?? after.get(id) ?? [])].map(codeAndCoder).sort().join(' ')
  const place = ({ source, start, end }: Omit<Segment, 'verdict'>) => `${source} ${start} ${end}`
  return pairThings<Omit<Segment, 'verdict'>>(
    study.segments.filter(({ verdict }) => verdict !== 'lost'),
    parts.segments,
    [each => `${place(each)} ${codedWith(each)}`, place, ({ source, quote }) => `${source} ${quote}`],
    true,
  )
}

function codeAndCoder({ code, coder }: { readonly code: string; readonly coder: string }): string {
  return `${code}|${coder}`
}

/** The words of a memo; those of a link without the GUID that it names. */
function wordsOf({ text }: Pick<Memo, 'text'>): string {
  const link = linkOfText(text)
  return link === null ? text : text.slice(0, -link.target.length - 2)
}

function placeAndWords({ on, title = '', text }: Memo): string {
  return [on.type, on.id ?? '', title, wordsOf({ text })].join('\n')
}

function placeAndTitle({ on, title }: Memo): string | undefined {
  return title && [on.type, on.id ?? '', title].join('\n')
}

/**
 * The memos, those that stand for links as the study has them where they differ in the GUID that they name alone, and without
 * those that are the memo of a coding there.
 */
function withKnownMemos(study: Study, parts: ProjectParts): ProjectParts {
  const known = new Map(study.memos.map(memo => [memo.id, memo]))
  const ofCodings = new Map(study.codings.flatMap(({ id, memo }) => (memo ? [[id, memo]] : [])))
  const memos = parts.memos.flatMap(memo => {
    const { id, on, text } = memo
    if (on.type === 'coding' && ofCodings.get(on.id ?? '') === text) return []
    const before = known.get(id)
    return before !== undefined && wordsOf(before) === wordsOf(memo) ? { ...memo, text: before.text } : memo
  })
  return { ...parts, memos }
}
