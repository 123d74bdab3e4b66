import { datedCodingsTable, recodingDebt, splitByRule } from '@codeerbank/analysis'
import { nearestName } from '@codeerbank/codebook'
import { byId, type Change, labelText, type Study, type Table } from '@codeerbank/core'
import { tableToMarkdown } from '@codeerbank/export'
import { openStudy } from '@codeerbank/store'
import { caseNamed, codeNamed } from './named-in-study.ts'
import { checkSplitRules, partsOf, readSplitRules } from './split-rules-file.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { usingStudy } from './using-study.ts'

/** Who decides, and why. */
export interface DecisionOptions {
  readonly by: string
  readonly reason?: string
}

function decided({ by, reason }: DecisionOptions, what: string) {
  const at = new Date().toISOString()
  return { id: `${what}:${at}`.slice(0, 500), at, by, ...(reason === undefined ? {} : { reason }) }
}

/** `codeerbank codebook freeze` and `thaw`: the codebook stays as it is for a round of coding, or may change again. */
export async function freezeCommand(
  study: string,
  round: string | null,
  options: DecisionOptions,
  terminal: Terminal,
): Promise<boolean> {
  return usingStudy(openStudy(study), terminal, async store => {
    if (round === null && store.study.frozen === undefined)
      throw new UsageError('The codebook is not frozen.')
    await store.apply([
      round === null
        ? { ...decided(options, 'thaw-codebook'), kind: 'thaw-codebook' }
        : { ...decided(options, 'freeze-codebook'), kind: 'freeze-codebook', round },
    ])
    terminal.stdout.write(
      round === null ? 'The codebook may change again.\n' : `The codebook is frozen for "${round}".\n`,
    )
    return true
  })
}

export interface ReviewOptions extends DecisionOptions {
  /** All that wait with a code were looked at, or those of it in one case. */
  readonly code?: string
  readonly case?: string
}

/** `codeerbank review`: lists the codings that were made under an older definition, or notes that some were looked at again. */
export async function reviewCommand(
  study: string,
  given: readonly string[],
  options: ReviewOptions,
  terminal: Terminal,
): Promise<boolean> {
  if (options.case !== undefined && options.code === undefined)
    throw new UsageError('Name the code of which the codings in that case were looked at, with --code.')
  const readOnly = given.length === 0 && options.code === undefined
  return usingStudy(openStudy(study, { readOnly }), terminal, async store => {
    const unknown = given.filter(id => byId(store.study.codings, id) === undefined)
    if (unknown.length > 0) throw new UsageError(unknown.map(id => unknownCoding(id, store.study)).join('\n'))
    const codings = [...new Set([...given, ...waitingWith(store.study, options)])]
    if (codings.length > 0)
      await store.apply(
        codings.map(
          (coding): Change => ({
            ...decided(options, `review-coding:${coding}`),
            kind: 'review-coding',
            coding,
            ...definitionNow(store.study, coding),
          }),
        ),
      )
    const table = datedCodingsTable(store.study)
    terminal.stdout.write(tableToMarkdown(table, store.study))
    return table.rows.length === 0
  })
}

/** The codings that wait for a review, of a code and perhaps a case that were named. */
function waitingWith(study: Study, options: ReviewOptions): readonly string[] {
  if (options.code === undefined) return []
  const code = codeNamed(study, options.code)
  const inCase = options.case === undefined ? undefined : caseNamed(study, options.case)
  return recodingDebt(study)
    .filter(each => each.code === code && (inCase === undefined || each.case === inCase))
    .map(({ coding }) => coding)
}

/** The definition of a coding's code as it is, which is what was looked at. */
function definitionNow({ codes, codings }: Study, coding: string): { readonly codeVersion?: number } {
  const code = byId(codes, byId(codings, coding)?.code ?? '')
  return code === undefined ? {} : { codeVersion: code.version }
}

function unknownCoding(id: string, { codings }: Study): string {
  const near = nearestName(
    id,
    codings.map(coding => coding.id),
  )
  return `The study has no coding "${id}". ${near === undefined ? '"codeerbank review" without ids lists those that wait.' : `Is "${near}" meant?`}`
}

/** `codeerbank codebook split`: shows what a code would be split into by the rules of a file, and splits it where that is asked for. */
export async function splitCommand(
  file: string,
  rulesFile: string,
  { apply = false, ...options }: DecisionOptions & { readonly apply?: boolean },
  terminal: Terminal,
): Promise<boolean> {
  const rules = await readSplitRules(rulesFile)
  return usingStudy(openStudy(file, { readOnly: !apply }), terminal, async store => {
    const { study } = store
    const { code, into, reason: given } = checkSplitRules(rules, study)
    const { change, left } = splitByRule(study, code, partsOf(into, study.language))
    terminal.stdout.write(tableToMarkdown(assignmentTable(study, change, left), study))
    const reason = options.reason ?? given
    if (apply)
      await store.apply([
        {
          ...decided({ by: options.by, ...(reason === undefined ? {} : { reason }) }, 'split-code'),
          ...change,
        },
      ])
    else terminal.stderr.write('Nothing was changed. Add --apply to split the code.\n')
    return true
  })
}

function assignmentTable(
  study: Study,
  { into, assign }: ReturnType<typeof splitByRule>['change'],
  left: readonly string[],
): Table {
  const names = new Map(into.map(({ id, label }) => [id, labelText(label, study.language)]))
  const quote = (coding: string) => {
    const segment = byId(study.codings, coding)?.segment ?? ''
    return byId(study.segments, segment)?.quote ?? ''
  }
  const column = (id: string, nl: string, en: string) => ({ id, label: { nl, en }, type: 'text' as const })
  return {
    id: 'split',
    title: { nl: 'Verdeling van de coderingen', en: 'Where the codings go' },
    columns: [
      column('coding', 'Codering', 'Coding'),
      column('quote', 'Citaat', 'Quote'),
      column('code', 'Wordt', 'Becomes'),
    ],
    rows: [
      ...assign.map(({ coding, code }) => [coding, quote(coding), names.get(code) ?? code]),
      ...left.map(coding => [coding, quote(coding), study.language === 'nl' ? '(blijft)' : '(stays)']),
    ],
  }
}
