import { readFileSync } from 'node:fs'
import { readXmlTree, type XmlElement } from '@codeerbank/archive'
import { describe, expect, it } from 'vitest'
import { readQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'
import { refiFolder, schemaFaults } from './schema.ts'

const user = guid(1)
const other = guid(2)
const made = `creatingUser="${user}" creationDateTime="2024-03-12T10:00:00Z"`
const by = `${made} modifyingUser="${other}" modifiedDateTime="2024-03-13T10:00:00Z"`
const byOther = `creatingUser="${other}" creationDateTime="2024-03-14T10:00:00Z" modifyingUser="${user}" modifiedDateTime="2024-03-15T10:00:00Z"`
const note = (n: number) => `<NoteRef targetGUID="${guid(n)}"/>`
const coding = (n: number) =>
  `<Coding guid="${guid(n)}" creatingUser="${other}" creationDateTime="2024-03-12T11:00:00Z"><CodeRef targetGUID="${guid(10)}"/>${note(90)}</Coding>`
const value = (n: number, inner: string) =>
  `<VariableValue><VariableRef targetGUID="${guid(n)}"/>${inner}</VariableValue>`
const values = (from: number) =>
  value(from, '<BooleanValue>true</BooleanValue>') +
  value(from + 1, '<TextValue>dorp</TextValue>') +
  value(from + 2, '<IntegerValue>12</IntegerValue>') +
  value(from + 3, '<FloatValue>1.5</FloatValue>') +
  value(from + 4, '<DateValue>2024-03-12</DateValue>') +
  value(from + 5, '<DateTimeValue>2024-03-12T10:00:00Z</DateTimeValue>')
const types = ['Boolean', 'Text', 'Integer', 'Float', 'Date', 'DateTime']
const variables = [20, 30, 50].flatMap(from =>
  types.map(
    (type, i) =>
      `<Variable guid="${guid(from + i)}" name="V${from + i}" typeOfVariable="${type}"><Description>Wat.</Description></Variable>`,
  ),
)
const selection = (name: string, n: number, attributes: string, inner = '') =>
  `<${name} guid="${guid(n)}" name="Naam ${n}" ${attributes} ${by}><Description>Over ${n}.</Description>${inner}${coding(n + 1)}${note(92)}</${name}>`
const box = 'firstX="1" firstY="2" secondX="3" secondY="4"'
const tail = (n: number) => coding(n) + note(92) + value(51, '<TextValue>stad</TextValue>')
const text = (name: string, n: number, path = `plainTextPath="internal://a.txt"`, inner = '') =>
  `<${name} guid="${guid(n)}" name="Tekst ${n}" richTextPath="internal://a.docx" ${path} ${byOther}><Description>Over ${n}.</Description>${inner}${selection('PlainTextSelection', n + 1, 'startPosition="4" endPosition="17"')}${coding(n + 5)}${note(92)}${values(30)}</${name}>`
const media = (name: string, n: number, inner: string) =>
  `<${name} guid="${guid(n)}" name="Bron ${n}" path="internal://b" currentPath="internal://c" ${by}><Description>Over bron ${n}.</Description>${inner}${tail(n + 1)}</${name}>`
const inline = '<PlainTextContent>Wij bellen elkaar nooit.</PlainTextContent>'
const transcript = (n: number) =>
  `<Transcript guid="${guid(n)}" name="Afschrift ${n}" richTextPath="internal://d.docx" ${byOther}><Description>Over ${n}.</Description>${inline}<SyncPoint guid="${guid(n + 1)}" timeStamp="0" position="0"/><SyncPoint guid="${guid(n + 2)}" timeStamp="900" position="10"/>${selection('TranscriptSelection', n + 3, `fromSyncPoint="${guid(n + 1)}" toSyncPoint="${guid(n + 2)}"`)}${note(92)}</Transcript>`

/** A project with every element and every attribute that the schema has. */
const whole = projectXml(
  `<Users><User guid="${user}" name="Anna" id="aj"/><User guid="${other}" name="Bas"/></Users>
<CodeBook><Codes><Code guid="${guid(10)}" name="Bellen" isCodable="false" color="#ff0000"><Description>Wie belt.</Description>${note(91)}<Code guid="${guid(11)}" name="Vaak" isCodable="true"/></Code></Codes></CodeBook>
<Variables>${variables.join('')}</Variables>
<Cases><Case guid="${guid(40)}" name="Oost"><Description>Een plein.</Description><CodeRef targetGUID="${guid(10)}"/>${values(20)}<SourceRef targetGUID="${guid(100)}"/><SelectionRef targetGUID="${guid(321)}"/></Case></Cases>
<Sources>${text('TextSource', 100)}
${media('PictureSource', 200, text('TextDescription', 210, '', inline) + selection('PictureSelection', 220, box))}
${media('PDFSource', 300, selection('PDFSelection', 310, `page="0" ${box}`, `<Representation guid="${guid(315)}">${inline}</Representation>`) + text('Representation', 320, '', inline))}
${media('AudioSource', 400, transcript(410) + selection('AudioSelection', 420, 'begin="0" end="9"'))}
${media('VideoSource', 500, transcript(510) + transcript(530) + selection('VideoSelection', 520, 'begin="0" end="9"'))}</Sources>
<Notes>${[90, 91, 92].map(n => `<Note guid="${guid(n)}" name="Notitie ${n}" ${made}><PlainTextContent>Tekst ${n}</PlainTextContent></Note>`).join('')}${text('Note', 600)}</Notes>
<Links><Link guid="${guid(700)}" name="hoort bij" direction="OneWay" color="#00ff00" originGUID="${guid(10)}" targetGUID="${guid(100)}">${note(92)}</Link></Links>
<Sets><Set guid="${guid(710)}" name="Kader"><Description>Rijen.</Description><MemberCode targetGUID="${guid(10)}"/><MemberSource targetGUID="${guid(100)}"/><MemberNote targetGUID="${guid(91)}"/></Set></Sets>
<Graphs><Graph guid="${guid(720)}" name="Net"><Vertex guid="${guid(721)}" representedGUID="${guid(10)}" name="A" firstX="1" firstY="1" secondX="2" secondY="2" shape="Oval" color="#fff"/><Edge guid="${guid(722)}" representedGUID="${guid(700)}" name="B" sourceVertex="${guid(721)}" targetVertex="${guid(721)}" color="#fff" direction="OneWay" lineStyle="solid"/></Graph></Graphs>
<Description>Een proef.</Description>${note(92)}`,
  `origin="Een programma" creatingUserGUID="${user}" creationDateTime="2024-03-12T10:00:00Z" modifyingUserGUID="${user}" modifiedDateTime="2024-03-13T10:00:00Z" basePath="C:/"`,
).replaceAll('\n', '')

/** What is lost whole and listed as one: nothing in it is told of by itself. */
const lostWhole = new Set(['Graph', 'PictureSelection', 'PDFSelection', 'AudioSelection', 'VideoSelection'])
/** What says nothing that a study could lose, and why. */
const silent: Readonly<Record<string, string>> = {
  'PictureSource@path': 'goes with the picture, which is listed',
  'PDFSource@path': 'goes with the pages, which are listed',
  'AudioSource@guid': 'a transcript goes under a GUID of its own',
  'VideoSource@guid': 'the same',
  'Transcript@name': 'the first transcript has the name of the recording',
  'AudioSource@path': 'goes with the sound, which is listed',
  'VideoSource@path': 'goes with the film, which is listed',
  'PictureSource@currentPath': 'is where the picture was on the machine of who made the project',
  'PDFSource@currentPath': 'the same',
  'AudioSource@currentPath': 'the same',
  'VideoSource@currentPath': 'the same',
  'TextDescription@guid': 'the text goes under the GUID of the picture',
  'Representation@guid': 'the text goes under the GUID of the pages',
  'TextDescription@name': 'the text has the name of the picture',
  'Representation@name': 'the text has the name of the pages',
  'TextDescription@creatingUser': 'who made the source is told once',
  'TextDescription@creationDateTime': 'when the source was made is told once',
  'Representation@creatingUser': 'who made the source is told once',
  'Representation@creationDateTime': 'when the source was made is told once',
  'Transcript@creatingUser': 'who made the source is told once',
  'Transcript@creationDateTime': 'when the source was made is told once',
}

interface Place {
  readonly what: string
  readonly xml: string
}

/** Attributes that are listed as one, and that are left out together. */
const together = [
  ['modifyingUser', 'modifyingUserGUID', 'modifiedDateTime'],
  ['creatingUserGUID', 'creationDateTime'],
]

/** The project without one attribute or element, for each that it has, the first of its kind. */
function without(root: XmlElement): readonly Place[] {
  const places = new Map<string, string>()
  const visit = (element: XmlElement, parent: string | null) => {
    // What names something goes with its element.
    const keys = Object.keys(element.attributes).filter(key => key !== 'targetGUID' && key !== 'xmlns')
    for (const key of keys) {
      const what = `${element.name}@${key}`
      if (!places.has(what)) places.set(what, written(root, element, key))
    }
    const what = `${parent}>${element.name}`
    if (parent !== null && !places.has(what)) places.set(what, written(root, element, null))
    for (const child of element.children)
      if (typeof child !== 'string' && !lostWhole.has(element.name)) visit(child, element.name)
  }
  visit(root, null)
  return Array.from(places, ([what, xml]) => ({ what, xml }))
}

/** An element as XML, without one that is in it, or without an attribute of that one. */
function written(element: XmlElement, left: XmlElement, attribute: string | null): string {
  if (element === left && attribute === null) return ''
  const gone = together.find(keys => keys.includes(attribute ?? '')) ?? [attribute]
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => element !== left || !gone.includes(key))
    .map(([key, text]) => ` ${key}="${text}"`)
  const children = element.children.map(child =>
    typeof child === 'string' ? child : written(child, left, attribute),
  )
  const namespace = element.name === 'Project' ? ` xmlns="${element.uri}"` : ''
  return `<${element.name}${namespace}${attributes.join('')}>${children.join('')}</${element.name}>`
}

async function told(xml: string): Promise<string> {
  const files = { 'sources/a.txt': 'Zij bellen elkaar elke dinsdag.' }
  const { value, problems } = await readQdpx(await makeQdpx(xml, files), { changePrefix: 'proef' })
  return JSON.stringify([value.changes, value.origin, value.notCarried, problems])
}

describe('what a valid project can hold', async () => {
  const root = await readXmlTree(Buffer.from(whole))
  const places = without(root)

  it.skipIf(refiFolder === null)(
    'is all in the project of this test (skipped where ../shared/refi is absent)',
    async () => {
      expect(schemaFaults('Project.xsd', whole)).toEqual([])
      const schema = await readXmlTree(readFileSync(`${refiFolder}Project.xsd`))
      const used = [...whole.matchAll(/ (\w+)="|<(\w+)/g)].map(([, key, name]) => key ?? name)
      const known: string[] = []
      const visit = (element: XmlElement) => {
        if (element.name === 'element' || element.name === 'attribute') known.push(element.attributes.name!)
        for (const child of element.children) if (typeof child !== 'string') visit(child)
      }
      visit(schema)
      expect(known.filter(name => !used.includes(name))).toEqual([])
      expect(known.length).toBeGreaterThan(200)
    },
  )

  it('is carried or listed, each element and each attribute: without it something else is told', async () => {
    const all = await told(written(root, root, 'none'))
    const dropped: string[] = []
    for (const { what, xml } of places)
      if ((await told(xml)) === all && !lostWhole.has(what.split(/[>@]/)[0]!)) dropped.push(what)
    expect(dropped.sort()).toEqual(Object.keys(silent).sort())
  })
})
