import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const report = [
  'Document;Quotation Content;Codes;Created by',
  'interview-1;Daar kan ik op rekenen.;Elkaar opzoeken;Cor',
  'interview-1;Daar kan ik op rekenen.;Bellen;Cor',
  'interview-9;Niets;Elkaar opzoeken;Cor',
].join('\n')

describe('the tables of ATLAS.ti at the command line', () => {
  it.each(['pleinen.xlsx', 'pleinen.csv'])(
    '%s: written, and read back into the texts with the same codings',
    name =>
      inFolder(twoSquares, async folder => {
        const [table, file] = [join(folder, name), join(folder, 'pleinen.codeerbank')]
        const out = await runInProcess('convert', folder, table)
        expect(out).toMatchObject({ code: 0, stderr: '' })
        expect(out.stdout).toMatch(/^not carried: 1 x texts of documents \(interview-1\)$/m)
        await inFolder({ ...twoSquares, 'codings.csv': 'source,quote,code,coder\n' }, async empty => {
          const read = await runInProcess('import-quotations', empty, table, file)
          expect(read).toMatchObject({ code: 0, stderr: '' })
          expect(read.stdout).toContain('added: 1 segment, 1 coding, 0 codes, 0 coders')
          const project = join(empty, 'pleinen.qdpx')
          const converted = await runInProcess('convert', table, project, '--documents', empty)
          expect(converted).toMatchObject({ code: 0, stderr: '' })
          expect((await runInProcess('convert', project, join(empty, 'weer.csv'))).code).toBe(0)
        })
        const [before, after] = await Promise.all([
          runInProcess('tables', folder),
          runInProcess('tables', file),
        ])
        expect(after.stdout).toBe(before.stdout)
      }),
  )

  it('a workbook is said not to have the offsets of times', () =>
    inFolder(twoSquares, async folder => {
      const coding = 'interview-1,Daar kan ik op rekenen.,Elkaar opzoeken,anna,2024-03-12T10:15:00+02:00'
      await writeFile(join(folder, 'codings.csv'), `source,quote,code,coder,at\n${coding}\n`)
      const out = await runInProcess('convert', folder, join(folder, 'pleinen.xlsx'))
      expect([out.code, out.stderr]).toEqual([0, ''])
      expect(out.stdout).toContain('not carried: 1 x offsets of times from UTC')
    }))

  it('a report is added to the file of a study, with what has no place in it listed by row', () =>
    inFolder(twoSquares, async folder => {
      const [file, list] = [join(folder, 'pleinen.codeerbank'), join(folder, 'rapport.csv')]
      await writeFile(list, report)
      await runInProcess('convert', folder, file)
      const added = await runInProcess('import-quotations', file, list)
      expect(added.code).toBe(1)
      expect(added.stderr).toMatch(/rapport\.csv:3: error: .* \(unknown-code\)/)
      expect(added.stderr).toMatch(/rapport\.csv:4: error: .* \(unknown-document\)/)
      expect(added.stdout).toContain('added: 1 segment, 1 coding, 0 codes, 1 coder')
      const more = await runInProcess('import-quotations', file, list, '--add-codes')
      expect(more.stdout).toContain('added: 0 segments, 1 coding, 1 code, 0 coders')
      expect((await runInProcess('import-quotations', file, list)).stdout).toContain('nothing was written')
      expect((await runInProcess('verify', file)).code).toBe(0)
    }))

  it('a report of what the study has already is converted all the same', () =>
    inFolder(twoSquares, async folder => {
      const [list, again] = [join(folder, 'rapport.csv'), join(folder, 'weer.csv')]
      await runInProcess('convert', folder, list)
      const { code, stdout, stderr } = await runInProcess('convert', list, again, '--documents', folder)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('The study has all of it already')
      expect(await readFile(again, 'utf8')).toBe(await readFile(list, 'utf8'))
    }))

  it('a report that was undone is added again', () =>
    inFolder(twoSquares, async folder => {
      const [file, list] = [join(folder, 'pleinen.codeerbank'), join(folder, 'rapport.csv')]
      await writeFile(list, report)
      await runInProcess('convert', folder, file)
      for (let time = 0; time < 3; time++) {
        const added = await runInProcess('import-quotations', file, list)
        expect(added.stdout).toContain('added: 1 segment, 1 coding, 0 codes, 1 coder')
        expect((await runInProcess('undo', file)).code).toBe(0)
      }
      expect((await runInProcess('verify', file)).code).toBe(0)
    }))

  it('a table of codes becomes a codebook; quotations alone do not', () =>
    inFolder(
      { 'codes.csv': 'Code,Comment\nZorg: thuis,Bij mensen\n', 'rapport.csv': report },
      async folder => {
        const book = join(folder, 'codes.qdc')
        expect(await runInProcess('convert', join(folder, 'codes.csv'), book)).toMatchObject({
          code: 0,
          stderr: '',
        })
        expect(await readFile(book, 'utf8')).toContain('name="thuis"')
        const refused = await runInProcess('convert', join(folder, 'rapport.csv'), join(folder, 'x.qdc'))
        expect(refused.code).toBe(2)
        expect(refused.stderr).toContain('--documents <study>')
      },
    ))

  it('a co-occurrence table is compared with the study', () =>
    inFolder(
      {
        ...twoSquares,
        'co.csv':
          ',Afspraken nakomen Gr=1,Elkaar opzoeken Gr=1\nAfspraken nakomen Gr=1,,1\nElkaar opzoeken Gr=1,1,\n',
      },
      async folder => {
        const { code, stdout } = await runInProcess('compare-co-occurrence', folder, join(folder, 'co.csv'))
        expect(code).toBe(1)
        expect(stdout).toContain('| Afspraken nakomen | Elkaar opzoeken | 1 | 0 |')
      },
    ))
})
