import { describe, expect, it } from 'vitest'
import { readFieldnote, readTranscript } from '../src/index.ts'
import { bytesOf } from './bytes.ts'
import { readTurnsOf } from './read-turns-of.ts'

const ttml = (body: string, head = '', rates = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"${rates}>\n<head>${head}</head>\n<body><div>\n${body}\n</div></body></tt>`

describe('subtitles in TTML', () => {
  it.each([
    [
      'with labels before the words, breaks and spans',
      ttml(
        '<p begin="00:00:01.500" end="00:00:03.000">Anna: Hoe<br/>gaat <span>het?</span></p>\n<p begin="3s" dur="1500ms">Bram: Goed &amp; wel.</p>\n<p begin="0.1m" end="0.002h">Anna: Ja.</p>\n<p begin="8s">Bram: Zo.</p>',
      ),
      ['Anna|1.5-3|Hoe gaat het?', 'Bram|3-4.5|Goed & wel.', 'Anna|6-7.2|Ja.', 'Bram|8-|Zo.'],
      [],
    ],
    [
      'with the people whom the head names',
      ttml(
        '<p begin="1s" end="2s" ttm:agent="a">Hoe?</p><p begin="2s" end="3s" ttm:agent="b">Goed.</p>',
        '<metadata><ttm:agent xml:id="a" type="person"><ttm:name type="full">Anna Bos</ttm:name></ttm:agent></metadata>',
      ),
      ['Anna Bos|1-2|Hoe?', 'b|2-3|Goed.'],
      [],
    ],
    [
      'with ticks and frames',
      ttml(
        '<p begin="10000000t" end="00:00:02:12">I: Hoe?</p><p begin="50f" end="75f">R1: Goed.</p>',
        '',
        ' ttp:tickRate="10000000" ttp:frameRate="25"',
      ),
      ['I|1-2.48|Hoe?', 'R1|2-3|Goed.'],
      [],
    ],
    [
      'with a time that is none, and a caption without words',
      ttml('<p begin="een" end="2s">I: Hoe?</p>\n<p begin="3s" end="4s"> <br/> </p>'),
      ['I|-|Hoe?'],
      ['bad-time:5', 'empty-cue:6'],
    ],
    ['without captions', ttml(''), [], ['empty-source:1']],
    [
      'that are cut off',
      ttml('<p begin="1s" end="2s">I: Hoe?</p>').slice(0, -10),
      ['I|1-2|Hoe?'],
      ['xml-malformed:6'],
    ],
  ])('are read: %s', async (_, text, turns, problems) => {
    expect(await readTurnsOf(text, 'a.ttml')).toMatchObject({ format: 'ttml', turns, problems })
  })

  it('are known without a declaration of XML, and in the encoding that it states', async () => {
    const text =
      '<tt:tt xmlns:tt="http://www.w3.org/ns/ttml"><tt:body><tt:div><tt:p begin="1s">I: Één.</tt:p></tt:div></tt:body></tt:tt>'
    expect(await readTurnsOf(text, 'a.xml')).toMatchObject({ format: 'ttml', turns: ['I|1-|Één.'] })
    const bare = '<tt><body><p begin="1s">I: Hoe?</p></body></tt>'
    expect(await readTurnsOf(bare, 'a.txt')).toMatchObject({ format: 'ttml', turns: ['I|1-|Hoe?'] })
    const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, 'latin1')
    expect(await readTurnsOf(latin, 'a.xml')).toMatchObject({ format: 'ttml', turns: ['I|1-|Één.'] })
  })

  it('are no note', async () => {
    const { value, problems } = await readFieldnote(bytesOf(ttml('<p begin="1s">Hoi.</p>')), {
      name: 'a.ttml',
    })
    expect([value.text, problems.map(({ code }) => code)]).toEqual(['', ['not-a-transcript']])
  })
})

describe('a file that cannot be read', () => {
  it.each([
    [
      'SAMI',
      '<SAMI><HEAD></HEAD><BODY><SYNC Start=1000><P>Hoi</BODY></SAMI>',
      'subtitles',
      'not-a-transcript',
    ],
    ['SubStation Alpha', '[Script Info]\r\nTitle: a\r\n\r\n[Events]\r\n', 'subtitles', 'not-a-transcript'],
    ['other XML', '<?xml version="1.0"?><a/>', 'xml', 'not-a-transcript'],
    ['RTF', '{\\rtf1 Hoi}', 'rtf', 'not-a-transcript'],
    ['a web page', '<html><p>Hoi', 'web-page', 'not-a-transcript'],
    ['a recording', 'ID3\u0003', 'recording', 'not-a-transcript'],
    ['an archive that is cut off', 'PK\u0003\u0004', 'archive', 'archive-truncated'],
  ])('says what it is, and does not pass for Word: %s', async (_, text, format, code) => {
    const { value, problems } = await readTranscript(bytesOf(text), { name: 'a.dat' })
    expect(value.origin.format).toBe(format)
    expect(problems.map(problem => [problem.code, problem.severity])).toEqual([[code, 'error']])
  })

  it('goes by its name where it is a damaged document', async () => {
    const { value } = await readTranscript(bytesOf('PK\u0003\u0004'), { name: 'a.odt' })
    expect(value.origin.format).toBe('odt')
  })
})
