import { type ArchiveEntry, type ArchiveLimits, readArchive } from '@codeerbank/archive'
import { type Problem, StudyError } from '@codeerbank/core'

export type ProjectFile = Pick<ArchiveEntry, 'size' | 'read'>

/** The files of a project. */
export interface ProjectFiles {
  readonly project: ArchiveEntry
  /**
   * The file that a path of the project leads to; `outside` for one that is not in the archive and was not given.
   *
   * @param path as the project has it: `internal://`, `relative:///` or `absolute:///` and a name
   */
  find(path: string): ProjectFile | 'missing' | 'outside'
}

/**
 * How much a project may hold for its size. REFI-QDA is XML full of GUIDs, which hardly compress: a file that unpacks to more
 * is no project but an attack. A file of up to 10 MiB holds no more than 512 MiB of memory takes.
 */
export function projectLimits(bytes: number): ArchiveLimits & { readonly elements: number } {
  const mebibyte = 1024 * 1024
  const totalBytes = 48 * mebibyte + 12 * bytes
  const elements = 210_000 + Math.floor(Math.max(0, bytes - 10 * mebibyte) / 4)
  return { entries: 50_000, entryBytes: totalBytes, totalBytes, elements }
}

/**
 * Opens a `.qdpx`.
 *
 * @param given files outside the project, by their path without its scheme
 */
export async function projectFiles(
  bytes: Uint8Array,
  {
    file,
    limits,
    given = {},
  }: {
    file?: string | undefined
    limits: ArchiveLimits
    given?: Readonly<Record<string, Uint8Array>> | undefined
  },
  problems: Problem[],
): Promise<ProjectFiles> {
  const place = file === undefined ? {} : { place: { file } }
  const entries = isXml(bytes)
    ? [projectAlone(bytes)]
    : await readArchive(bytes, { ...(file === undefined ? {} : { file }), limits })
  const candidates = entries
    .filter(({ name }) => /\.qde$/i.test(name) && !hidden.test(name))
    .sort(
      (a, b) => depthOf(a.name) - depthOf(b.name) || Number(isProject(b.name)) - Number(isProject(a.name)),
    )
  const [project, second] = candidates
  if (project === undefined) {
    const message = 'The archive holds no project.qde. Export it again as a REFI-QDA project.'
    throw new StudyError([{ code: 'refi-no-project', severity: 'error', message, ...place }])
  }
  if (second !== undefined) {
    const message = 'The archive holds more than one project; the first is read. Export each one by itself.'
    problems.push({ code: 'refi-two-projects', severity: 'warning', message, ...place })
  }
  const folder = asCompared(project.name.slice(0, project.name.lastIndexOf('/') + 1))
  const byName = new Map(entries.map(entry => [asCompared(entry.name), entry]))
  const within = (name: string) => {
    const wanted = withoutFolder(name)
    return (
      byName.get(`${folder}sources/${wanted}`) ?? byName.get(`${folder}${wanted}`) ?? elsewhere().get(wanted)
    )
  }
  /** For files that lie in a folder of another name, or whose name was encoded. */
  let others: ReadonlyMap<string, ArchiveEntry> | undefined
  const elsewhere = () => (others ??= onlyNamesakes(entries))
  let givenNames: ReadonlyMap<string, string> | undefined
  const givenFile = (name: string): ProjectFile | undefined => {
    givenNames ??= new Map(Object.keys(given).map(each => [withoutFolder(each), each]))
    const like = givenNames.get(withoutFolder(name)) ?? givenNames.get(withoutFolder(decoded(name)))
    const own = Object.hasOwn(given, name) ? given[name] : like === undefined ? undefined : given[like]
    return own && { size: own.length, read: () => Promise.resolve(own) }
  }
  const find: ProjectFiles['find'] = path => {
    const [, scheme = 'internal', name = ''] =
      /^\s*(?:(internal|relative|absolute):\/)?\/*(.*?)\s*$/is.exec(path) ?? []
    const isInternal = scheme.toLowerCase() === 'internal'
    const own = isInternal ? undefined : givenFile(name)
    const entry = own ?? within(name) ?? within(decoded(name))
    if (entry !== undefined && entry !== project) return entry
    return isInternal ? (givenFile(name) ?? 'missing') : 'outside'
  }
  return { project, find }
}

/** Whether the bytes are a project file by itself, out of its archive. */
function isXml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<\0?[?!a-z]/i.test(start)
}

function projectAlone(bytes: Uint8Array): ArchiveEntry {
  return {
    name: 'project.qde',
    size: bytes.length,
    read: () => Promise.resolve(bytes),
    async *chunks() {
      yield bytes
    },
  }
}

/** A name as it is compared: archives of a Mac take letters apart from their accents, and Windows has `\\` between folders. */
function asCompared(name: string): string {
  return name.normalize('NFC').replaceAll('\\', '/').toLowerCase()
}

/** The same, without the folder of the standard. */
function withoutFolder(name: string): string {
  return asCompared(name).replace(/^sources\//, '')
}

/** The files of an archive by their bare name, encoded or not; none that shares it with another. */
function onlyNamesakes(entries: readonly ArchiveEntry[]): ReadonlyMap<string, ArchiveEntry> {
  const files = entries.filter(({ name }) => !hidden.test(name))
  const byName = Map.groupBy(files, ({ name }) => asCompared(decoded(name)).split('/').at(-1)!)
  return new Map(Array.from(byName).flatMap(([name, [only, second]]) => (second ? [] : [[name, only!]])))
}

/** What a Mac puts in an archive for itself. */
const hidden = /(?:^|\/)(?:__macosx|\.)/i

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function depthOf(name: string): number {
  return name.split('/').length
}

function isProject(name: string): boolean {
  return /(?:^|\/)project\.qde$/i.test(name)
}
