import type { XmlElement } from '@codeerbank/archive'
import type { Case, Problem, Value, Variable } from '@codeerbank/core'
import { addCaseMembers } from './case-members.ts'
import { deepestCode } from './code-defaults.ts'
import { descriptionOf, partsOf } from './element-parts.ts'
import { uuidOf } from './guid.ts'
import type { ProjectParts } from './project-parts.ts'
import type { RawProject } from './raw-project.ts'
import { guidOfElement, targetGuid } from './raw-selection.ts'
import { readCodes } from './read-codes.ts'
import {
  checkedChange,
  idOf,
  inOrder,
  placeNotes,
  problem,
  type ReadContext,
  settle,
} from './read-context.ts'
import { defineValue, readValue } from './read-values.ts'
import { type SourceField, sourceFieldNames, sourceFields } from './refi-names.ts'

/** The users, and the codes with what is known of them. */
export function readPeopleAndCodes(context: ReadContext, raw: RawProject, parts: ProjectParts): void {
  for (const user of raw.users) {
    const guid = guidOfElement(user)
    const id = idOf(context, 'coder', guid)
    if (context.coders.has(guid)) duplicate(context, 'user', user.line)
    else {
      context.coders.set(guid, id)
      if (user.attributes.name && user.attributes.id) context.list.add('user-id', user.line)
      const { name, id: second } = user.attributes
      const plain = { id, label: name || second || (name === undefined ? id : '') }
      parts.coders.push(
        settle(context, 'coder', guid, plain, coder => checkedChange('add-coder', { coder })?.coder),
      )
    }
  }
  const seen = new Set<string>()
  const ids = new Set<unknown>()
  const codes = []
  for (const { guid, code, notes, codable, line, depth, colorLost } of readCodes(
    raw.codes,
    context.language,
    each => idOf(context, 'code', each),
  )) {
    if (seen.has(guid)) {
      duplicate(context, 'code', line)
      continue
    }
    seen.add(guid)
    ids.add(code.id)
    placeNotes(context, notes, { type: 'code', id: code.id })
    if (colorLost) context.list.add('color', line)
    const settled = settle(context, 'code', guid, code, whole => {
      // Where a code lies is for the elements to tell, as deep as these go.
      const told = depth === deepestCode && ids.has(whole.parent) ? whole.parent : code.parent
      return checkedChange('add-code', { code: { ...whole, parent: told } })?.code
    })
    if (!codable && settled.retired !== true) context.list.add('not-codable', line)
    codes.push(settled)
  }
  const ordered = inOrder(context, 'code', codes, ({ id }) => id)
  parts.codes.push(...(parentsFirst(ordered) ? ordered : codes))
}

function parentsFirst(codes: readonly { readonly id: string; readonly parent: string | null }[]): boolean {
  const seen = new Set<string | null>([null])
  return codes.every(({ id, parent }) => seen.has(parent) && seen.add(id))
}

export function duplicate(context: ReadContext, what: string, line: number): void {
  problem(
    context,
    'duplicate-guid',
    `The ${what} has the GUID of another one and is left out. Export the project again.`,
    line,
  )
}

/**
 * The GUID of a thing among others of its type: one of its own where others have it.
 *
 * @param seen how often each GUID was there
 */
export function guidAmong(
  context: ReadContext,
  seen: Map<string, number>,
  guid: string,
  what: 'set' | 'link',
  line: number,
): string {
  const before = seen.get(guid) ?? 0
  seen.set(guid, before + 1)
  if (before === 0) return guid
  repeated(context, what, line)
  return uuidOf(`again:${guid}:${before}`)
}

/** Reports a GUID that a source, selection or coding shares with another one: nothing is lost of either. */
export function repeated(context: ReadContext, what: keyof typeof twice, line: number): void {
  problem(context, 'duplicate-guid', twice[what], line, 'warning')
}

const remedy =
  'What they share is read once; otherwise it was given a GUID of its own. Look whether it comes twice.'
/** Made once: there may be as many as there are selections. */
const twice = {
  source: `The source has the GUID of another one. ${remedy}`,
  selection: `The selection has the GUID of another one. ${remedy}`,
  coding: `The coding has the GUID of another one. ${remedy}`,
  set: `The set has the GUID of another one. ${remedy}`,
  link: `The link has the GUID of another one. ${remedy}`,
  note: `The note has the GUID of another one. ${remedy}`,
} as const

/** What the values of cases and sources say, once it is known what each variable is of. */
export interface ReadVariables {
  /** The field of a source that a variable stands for. */
  field(guid: string): SourceField | undefined
  /** The id of a variable of cases or of sources. */
  id(guid: string, on: 'case' | 'source'): string | undefined
}

/** The variables; one that is on cases and sources at once becomes two. */
export function readVariables(context: ReadContext, raw: RawProject, parts: ProjectParts): ReadVariables {
  const used = {
    case: usedBy(raw.cases.flatMap(each => partsOf(each, 'VariableValue'))),
    source: usedBy(raw.sources.flatMap(({ values }) => values)),
  }
  const ids = new Map<string, string>()
  const fields = new Map<string, SourceField>()
  for (const element of raw.variables) {
    const guid = guidOfElement(element)
    const name = element.attributes.name ?? ''
    const own = context.known('variable', guid) ?? context.supplement.of('variable', guid)
    // Some programs give all that they export new GUIDs.
    const field = sourceFieldNames.find(
      each => sourceFields[each].guid === guid || (own === undefined && sourceFields[each].name === name),
    )
    if (field !== undefined) {
      fields.set(guid, field)
      continue
    }
    if (ids.has(`case:${guid}`)) {
      duplicate(context, 'variable', element.line)
      continue
    }
    if (descriptionOf(element) !== undefined) context.list.add('variable-description', element.line)
    const id = idOf(context, 'variable', guid)
    const on = used.case.has(guid) || !used.source.has(guid) ? 'case' : 'source'
    const plain: Variable = {
      id,
      label: { [context.language]: name },
      on,
      type: typeOf(element.attributes.typeOfVariable),
    }
    parts.variables.push(
      settle(
        context,
        'variable',
        guid,
        plain,
        variable => checkedChange('add-variable', { variable })?.variable,
      ),
    )
    const both = used.case.has(guid) && used.source.has(guid) && !context.supplement.of('variable', guid)
    const second = uuidOf(`part:${guid}:source`)
    if (both) parts.variables.push({ ...plain, id: second, on: 'source' })
    ids.set(`case:${guid}`, id)
    ids.set(`source:${guid}`, both ? second : id)
  }
  return { field: guid => fields.get(guid), id: (guid, on) => ids.get(`${on}:${guid}`) }
}

function usedBy(values: readonly XmlElement[]): ReadonlySet<string> {
  return new Set(values.flatMap(value => readValue(value)?.variable ?? []))
}

function typeOf(text: string | undefined): Variable['type'] {
  if (text === 'Boolean') return 'boolean'
  if (text === 'Integer' || text === 'Float') return 'number'
  return text === 'Date' || text === 'DateTime' ? 'date' : 'text'
}

/** Gives a thing a value; a further one of the same variable has no place. */
export function addValue(
  { list }: ReadContext,
  values: Record<string, Value>,
  variable: string,
  value: Value,
  line: number,
): void {
  if (!Object.hasOwn(values, variable)) defineValue(values, variable, value)
  else if (values[variable] !== value) list.add('second-value', line)
}

export interface ReadCases {
  /** The case of a source, by the source's GUID. */
  readonly caseOf: ReadonlyMap<string, string>
  /** The ids of the cases by their GUID. */
  readonly cases: ReadonlyMap<string, string>
  readonly descriptions: readonly { readonly guid: string; readonly id: string; readonly text: string }[]
}

/** The cases, and which source lies in which. */
export function readCases(
  context: ReadContext,
  raw: RawProject,
  variables: ReadVariables,
  parts: ProjectParts,
): ReadCases {
  const caseOf = new Map<string, string>()
  const descriptions: { guid: string; id: string; text: string }[] = []
  const cases = new Map<string, string>()
  const bySelection = new Map<string, string>()
  const titles = new Map(raw.sources.map(({ guid, title }) => [guid, title]))
  for (const element of raw.cases) {
    const guid = guidOfElement(element)
    if (cases.has(guid)) {
      duplicate(context, 'case', element.line)
      continue
    }
    const id = idOf(context, 'case', guid)
    cases.set(guid, id)
    const values: Record<string, Value> = {}
    for (const part of partsOf(element, 'VariableValue')) {
      const read = readValue(part)
      const variable = read === null ? undefined : variables.id(read.variable, 'case')
      if (read !== null && variable !== undefined) addValue(context, values, variable, read.value, part.line)
      else unknownReference(context, 'variable', part.line)
    }
    const members = partsOf(element, 'SourceRef').flatMap(ref => {
      const target = targetGuid(ref) ?? ''
      return raw.standIns.get(target) ?? [target]
    })
    // Some programs have a case for each source, to hold its values, and give it no name.
    const name = element.attributes.name ?? titles.get(members[0] ?? '') ?? ''
    const plain: Case = { id, label: { [context.language]: name }, values }
    const each = settle(
      context,
      'case',
      guid,
      plain,
      whole => checkedChange('add-case', { case: whole })?.case,
    )
    parts.cases.push(each)
    const description = descriptionOf(element)
    if (description !== undefined) descriptions.push({ guid, id, text: description })
    for (const name of ['CodeRef', 'SelectionRef'])
      context.list.add('case-reference', element.line, partsOf(element, name).length)
    for (const ref of partsOf(element, 'SelectionRef')) bySelection.set(targetGuid(ref) ?? '', id)
    for (const source of members)
      if (!caseOf.has(source)) caseOf.set(source, id)
      else context.list.add('second-case', element.line)
  }
  addCaseMembers(raw, caseOf, cases, bySelection)
  return { caseOf, cases, descriptions }
}

/** Reports that something names a thing that the project does not have. */
export function unknownReference(
  context: ReadContext,
  what: string,
  line: number,
  severity: Problem['severity'] = 'error',
): void {
  problem(
    context,
    `unknown-${what}`,
    `The project has no ${what} with the GUID that is named here. Export the project again, or add the ${what}.`,
    line,
    severity,
  )
}
