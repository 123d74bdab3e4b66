import { type DataPackageFile, unguardCell, unknownTime } from 'codeerbank'
import { parseString } from 'fast-csv'

/** A row of a table of a data package, as texts by the names of its columns; an empty cell is not there. */
type Row = Readonly<Record<string, string>>

async function rowsOf(files: readonly DataPackageFile[], name: string): Promise<readonly Row[]> {
  const csv = files.find(file => file.name === `${name}.csv`)?.content ?? ''
  return new Promise((done, fail) => {
    const rows: Row[] = []
    parseString<Row, Row>(csv, { headers: true })
      .on('error', fail)
      .on('data', (row: Row) => {
        const cells = Object.entries(row).filter(([, cell]) => cell !== '')
        rows.push(Object.fromEntries(cells.map(([column, cell]) => [column, unguardCell(cell)])))
      })
      .on('end', () => done(rows))
  })
}

function label(row: Row, name: string): object | undefined {
  const nl = row[`${name}_nl`]
  const en = row[`${name}_en`]
  return nl === undefined && en === undefined ? undefined : { nl, en }
}

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
const truth = (text: string | undefined) => (text === undefined ? undefined : text === 'true')

/**
 * Makes a study again of the tables of its data package, apart from the program: what this gives is what the package
 * carries. What is not there is undefined; an empty text is as one that is not there.
 */
export async function studyFromPackage(files: readonly DataPackageFile[]): Promise<object> {
  const table = async (name: string) => rowsOf(files, name)
  const grouped = async (name: string, by: (row: Row) => string) => {
    const groups = Map.groupBy(await table(name), by)
    return (key: string) => groups.get(key) ?? []
  }
  const [study] = await table('study')
  const values = await grouped('values', row => `${row.on} ${row.item}`)
  const texts = new Map((await table('texts')).map(row => [row.source, row.text ?? '']))
  const participants = await grouped('source-participants', row => row.source!)
  const topics = await grouped('source-topics', row => row.source!)
  const turns = await grouped('turns', row => row.source!)
  const observations = await grouped('observations', row => row.source!)
  const literature = await grouped('code-literature', row => row.code!)
  const frameRows = await grouped('frame-rows', row => row.frame!)
  const ofRow = (name: string) => grouped(name, row => `${row.frame} ${row.row}`)
  const rowCodes = await ofRow('frame-row-codes')
  const rowTopics = await ofRow('frame-row-topics')
  const rowHints = await ofRow('frame-row-hints')
  const judged = await grouped('judgement-rows', row => row.judgement!)
  const rules = await grouped('claim-rules', row => row.claim!)
  const cites = await grouped('citations', row => row.summary!)

  const made = (row: Row) => ({ by: row.by!, at: row.at ?? unknownTime })
  const some = <T>(list: readonly T[]) => (list.length === 0 ? undefined : list)
  const valuesOf = (on: string, id: string): Readonly<Record<string, unknown>> =>
    Object.fromEntries(values(`${on} ${id}`).map(row => [row.variable!, typedValue(row)]))
  const someValues = (on: string, id: string) => {
    const all = valuesOf(on, id)
    return Object.keys(all).length === 0 ? undefined : all
  }

  return {
    title: label(study!, 'title'),
    language: study!.language,
    variables: (await table('variables')).map(row => ({
      id: row.id!,
      label: label(row, 'label'),
      on: row.on,
      type: row.type,
    })),
    coders: (await table('coders')).map(({ id, label: name }) => ({ id: id!, label: name! })),
    cases: (await table('cases')).map(row => ({
      id: row.id!,
      label: label(row, 'label'),
      values: valuesOf('case', row.id!),
    })),
    participants: (await table('participants')).map(row => ({
      ...row,
      id: row.id!,
      label: row.label!,
      values: someValues('participant', row.id!),
    })),
    sources: (await table('sources')).map(row => ({
      id: row.id,
      title: row.title,
      kind: row.kind,
      form: row.form,
      case: row.case,
      date: row.date,
      activities: number(row.activities),
      participants: participants(row.id!).map(each => each.participant),
      topics: some(topics(row.id!).map(each => each.topic)),
      language: row.language,
      text: texts.get(row.id),
      turns: turns(row.id!).map(turn => ({
        start: number(turn.start),
        end: number(turn.end),
        speaker: turn.speaker ?? '',
        role: turn.role,
        participant: turn.participant,
        time: number(turn.time),
        timeEnd: number(turn.time_end),
      })),
      grid: gridOf(observations(row.id!), row.impression),
      values: someValues('source', row.id!),
      origin:
        row.file === undefined
          ? undefined
          : { file: row.file, line: number(row.line), format: row.format, sha256: row.sha256 },
    })),
    codes: (await table('codes')).map(row => ({
      id: row.id,
      label: label(row, 'label'),
      parent: row.parent ?? null,
      level: row.level,
      origin: row.origin,
      definition: label(row, 'definition'),
      qualifier: label(row, 'qualifier'),
      literature: some(literature(row.id!).map(each => each.reference)),
      color: row.color,
      version: number(row.version),
      retired: truth(row.retired),
      mergedInto: row.merged_into,
    })),
    frames: (await table('frames')).map(row => ({
      id: row.id,
      label: label(row, 'label'),
      table: number(row.table),
      judged: truth(row.judged),
      rows: frameRows(row.id!).map(each => {
        const key = `${each.frame} ${each.row}`
        return {
          id: each.row,
          label: label(each, 'label'),
          codes: rowCodes(key).map(held => held.code),
          hints: some(rowHints(key).map(held => label(held, 'hint'))),
          topics: some(rowTopics(key).map(held => held.topic)),
        }
      }),
    })),
    segments: (await table('segments')).map(row => ({
      id: row.id,
      source: row.source,
      start: number(row.start),
      end: number(row.end),
      quote: row.quote ?? '',
      prefix: row.prefix ?? '',
      suffix: row.suffix ?? '',
      ...made(row),
      comment: row.comment,
      verdict: row.verdict,
    })),
    codings: (await table('codings')).map(row => ({
      id: row.id!,
      segment: row.segment!,
      code: row.code!,
      coder: row.coder!,
      at: row.at ?? unknownTime,
      codeVersion: Number(row.code_version),
      stance: row.stance === 'contradicts' ? 'contradicts' : undefined,
      memo: row.memo,
    })),
    memos: (await table('memos')).map(row => ({
      id: row.id,
      on: { type: row.on, id: row.item },
      title: row.title,
      text: row.text ?? '',
      ...made(row),
    })),
    judgements: (await table('judgements')).map(row => ({
      id: row.id,
      frame: row.frame,
      case: row.case,
      rows: judged(row.id!).map(each => each.row),
      state: row.state,
      heading: label(row, 'heading'),
      reasons: row.reasons,
      ...made(row),
    })),
    screenings: (await table('screenings')).map(row => ({
      id: row.id!,
      source: row.source!,
      code: row.code!,
      codeVersion: Number(row.code_version),
      ...made(row),
    })),
    queries: (await table('queries')).map(row => ({
      id: row.id!,
      label: label(row, 'label'),
      text: row.text ?? '',
    })),
    claims: (await table('claims')).map(row => ({
      id: row.id,
      text: label(row, 'text'),
      rules: rules(row.id!).map(rule => ({
        case: rule.case,
        supports: rule.supports ?? '',
        contradicts: rule.contradicts,
      })),
      voices: number(row.voices),
      recorded: row.recorded,
      ...made(row),
    })),
    summaries: (await table('summaries')).map(row => ({
      id: row.id!,
      frame: row.frame!,
      row: row.row!,
      case: row.case!,
      text: row.text ?? '',
      cites: cites(row.id!).map(each => ({
        coding: each.coding!,
        quote: each.quote ?? '',
        codeVersion: Number(each.code_version),
      })),
      ...made(row),
    })),
  }
}

function typedValue(row: Row): unknown {
  if (row.type === 'missing') return null
  if (row.type === 'number') return Number(row.value)
  return row.type === 'boolean' ? row.value === 'true' : (row.value ?? '')
}

function gridOf(rows: readonly Row[], impression: string | undefined) {
  if (rows.length === 0) return undefined
  const indicators = Map.groupBy(rows, row => row.row!)
  return {
    actors: indicators.get('1')!.map(row => row.actor ?? ''),
    indicators: [...indicators.values()].map(seen => ({
      part: seen[0]!.part,
      label: seen[0]!.indicator ?? '',
      values: seen.map(row => row.seen ?? null),
    })),
    generalImpression: impression,
  }
}
