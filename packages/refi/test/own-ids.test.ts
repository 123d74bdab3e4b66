import { describe, expect, it } from 'vitest'
import { readQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'
import { files, project } from './wild-project.ts'

describe('what is named by an id that is no GUID', () => {
  const xml = projectXml(
    `<Users><User guid="anna" name="Anna"/></Users>
    <CodeBook><Codes><Code guid="code 7" name="Bellen" isCodable="true"><NoteRef targetGUID="note_1"/></Code></Codes></CodeBook>
    <Variables><Variable guid="v-1" name="Inwoners" typeOfVariable="Integer"/></Variables>
    <Cases><Case guid="c-1" name="Oost"><VariableValue><VariableRef targetGUID="v-1"/><IntegerValue>1200</IntegerValue></VariableValue><SourceRef targetGUID="doc"/></Case></Cases>
    <Sources><TextSource guid="doc" name="Gesprek" plainTextPath="a.txt"><PlainTextSelection guid="s" name="" startPosition="4" endPosition="17"><Coding guid="k" creatingUser="anna"><CodeRef targetGUID="code 7"/></Coding></PlainTextSelection></TextSource></Sources>
    <Notes><Note guid="note_1" name="Memo"><PlainTextContent>Vaak.</PlainTextContent></Note></Notes>
    <Sets><Set guid="kader" name="Kader"><MemberCode targetGUID="code 7"/></Set></Sets>`,
  )

  it('is found all the same, and the ids are listed as not carried', async () => {
    const { value, problems } = await readQdpx(await makeQdpx(xml, files))
    const { study } = value
    expect(problems).toEqual([])
    expect(value.notCarried).toEqual([expect.objectContaining({ what: 'own-ids', count: 9 })])
    const code = study.codes[0]!.id
    expect(code).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/)
    expect(study.codings.map(each => [each.code, each.coder, each.segment])).toEqual([
      [code, study.coders[0]!.id, study.segments[0]!.id],
    ])
    expect(study.coders.map(({ label }) => label)).toEqual(['Anna'])
    expect(study.segments.map(({ quote }) => quote)).toEqual(['bellen elkaar'])
    expect(study.sources[0]!.case).toBe(study.cases[0]!.id)
    expect(Object.values(study.cases[0]!.values)).toEqual([1200])
    expect(study.memos.map(({ on, text }) => [on.id, text])).toEqual([[code, 'Vaak.']])
    expect(study.frames.map(({ rows }) => rows.map(({ id }) => id))).toEqual([[code]])
  })

  it('has the same id in the next export', async () => {
    const first = (await readQdpx(await makeQdpx(xml, files))).value.study
    const longer = xml.replace('<Users>', '<Description>Later.</Description>\n\n<Users>')
    const { study } = (await readQdpx(await makeQdpx(longer, files), { study: first })).value
    expect(study.codings).toEqual(first.codings)
    expect(study.sources.map(({ id }) => id)).toEqual(first.sources.map(({ id }) => id))
  })

  it.each([
    { what: 'in parentheses', write: (id: string) => `(${id})` },
    { what: 'without hyphens', write: (id: string) => id.replaceAll('-', '').toUpperCase() },
  ])('but a GUID $what is one', async ({ write }) => {
    const written = project().replace(/="(\d{8}-[^"]+)"/g, (_, id: string) => `="${write(id)}"`)
    const { value } = await readQdpx(await makeQdpx(written, files))
    expect(value.notCarried).toEqual([])
    expect(value.study.codings.map(({ id, code }) => [id, code])).toEqual([[guid(4), guid(1)]])
  })
})
