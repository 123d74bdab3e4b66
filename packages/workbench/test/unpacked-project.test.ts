import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unpackedProject, unpackedTexts } from '../src/unpacked-project.ts'
import { runInProcess } from './run-in-process.ts'

const id = (n: number) => `0000000${n}-0000-4000-8000-00000000000a`
const project = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Twee pleinen" origin="NVivo 14">
<Users><User guid="${id(1)}" name="Anna"/></Users>
<CodeBook><Codes><Code guid="${id(2)}" name="Bellen" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="${id(3)}" name="Gesprek" plainTextPath="internal://ABC-1.txt">
<PlainTextSelection guid="${id(4)}" startPosition="4" endPosition="17"><Coding guid="${id(5)}" creatingUser="${id(1)}"><CodeRef targetGUID="${id(2)}"/></Coding></PlainTextSelection>
</TextSource></Sources></Project>`
const talk = 'Zij bellen elkaar elke dinsdag.'

let folder: string
const at = (...names: readonly string[]) => join(folder, ...names)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeerbank-'))
  await mkdir(at('uit', 'Sources'), { recursive: true })
  await writeFile(at('uit', 'project.qde'), project)
  await writeFile(at('uit', 'Sources', 'abc-1.txt'), talk)
})

afterEach(() => rm(folder, { recursive: true }))

describe('a REFI-QDA project that was unpacked', () => {
  it.each([
    { what: 'by its file', from: ['uit', 'project.qde'] },
    { what: 'by its folder', from: ['uit'] },
  ])('is converted with the texts in its sources, $what', async ({ from }) => {
    const csv = at('segmenten.csv')
    const { code, stdout, stderr } = await runInProcess('convert', at(...from), csv)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('1 case, 1 source, 5 words, 1 code, 1 segment, 1 coding, 1 coder')
    expect(stdout).toContain('positions read in UTF-16 units')
    expect(stdout).toContain('of 1 selection looked at 100% fit the text')
    expect(await readFile(csv, 'utf8')).toContain('bellen elkaar')
  })

  it('is read with texts that lie beside it, and without others there', async () => {
    await rename(at('uit', 'Sources', 'abc-1.txt'), at('uit', 'abc-1.txt'))
    await writeFile(at('uit', 'boodschappen.txt'), 'melk')
    await writeFile(at('uit', 'Sources', 'film.mp4'), 'x')
    const texts = await unpackedTexts(at('uit', 'project.qde'), Buffer.from(project))
    expect(Object.keys(texts)).toEqual(['abc-1.txt'])
    expect(await runInProcess('convert', at('uit'), at('s.qdpx'))).toMatchObject({ code: 0, stderr: '' })
  })

  it('names the texts that are not there, with the line, and writes the rest', async () => {
    await rm(at('uit', 'Sources', 'abc-1.txt'))
    const { code, stdout, stderr } = await runInProcess('convert', at('uit', 'project.qde'), at('s.qdpx'))
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^project\.qde:5: error: The text of the source is not in the project.*source-missing/,
    )
    expect(stdout).toContain('not carried: 1 x selections that do not fit their text')
    expect(await readdir(folder)).toEqual(['s.qdpx', 'uit'])
  })

  it('is none where there are two, or none', async () => {
    await writeFile(at('uit', 'tweede.qde'), project)
    expect(await unpackedProject(at('uit'))).toBeNull()
    expect(await unpackedProject(folder)).toBeNull()
  })

  it('is not looked for in a study folder', async () => {
    await writeFile(at('uit', 'study.yaml'), 'title: Leeg\n')
    const { code, stderr } = await runInProcess('convert', at('uit'), at('s.qdpx'))
    expect(code).toBe(1)
    expect(stderr).toContain('codebook-missing')
    expect(await readdir(folder)).toEqual(['uit'])
  })

  it('is not written', async () => {
    const { code, stderr } = await runInProcess('convert', at('uit'), at('s.qde'))
    expect(code).toBe(2)
    expect(stderr).toContain('.qdpx')
  })
})
