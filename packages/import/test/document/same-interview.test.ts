import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyChanges, emptyStudy } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { addSource, loadStudyFolder, readTranscript, writeStudyFolder } from '../../src/index.ts'
import { bytesOf, inFolder } from '../bytes.ts'
import { loadChanged } from '../load-changed.ts'
import { interviewText, interviewTurns } from './interview.ts'

const fixture = (name: string) => readFile(join(import.meta.dirname, name))
const headings = /^(?:Gesprek over het Lindeplein|Over de samenwerking)$/gm

const asFiles = async () => ({
  'a.md': bytesOf(interviewText.replace(headings, '## $&\n').replaceAll('\n', '\n\n')),
  // Plain text has no headings: a word before them says that nobody speaks.
  'a.txt': bytesOf(interviewText.replace(headings, '')),
  'a.docx': await fixture('interview.docx'),
  'a.odt': await fixture('interview.odt'),
  'a.pdf': await fixture('interview.pdf'),
})

describe('one interview as Markdown, text, Word, OpenDocument and PDF', () => {
  it('has the same words and turns in each', async () => {
    for (const [name, bytes] of Object.entries(await asFiles())) {
      const { value, problems } = await readTranscript(bytes, { name })
      const said = value.turns.map(
        ({ start, end, speaker, time }) => `${speaker}|${time ?? ''}-|${value.text.slice(start, end)}`,
      )
      expect([name, said, problems]).toEqual([name, interviewTurns, []])
      const words = value.text.match(/[\p{L}\p{N}]+/gu)
      const heads = name === 'a.txt' ? '' : '$&'
      expect([name, words]).toEqual([name, interviewText.replace(headings, heads).match(/[\p{L}\p{N}]+/gu)])
    }
  })

  it('has the same codings in a study folder, wherever it stands in it', async () => {
    const quote = 'Hij komt langs, ook als er niets is.'
    const files = Object.entries(await asFiles()).map(([name, bytes]) => [
      `sources/oost/${name.replace('.', '-')}${name.slice(1)}`,
      bytes,
    ])
    const names = files.map(([path]) => String(path).slice('sources/oost/'.length))
    const { study, told } = await loadChanged({
      ...Object.fromEntries(files),
      'sources.csv': `file,kind,date\n${names.map(name => `oost/${name},interview,2024-03-12`).join('\n')}\n`,
      'codings.csv': `source,quote,code,coder\n${names.map(name => `${name.replace(/\.\w+$/, '')},"${quote}",Overlap,anna`).join('\n')}\n`,
    })
    expect(told.filter(each => !each.includes('oost-int') && !each.includes('west-note'))).toEqual([])
    const quoted = study.segments.filter(({ source }) => source.startsWith('a-'))
    expect(quoted.map(({ source, quote: words }) => [source, words])).toEqual(
      ['a-md', 'a-txt', 'a-docx', 'a-odt', 'a-pdf'].map(id => [id, quote]),
    )
    expect(study.sources.find(({ id }) => id === 'a-docx')).toMatchObject({
      kind: 'interview',
      date: '2024-03-12',
      case: 'oost',
    })
  })

  it('is written and read again as part of a study, with its times', async () => {
    const base = { at: '2024-03-12T10:00:00Z', by: 'anna' }
    let study = applyChanges(emptyStudy, [
      { ...base, id: 'c', kind: 'add-case', case: { id: 'oost', label: { nl: 'Oost' }, values: {} } },
    ])
    const timed = bytesOf('I: Vertel. #00:00:05-0#\n\nR1: Nou. #00:00:09-5#\n')
    for (const [name, bytes] of [...Object.entries(await asFiles()), ['f4.txt', timed] as const]) {
      const { value } = await readTranscript(bytes, { name })
      study = addSource(study, value, { case: 'oost', id: name.replace('.', '-') })
    }
    const { files } = await writeStudyFolder(study)
    const written = Object.fromEntries(files.map(({ path, text }) => [path, text]))
    const read = await inFolder(written, loadStudyFolder)
    const bare = (all: typeof study) =>
      all.sources.map(({ id, text, turns, kind }) => ({ id, text, turns, kind }))
    expect(bare(read.study)).toEqual(bare(study))
    expect(read.study.sources.at(-1)?.turns.map(({ time, timeEnd }) => [time, timeEnd])).toEqual([
      [undefined, 5],
      [5, 9.5],
    ])
  })
})
