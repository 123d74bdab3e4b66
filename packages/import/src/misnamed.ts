import { extname } from 'node:path'
import { nearestName } from '@codeerbank/codebook'

/** The names of the files of a study folder, beside those in its folders. */
const names = new Set([
  ...['study.yml', 'study.yaml', 'codebook.md', 'sources.csv', 'turns.csv', 'segments.csv'],
  ...['memos.yml', 'memos.yaml', 'participants.csv', 'codings.csv'],
])

/** What may stand in a folder by the same name. */
const folders = new Set(['codings', 'participants'])

/**
 * What a file of a study folder was perhaps meant for: `codings_anna.csv`, `Codings.csv`, `codering.csv`, `participant.csv`.
 *
 * @param path of the file in the folder
 * @returns the name that it should have; `undefined` where it has that, lies in a folder, or is like none
 */
export function misnamed(path: string): string | undefined {
  if (path.includes('/') || names.has(path) || !/\.(?:csv|tsv|txt|ya?ml|md|xlsx?)$/i.test(path))
    return undefined
  const [stem = ''] = path.toLowerCase().split(/[._ -]/)
  const stems = new Map([...names].map(name => [stemOf(name), name]))
  const found = stems.has(stem) ? stem : near(stem, extname(path).toLowerCase())
  if (found === undefined) return undefined
  const name = stems.get(found)!
  return folders.has(found) ? `${name}, or put it in the folder ${found}` : name
}

/** What people call the folders of a study, beside their names. */
const foldersCalled: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'sources',
    /^(?:sources?|bron(?:nen)?|transcri(?:pt(?:s|en|ies)?|ptions?)|interviews?|documents?|documenten)$/i,
  ],
  ['codings', /^(?:codings?|codering(?:en)?)$/i],
  ['participants', /^(?:participants?|participanten|deelnemers?|respondent(?:s|en))$/i],
]

/** The folder of a study that a folder in it was perhaps meant for: `Sources`, `bronnen`; `undefined` for any other. */
export function misnamedFolder(name: string): string | undefined {
  return foldersCalled.find(([, pattern]) => pattern.test(name))?.[0]
}

/** A name like it, nearly as long, of a file that ends in the same. */
function near(stem: string, ending: string): string | undefined {
  const stems = [...names].filter(name => extname(name) === ending).map(stemOf)
  return nearestName(
    stem,
    stems.filter(each => Math.abs(each.length - stem.length) < 3),
  )
}

const stemOf = (name: string): string => name.split('.')[0]!
