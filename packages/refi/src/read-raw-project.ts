import type { ReadXmlOptions, XmlElement } from '@codeerbank/archive'
import { type Problem, StudyError } from '@codeerbank/core'
import { checkElements } from './check-elements.ts'
import { partsOf } from './element-parts.ts'
import type { NotCarriedList } from './not-carried.ts'
import type { RawProject } from './raw-project.ts'
import type { RawReading } from './raw-selection.ts'
import { rawSources } from './raw-source.ts'
import { readUnits } from './read-units.ts'
import { sharedGuids, sharedTexts } from './shared-texts.ts'

/** Reads `project.qde`. Throws StudyError where it is no project. */
export async function readRawProject(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  list: NotCarriedList,
  problems: Problem[],
  options: ReadXmlOptions,
): Promise<RawProject> {
  let attributes: RawProject['attributes'] = {}
  const raw = {
    users: [],
    codes: [],
    variables: [],
    cases: [],
    sources: [],
    notes: [],
    links: [],
    sets: [],
    own: [],
  }
  const project: Omit<RawProject, 'attributes'> = { ...raw, standIns: new Map() }
  const reading = { list, users: sharedGuids(), times: sharedTexts(), codes: sharedGuids() }
  await readUnits(
    chunks,
    {
      onRoot(tag) {
        if (tag.name !== 'Project') throw notRefi('project', tag.name, tag.line, options.file)
        checkNamespace(tag.uri, 'project', options.file, problems)
        attributes = tag.attributes
        if (attributes.basePath) list.add('external-file', tag.line)
        if (attributes.creatingUserGUID !== undefined || attributes.creationDateTime !== undefined)
          list.add('project-made', tag.line)
        if (attributes.modifyingUserGUID !== undefined || attributes.modifiedDateTime !== undefined)
          list.add('modified', tag.line)
      },
      onUnit: (section, unit) => takeUnit(project, section, unit, reading),
      leaves: projectLeaves,
    },
    options,
  )
  return { ...project, attributes }
}

const projectLeaves: ReadonlySet<string> = new Set(['Description', 'NoteRef'])

function takeUnit(
  project: Omit<RawProject, 'attributes'>,
  section: string,
  unit: XmlElement,
  reading: RawReading,
): void {
  const { list } = reading
  checkElements(unit, list)
  if (section === '') project.own.push(unit)
  else if (section === 'Users') project.users.push(unit)
  else if (section === 'CodeBook' && unit.name === 'Codes') project.codes.push(...partsOf(unit, 'Code'))
  else if (section === 'CodeBook' && unit.name === 'Code') project.codes.push(unit)
  else if (section === 'Variables') project.variables.push(unit)
  else if (section === 'Cases') project.cases.push(unit)
  else if (section === 'Notes') project.notes.push(unit)
  else if (section === 'Links') project.links.push(unit)
  else if (section === 'Sets') project.sets.push(unit)
  else if (section === 'Graphs') list.add('graph', unit.line)
  else if (section === 'Sources') {
    const { guid, sources } = rawSources(unit, reading)
    for (const source of sources) project.sources.push(source)
    if (sources.every(source => source.guid !== guid) || sources.length > 1)
      project.standIns.set(
        guid,
        sources.map(source => source.guid),
      )
  } else list.add('unknown', unit.line)
}

/** Every version of the standard has had a namespace of its own; other programs write what they like. */
export function checkNamespace(
  uri: string,
  what: 'project' | 'codebook',
  file: string | undefined,
  problems: Problem[],
): void {
  if (new RegExp(`^urn:QDA-XML:${what}:\\d+[:.]\\d+$`, 'i').test(uri)) return
  problems.push({
    code: 'refi-namespace',
    severity: 'warning',
    message: `The file does not say that it is a REFI-QDA ${what}; it is read as one. Look whether all came over.`,
    place: { ...(file === undefined ? {} : { file }), line: 1 },
  })
}

/** @param name of the outermost element */
export function notRefi(
  what: 'project' | 'codebook',
  name: string,
  line: number,
  file: string | undefined,
): StudyError {
  const message =
    name === 'Project' || name === 'CodeBook'
      ? `The file is a REFI-QDA ${name === 'Project' ? 'project' : 'codebook'}, no ${what}. Read it as what it is.`
      : `The file is XML but no REFI-QDA ${what}. Export it again as REFI-QDA from the program it came from.`
  const place = { ...(file === undefined ? {} : { file }), line }
  return new StudyError([{ code: `refi-no-${what}`, severity: 'error', message, place }])
}
