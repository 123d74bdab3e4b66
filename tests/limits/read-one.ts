import { readFileSync } from 'node:fs'
import { readCodebook } from '@codeerbank/codebook'
import { emptyStudy, type Problem, StudyError } from '@codeerbank/core'
import { readCodings, readCrossTable, readQuotations, readTranscript, readWorkbook } from '@codeerbank/import'
import { readQdc, readQdpx } from '@codeerbank/refi'
import { peakMemory } from './peak-memory.ts'

/** Reads one file with one reader, and says what was wrong with it and how much memory the process took at most, in MiB. */
const [, , file = '', reader = ''] = process.argv
const bytes = readFileSync(file)
let problems: readonly Problem[]
try {
  problems = (await read()).problems
} catch (error) {
  if (!(error instanceof StudyError)) throw error
  problems = error.problems
}
process.stdout.write(
  JSON.stringify({ memory: peakMemory(), codes: [...new Set(problems.map(({ code }) => code))] }),
)

function read():
  | Promise<{ readonly problems: readonly Problem[] }>
  | { readonly problems: readonly Problem[] } {
  if (reader === 'workbook') return readWorkbook(bytes, { file })
  if (reader === 'codings') return readCodings(bytes, { file })
  if (reader === 'quotations') return readQuotations(bytes, emptyStudy, { file })
  if (reader === 'cross-table') return readCrossTable(bytes, { file })
  if (reader === 'codebook') return readCodebook(new TextDecoder().decode(bytes), { file })
  if (reader === 'qdc') return readQdc(bytes, { file })
  if (reader === 'qdpx') return readQdpx(bytes, { file })
  return readTranscript(bytes, { name: file })
}
