import { describe, expect, it } from 'vitest'
import { readQdpx, writeQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'
import { codingOf, smallStudy, stretch } from './small-study.ts'

const anna = guid(7)
const bram = guid(8)
const users = `<Users><User guid="${anna}" name="Anna"/><User guid="${bram}" name="Bram"/></Users>`
const codes = `<CodeBook><Codes><Code guid="${guid(1)}" name="Bellen" isCodable="true"/></Codes></CodeBook>`
const march = '2024-03-12T10:00:00Z'
const may = '2024-05-01T09:30:00Z'
const nobody = 'onbekend'
const unknown = '1970-01-01T00:00:00Z'

const read = async (selection: string, coding: string, more = '') =>
  readQdpx(
    await makeQdpx(
      projectXml(
        `${users}${codes}<Sources><TextSource guid="${guid(2)}" name="Gesprek" plainTextPath="internal://a.txt">
          <PlainTextSelection guid="${guid(3)}" startPosition="4" endPosition="17" ${selection}><Coding guid="${guid(4)}" ${coding}><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection>
        </TextSource></Sources>${more}`,
      ),
      { 'sources/a.txt': 'Zij bellen elkaar elke dinsdag.' },
    ),
  )

describe('a coding is by whom it names, and of the time it names', () => {
  it.each([
    {
      what: 'and else as its selection says (QualCoder)',
      selection: `creatingUser="${anna}" creationDateTime="${march}"`,
      coding: `creatingUser="${anna}"`,
      by: anna,
      at: march,
    },
    {
      what: 'each by itself',
      selection: `creatingUser="${anna}" creationDateTime="${march}"`,
      coding: `creationDateTime="${may}"`,
      by: anna,
      at: may,
    },
    {
      what: 'whatever its selection says',
      selection: `creatingUser="${anna}" creationDateTime="${march}"`,
      coding: `creatingUser="${bram}" creationDateTime="${may}"`,
      by: bram,
      at: may,
    },
    {
      what: 'and else as its selection was changed, where only that is said (NVivo)',
      selection: `modifyingUser="${bram}" modifiedDateTime="${may}"`,
      coding: '',
      by: bram,
      at: may,
    },
    {
      what: 'where what is empty says nothing',
      selection: `creatingUser="" creationDateTime="" modifyingUser="${bram}" modifiedDateTime="${may}"`,
      coding: 'creatingUser="" creationDateTime=""',
      by: bram,
      at: may,
    },
    { what: 'or nobody, at no time', selection: '', coding: '', by: nobody, at: unknown },
  ])('$what', async ({ selection, coding, by, at }) => {
    const { value, problems } = await read(selection, coding)
    expect(problems).toEqual([])
    expect(value.study.codings.map(each => [each.coder, each.at])).toEqual([[by, at]])
    expect(value.notCarried).toEqual([])
  })
})

describe('a change is not carried', () => {
  it.each([
    {
      what: 'by another than who made the thing',
      selection: `creatingUser="${anna}" modifyingUser="${bram}"`,
      lost: ['modified'],
    },
    {
      what: 'at a later time',
      selection: `creationDateTime="${march}" modifiedDateTime="${may}"`,
      lost: ['modified'],
    },
    {
      what: 'but for one that tells no more',
      selection: `creatingUser="${anna}" creationDateTime="${march}" modifyingUser="${anna}" modifiedDateTime="${march}"`,
      lost: [],
    },
  ])('$what', async ({ selection, lost }) => {
    const { value } = await read(selection, '')
    expect(value.notCarried.map(({ what }) => what)).toEqual(lost)
  })
})

describe('a note that says only who changed it and when', () => {
  it('is by them, of that time', async () => {
    const { value } = await read(
      '',
      '',
      `<Notes><Note guid="${guid(5)}" name="Let op" modifyingUser="${bram}" modifiedDateTime="${may}"><PlainTextContent>Vaak.</PlainTextContent></Note></Notes>`,
    )
    expect(value.study.memos.map(({ title, by, at }) => [title, by, at])).toEqual([['Let op', bram, may]])
    expect(value.notCarried).toEqual([])
  })
})

describe('a coding of no known time on a segment of a known one', () => {
  it('has none after writing and reading either', async () => {
    const study = {
      ...smallStudy,
      segments: [{ ...stretch('s', 4, 10), at: march }],
      codings: [{ ...codingOf('a', 's'), at: unknown }],
    }
    const { value } = await readQdpx((await writeQdpx(study)).bytes)
    expect(value.study.segments.map(({ at }) => at)).toEqual([march])
    expect(value.study.codings.map(({ at }) => at)).toEqual([unknown])
  })
})
