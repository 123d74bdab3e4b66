import type { RawProject, RawSource } from './raw-project.ts'

/**
 * The cases of sources that no case names, where what is marked in a source tells: NVivo puts a text in a case by coding it
 * with the GUID of the case, others by naming its selections. A source of several cases is in none.
 *
 * @param caseOf the case of a source that is named, by the source's GUID; gets the others
 * @param cases ids of cases by their GUID
 * @param bySelection ids of cases by the GUIDs of the selections that they name
 */
export function addCaseMembers(
  { sources }: RawProject,
  caseOf: Map<string, string>,
  cases: ReadonlyMap<string, string>,
  bySelection: ReadonlyMap<string, string>,
): void {
  if (cases.size === 0) return
  for (const source of sources) {
    if (caseOf.has(source.guid)) continue
    const [only, second] = casesIn(source, cases, bySelection)
    if (only !== undefined && second === undefined) caseOf.set(source.guid, only)
  }
}

function casesIn(
  { codings, selections }: RawSource,
  cases: ReadonlyMap<string, string>,
  bySelection: ReadonlyMap<string, string>,
): readonly string[] {
  const found = new Set<string>()
  const add = (id: string | undefined) => {
    if (id !== undefined) found.add(id)
  }
  for (const { code } of codings) if (code !== null) add(cases.get(code))
  for (const { guid, codings: own } of selections) {
    if (bySelection.size > 0) add(bySelection.get(guid))
    for (const { code } of own) if (code !== null) add(cases.get(code))
  }
  return [...found]
}
