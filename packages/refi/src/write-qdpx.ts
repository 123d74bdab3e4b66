import { type ArchiveFile, writeArchive } from '@codeerbank/archive'
import { labelText, type Study } from '@codeerbank/core'
import { guidOf } from './guid.ts'
import { fileText, lostSegments } from './lost-segments.ts'
import { type NotCarried, notCarriedList } from './not-carried.ts'
import { type MemoPlaces, placeMemos } from './place-memos.ts'
import { projectNamespace, supplement } from './refi-names.ts'
import { remainderOf } from './remainder.ts'
import { supplementLines } from './supplement-lines.ts'
import { writeCodes } from './write-codes.ts'
import { memoKey, type WriteContext } from './write-context.ts'
import { writeCases, writeSets, writeUsers, writeVariables } from './write-framework.ts'
import { noteMemos, writeLinks, writeNotes } from './write-notes.ts'
import { textFile, writeSources } from './write-sources.ts'
import { carriable, container, piece, pieceToXml } from './xml-piece.ts'

export interface WriteQdpxOptions {
  /** The program named as the origin of the project; `Codeerbank` by default. */
  readonly origin?: string
}

/** A file, and what it does not carry or carries for Codeerbank only. */
export interface WrittenRefi {
  readonly bytes: Uint8Array
  readonly notCarried: readonly NotCarried[]
}

/**
 * Writes a study as a REFI-QDA 1.5 project: `project.qde`, valid against `Project.xsd`, and the texts in `sources/` as UTF-8
 * with LF. Positions are Unicode code points, the end exclusive. The same study gives the same bytes.
 *
 * @returns the bytes of the `.qdpx`, and what other programs will not see (`kept`: reading it here gives it back)
 */
export async function writeQdpx(
  study: Study,
  { origin = 'Codeerbank' }: WriteQdpxOptions = {},
): Promise<WrittenRefi> {
  const list = notCarriedList()
  const lost = lostSegments(study)
  const places = placeMemos(study, lost)
  const context: WriteContext = {
    study,
    language: study.language,
    list,
    lines: supplementLines(list),
    coders: new Set(study.coders.map(({ id }) => id)),
    variables: new Map(study.variables.map(variable => [variable.id, variable])),
    memos: places.placed,
    lost,
  }
  return { bytes: await writeArchive(projectFiles(context, places, origin)), notCarried: list.items() }
}

/** The files of a project, each made when it is its turn: what the supplement holds is known once the project is written. */
function* projectFiles(context: WriteContext, places: MemoPlaces, origin: string): Generator<ArchiveFile> {
  yield { name: 'project.qde', content: projectXml(context, places, origin) }
  for (const source of context.study.sources)
    yield { name: `sources/${textFile(guidOf('source', source.id))}`, content: fileText(source) }
  const lines = context.lines.text()
  if (lines.length > 0)
    yield { name: `sources/${textFile(supplement.guid)}`, content: `${lines.join('\n')}\n` }
}

function* projectXml(context: WriteContext, places: MemoPlaces, origin: string): Generator<string> {
  const { study, language, memos } = context
  const name = labelText(study.title, language)
  noteStudy(context, name)
  noteOthers(context)
  noteMemos(context, places)
  const open = pieceToXml(piece('Project', { xmlns: projectNamespace, name, origin }))
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${open.replace(/\/>$/, '>')}\n`
  yield* container('Users', writeUsers(context))
  const { roots, rest, natural } = writeCodes(
    study.codes,
    language,
    id => memos.get(memoKey({ type: 'code', id }))?.notes ?? [],
  )
  if (!natural) context.lines.keepOrder('code')
  for (const { id, version } of study.codes) {
    if (version !== 1) context.list.add('definition-versions', id)
    context.lines.add('code', id, guidOf('code', id), rest.get(id) ?? null)
  }
  if (roots.length > 0) {
    yield '<CodeBook>\n'
    yield* container('Codes', roots)
    yield '</CodeBook>\n'
  }
  yield* container('Variables', writeVariables(context))
  yield* container('Cases', writeCases(context))
  yield* writeSources(context)
  yield* container('Notes', writeNotes(context, places))
  yield* container('Links', writeLinks(places))
  yield* container('Sets', writeSets(context))
  const own = memos.get(memoKey({ type: 'study' }))
  if (own?.description !== undefined) yield `${pieceToXml(piece('Description', {}, own.description))}\n`
  for (const targetGUID of own?.notes ?? []) yield `${pieceToXml(piece('NoteRef', { targetGUID }))}\n`
  yield '</Project>\n'
}

function noteStudy({ study, lines }: WriteContext, name: string): void {
  const { title, language, frozen } = study
  const told = { title, language, ...(frozen === undefined ? {} : { frozen: { ...frozen } }) }
  const rest = remainderOf(told, {
    ...(name === '' ? {} : { title: { [language]: carriable(name) } }),
    language: 'nl',
  })
  if (rest !== null) lines.add('study', '', '', rest)
}

/** What a project has no elements for at all. */
function noteOthers({ study, lines }: WriteContext): void {
  for (const each of study.participants) lines.add('participant', each.id, '', { ...each })
  for (const each of study.judgements) lines.add('judgement', each.id, '', { ...each })
  for (const { codeVersion: _, ...each } of study.screenings) lines.add('screening', each.id, '', { ...each })
  for (const each of study.queries) lines.add('query', each.id, '', { ...each })
  for (const each of study.claims) lines.add('claim', each.id, '', { ...each })
  for (const each of study.summaries) lines.add('summary', each.id, '', { ...each })
}
