import type { XmlElement } from '@codeerbank/archive'
import {
  type Change,
  type Codebook,
  type Frame,
  type Language,
  type Problem,
  type Reading,
  StudyError,
  unknownTime,
} from '@codeerbank/core'
import { partsOf } from './element-parts.ts'
import { fitCharacters, fitProblems } from './fit-characters.ts'
import { type NotCarried, notCarriedList } from './not-carried.ts'
import { guidOfElement, targetGuid } from './raw-selection.ts'
import { readCodes } from './read-codes.ts'
import { checkNamespace, notRefi } from './read-raw-project.ts'
import { readUnits } from './read-units.ts'
import { importerId } from './refi-names.ts'

export interface ReadQdcOptions {
  /** The name of the file, for problems. */
  readonly file?: string
  /** The language of the names; Dutch by default. */
  readonly language?: Language
}

/** A codebook that was read. */
export interface RefiCodebook {
  readonly codebook: Codebook
  /** The changes that add it to a study. */
  readonly changes: readonly Change[]
  readonly notCarried: readonly NotCarried[]
}

const codebookLeaves: ReadonlySet<string> = new Set(['Code', 'Set'])

/** As many codes as a codebook file may have elements, by far. */
const mostElements = 200_000

/**
 * Reads a REFI-QDA codebook (`.qdc`) of any program and version. Ids are the GUIDs, in lower case and without braces.
 *
 * @throws StudyError as `readXml` does, `refi-no-codebook`
 */
export async function readQdc(
  bytes: Uint8Array,
  { file, language = 'nl' }: ReadQdcOptions = {},
): Promise<Reading<RefiCodebook>> {
  if (isZip(bytes)) throw new StudyError([zipped(file)])
  const options = { ...(file === undefined ? {} : { file }), language }
  try {
    return await readOnce(bytes, options)
  } catch (error) {
    const fit =
      error instanceof StudyError && error.problems[0]?.code === 'xml-malformed' ? fitCharacters(bytes) : null
    if (fit === null) throw error
    const { value, problems } = await readOnce(fit.bytes, options)
    return { value, problems: [...fitProblems(fit, file), ...problems] }
  }
}

async function readOnce(
  bytes: Uint8Array,
  { file, language }: ReadQdcOptions & { readonly language: Language },
): Promise<Reading<RefiCodebook>> {
  const problems: Problem[] = []
  const list = notCarriedList()
  const codes: XmlElement[] = []
  const sets: XmlElement[] = []
  await readUnits(
    [bytes],
    {
      onRoot({ name, uri, line }) {
        if (name !== 'CodeBook') throw notRefi('codebook', name, line, file)
        checkNamespace(uri, 'codebook', file, problems)
      },
      onUnit(section, unit) {
        // Some programs leave the lists away.
        if ((section === 'Codes' || section === '') && unit.name === 'Code') codes.push(unit)
        else if ((section === 'Sets' || section === '') && unit.name === 'Set') sets.push(unit)
        else list.add('unknown', unit.line)
      },
      leaves: codebookLeaves,
    },
    { ...(file === undefined ? {} : { file }), limits: { elements: mostElements } },
  )
  const report = (code: string, message: string, line: number) =>
    problems.push({
      code,
      severity: 'error',
      message,
      place: { ...(file === undefined ? {} : { file }), line },
    })
  const read = new Map<string, Codebook['codes'][number]>()
  for (const { guid, code, codable, line, colorLost } of readCodes(codes, language, each => each))
    if (read.has(guid))
      report('duplicate-guid', 'The code has the GUID of another one and is left out.', line)
    else {
      if (!codable) list.add('not-codable', line)
      if (colorLost) list.add('color', line)
      read.set(guid, { ...code, version: 1 })
    }
  const frames = new Map<string, Frame>()
  for (const set of sets) {
    const id = guidOfElement(set)
    const members = partsOf(set, 'MemberCode').flatMap(member => {
      const found = read.get(targetGuid(member) ?? '')
      if (found === undefined)
        report('unknown-code', 'The set names a code that the codebook does not have.', member.line)
      return found === undefined ? [] : [found]
    })
    const rows = members.map(({ id: code, label }) => ({ id: code, label, codes: [code] }))
    if (frames.has(id))
      report('duplicate-guid', 'The set has the GUID of another one and is left out.', set.line)
    else frames.set(id, { id, label: { [language]: set.attributes.name ?? '' }, rows })
    list.add('qdc-set-description', set.line, partsOf(set, 'Description').length)
  }
  const codebook: Codebook = { codes: [...read.values()], frames: [...frames.values()] }
  return { value: { codebook, changes: changesOf(codebook), notCarried: list.items() }, problems }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function zipped(file: string | undefined): Problem {
  return {
    code: 'refi-no-codebook',
    severity: 'error',
    message:
      'The file is a ZIP archive, as a REFI-QDA project (.qdpx) is, and no codebook. Read it as a project, or unpack it.',
    ...(file === undefined ? {} : { place: { file } }),
  }
}

function changesOf({ codes, frames }: Codebook): readonly Change[] {
  const made = { by: importerId, at: unknownTime }
  return [
    ...codes.map(
      ({ version: _, ...code }): Change => ({ kind: 'add-code', id: `add-code:${code.id}`, code, ...made }),
    ),
    ...frames.map((frame): Change => ({ kind: 'set-frame', id: `set-frame:${frame.id}`, frame, ...made })),
  ]
}
