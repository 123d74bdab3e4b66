import { datedCodingsTable, type SplitPart, splitByRule } from '@codeerbank/analysis'
import {
  byId,
  type Change,
  formatProblem,
  type Label,
  labelSchema,
  labelText,
  type Study,
  type Table,
} from '@codeerbank/core'
import { tableToMarkdown } from '@codeerbank/export'
import { openStudy } from '@codeerbank/store'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { readGivenText } from './read-given-file.ts'
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

/** `codeerbank review`: lists the codings that were made under an older definition, or notes that some were looked at again. */
export async function reviewCommand(
  study: string,
  codings: readonly string[],
  options: DecisionOptions,
  terminal: Terminal,
): Promise<boolean> {
  return usingStudy(openStudy(study, { readOnly: codings.length === 0 }), terminal, async store => {
    const unknown = codings.filter(id => byId(store.study.codings, id) === undefined)
    if (unknown.length > 0) throw new UsageError(`The study has no coding "${unknown.join('", "')}".`)
    if (codings.length > 0)
      await store.apply(
        codings.map(
          (coding): Change => ({
            ...decided(options, `review-coding:${coding}`),
            kind: 'review-coding',
            coding,
          }),
        ),
      )
    const table = datedCodingsTable(store.study)
    terminal.stdout.write(tableToMarkdown(table, store.study))
    return table.rows.length === 0
  })
}

const labelOrText = z.union([z.string().min(1), labelSchema])
const rulesSchema = z.strictObject({
  code: z.string().min(1),
  reason: z.string().exactOptional(),
  into: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(500).exactOptional(),
        label: labelOrText,
        definition: labelOrText.exactOptional(),
        when: z.string().min(1).exactOptional(),
        codings: z.array(z.string()).exactOptional(),
      }),
    )
    .min(1),
})

/** `codeerbank codebook split`: shows what a code would be split into by the rules of a file, and splits it where that is asked for. */
export async function splitCommand(
  file: string,
  rulesFile: string,
  { apply = false, ...options }: DecisionOptions & { readonly apply?: boolean },
  terminal: Terminal,
): Promise<boolean> {
  const rules = await readRules(rulesFile)
  return usingStudy(openStudy(file, { readOnly: !apply }), terminal, async store => {
    const { study } = store
    const inLanguage = (text: string | Label): Label =>
      typeof text === 'string' ? { [study.language]: text } : text
    const parts = rules.into.map(
      ({ label, definition, ...part }): SplitPart => ({
        ...part,
        label: inLanguage(label),
        ...(definition === undefined ? {} : { definition: inLanguage(definition) }),
      }),
    )
    const { change, left } = asUsage(() => splitByRule(study, rules.code, parts))
    terminal.stdout.write(tableToMarkdown(assignmentTable(study, change, left), study))
    const reason = options.reason ?? rules.reason
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

function asUsage<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw new UsageError(error.message)
    throw error
  }
}

async function readRules(file: string): Promise<z.infer<typeof rulesSchema>> {
  const text = await readGivenText(file)
  try {
    const read = rulesSchema.safeParse(parse(text, { maxAliasCount: 0 }))
    if (read.success) return read.data
    throw new UsageError(
      read.error.issues
        .map(({ path, message }) =>
          formatProblem({
            code: 'bad-rules',
            severity: 'error',
            message,
            place: { file, path: path.map(String) },
          }),
        )
        .join('\n'),
    )
  } catch (error) {
    if (error instanceof ReferenceError)
      throw new UsageError(`${file}: An alias ("*name") is not followed. Write out what it stands for.`)
    if (!(error instanceof YAMLParseError)) throw error
    throw new UsageError(`${file}:${error.linePos?.[0].line ?? 1}: ${error.code}`)
  }
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
