import { type Label, type Language, type Problem, placed } from '@codeerbank/core'
import { problemAt } from './read-source.ts'
import { readYaml } from './read-yaml.ts'
import { labelOf, type StudyFile, studyFileSchema } from './study-file.ts'
import { addChanges, type FolderDraft, reader, type WrittenChange } from './study-folder-draft.ts'

/** `study.yaml` once read: what comes later in the reading of a folder, with lines. */
export interface OpenedStudyFile {
  readonly value: StudyFile
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/**
 * Reads `study.yaml` and puts its title, coders, variables and cases into the draft; the judgements wait for the
 * codebook.
 *
 * @param text normalised YAML
 * @param file the name of the file for places
 */
export function readStudyFile(draft: FolderDraft, text: string, file: string): OpenedStudyFile {
  const read = readYaml(text, studyFileSchema)
  draft.problems.push(...read.problems.map(problem => placed(problem, { file })))
  const value = read.value ?? {}
  const language: Language = value.language ?? 'nl'
  if (value.created !== undefined) draft.at = value.created
  const base = { at: draft.at, by: reader }
  const changes: WrittenChange[] = []
  const add = (change: WrittenChange['change'], path: readonly PropertyKey[]) =>
    changes.push({ change, place: { file, line: read.lineOf(path) } })
  const title: Label = labelOf(value.title ?? '', language)
  const named = value.title === undefined ? draft.study.title : title
  add({ ...base, id: 'describe-study', kind: 'describe-study', title: named, language }, ['title'])
  value.coders?.forEach((coder, i) => {
    const label = 'label' in coder && coder.label !== undefined ? coder.label : coder.id
    add({ ...base, id: `add-coder:${coder.id}`, kind: 'add-coder', coder: { id: coder.id, label } }, [
      'coders',
      i,
    ])
  })
  value.variables?.forEach(({ id, label = id, on = 'case', type = 'text' }, i) => {
    const variable = { id, label: labelOf(label, language), on, type }
    add({ ...base, id: `add-variable:${id}`, kind: 'add-variable', variable }, ['variables', i])
  })
  value.cases?.forEach((given, i) => {
    const label = labelOf(('label' in given ? given.label : undefined) ?? given.id, language)
    const values = ('values' in given ? given.values : undefined) ?? {}
    draft.problems.push(...strangeValues(value, values, 'case', read.lineOf(['cases', i]), file))
    add({ ...base, id: `add-case:${given.id}`, kind: 'add-case', case: { id: given.id, label, values } }, [
      'cases',
      i,
    ])
  })
  addChanges(draft, changes)
  if (read.value !== null && draft.study.cases.length === 0)
    draft.problems.push(
      placed(problemAt('no-cases', 'error', 'The study names no cases. List them under "cases:".', 1), {
        file,
      }),
    )
  return { value, lineOf: read.lineOf }
}

/** Values of variables that the study does not declare. */
export function strangeValues(
  { variables = [] }: StudyFile,
  values: Readonly<Record<string, unknown>>,
  on: 'case' | 'source' | 'participant',
  line: number,
  file: string,
): readonly Problem[] {
  const known = new Set(
    variables.filter(variable => (variable.on ?? 'case') === on).map(variable => variable.id),
  )
  return Object.keys(values)
    .filter(name => !known.has(name))
    .map(name => ({
      code: 'unknown-variable',
      severity: 'error',
      message: `There is no variable "${name}" on a ${on}. Add it to "variables:" in study.yaml with "on: ${on}", or correct its name.`,
      place: { file, line },
    }))
}
