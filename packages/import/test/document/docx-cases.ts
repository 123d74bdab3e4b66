import { type DocxParts, p } from './document-parts.ts'

const r = (inner: string) => `<w:r>${inner}</w:r>`
const t = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`
const cell = (...inner: readonly string[]) =>
  `<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr>${inner.join('')}</w:tc>`

/** The body of a Word document, its text, and what is said of it. */
export type DocxCase = readonly [
  what: string,
  body: string,
  text: string,
  problems?: readonly string[],
  parts?: DocxParts,
]

export const docxCases: readonly DocxCase[] = [
  ['paragraphs, empty ones among them', p('R1: Een.') + p() + p('I: Twee.'), 'R1: Een.\n\nI: Twee.'],
  [
    'fonts and colours, of which nothing is read',
    `<w:p><w:pPr><w:jc w:val="center"/><w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:b/></w:rPr></w:pPr>${r(`<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>${t('R1')}`)}${r(t(': Een.'))}</w:p>`,
    'R1: Een.',
  ],
  [
    'tabs, line ends and hyphens',
    p(
      r(
        `${t('R1:')}<w:tab/>${t('Een')}<w:br/>${t('twee')}<w:cr/>${t('drie')}<w:noBreakHyphen/>${t('vier')}<w:br w:type="page"/>`,
      ),
    ),
    'R1:\tEen\ntwee\ndrie\u2011vier',
  ],
  [
    'spaces and line ends in the markup of words',
    p(r('<w:t xml:space="preserve">R1:  Een\n\ttwee</w:t>')),
    'R1:  Een  twee',
  ],
  ['characters that stand for others', p('R1: A &amp; B &lt;lacht&gt; &#233;'), 'R1: A & B <lacht> é'],
  ['symbols', p('R1: ', r('<w:sym w:font="Wingdings" w:char="F04A"/>'), ' ja'), 'R1: ☺ ja'],
  [
    'symbols of fonts that have letters too, such as ticked boxes',
    p(
      'R1: ',
      r('<w:sym w:font="MS Gothic" w:char="2612"/>'),
      ' ja ',
      r('<w:sym w:font="Eigen" w:char="F0AB"/>'),
    ),
    'R1: ☒ ja \uFFFD',
  ],
  [
    'a table, a line a row',
    `<w:tbl><w:tblPr><w:tblW w:w="0"/></w:tblPr><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr>${cell(p('I:'))}${cell(p('Waarom?'))}</w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(p('R1:'))}${cell(p('Daarom.'), p('Echt.'))}</w:tr><w:tr>${cell(p())}${cell(p('Slot.'))}</w:tr></w:tbl>${p('R1: Na.')}`,
    'I:\tWaarom?\nR1:\tDaarom.\nEcht.\n\tSlot.\nR1: Na.',
  ],
  [
    'a table in a table',
    `<w:tbl><w:tr>${cell(p('R1:'))}${cell(`<w:tbl><w:tr>${cell(p('a'))}${cell(p('b'))}</w:tr></w:tbl>`, p('c'))}</w:tr></w:tbl>`,
    'R1:\ta\tb\nc',
  ],
  [
    'foot notes and end notes, below the text',
    p('R1: Een', r('<w:footnoteReference w:id="2"/>'), ' en twee', r('<w:endnoteReference w:id="1"/>'), '.') +
      p('I: Ja.'),
    'R1: Een[1] en twee[2].\nI: Ja.\n[1] Over een.\n[2] Over twee.',
    [],
    {
      footnotes: `<w:footnote w:type="separator" w:id="0">${p()}</w:footnote><w:footnote w:id="2">${p(r('<w:footnoteRef/>'), ' Over een.')}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${p(r('<w:endnoteRef/>'), r('<w:tab/>'), 'Over twee.')}</w:endnote>`,
    },
  ],
  [
    'headings of any language, which nobody says',
    `<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr>${r(t('R2: Deel een'))}</w:p>${p('R1: Een.')}`,
    'R2: Deel een\nR1: Een.',
    [],
    { styles: '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>' },
  ],
  [
    'words deleted and inserted while changes were tracked',
    p(
      'R1: Een',
      '<w:del w:id="1" w:author="A"><w:r><w:delText> geheim</w:delText></w:r></w:del>',
      '<w:ins w:id="2" w:author="A"><w:r><w:t> open</w:t></w:r></w:ins>',
      '.',
    ),
    'R1: Een open.',
    ['left-out'],
  ],
  [
    'words that were moved',
    p(
      'R1: ',
      '<w:moveFrom w:id="1"><w:r><w:t>hier </w:t></w:r></w:moveFrom>',
      'en ',
      '<w:moveTo w:id="2"><w:r><w:t>daar</w:t></w:r></w:moveTo>',
    ),
    'R1: en daar',
    ['left-out'],
  ],
  [
    'a paragraph end that was deleted',
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r(t('R1: Een '))}</w:p>${p('zin.')}`,
    'R1: Een zin.',
  ],
  [
    'words that are hidden, which are read',
    p('R1: Een', r(`<w:rPr><w:vanish/></w:rPr>${t(' geheim')}`), '.'),
    'R1: Een geheim.',
    ['hidden-words'],
  ],
  [
    'words that are shown again, hidden ends of paragraphs, and hidden words that were deleted',
    `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${r(`<w:rPr><w:vanish w:val="0"/></w:rPr>${t('R1: Een.')}`)}<w:del w:id="1"><w:r><w:rPr><w:vanish/></w:rPr><w:delText>weg</w:delText></w:r></w:del></w:p>`,
    'R1: Een.',
    ['left-out'],
  ],
  ['comments', p('R1: Een', r('<w:commentReference w:id="0"/>'), '.'), 'R1: Een.', ['left-out']],
  [
    'links, fields, tags and controls, of which the words stay',
    `${p(
      'R1: ',
      `<w:hyperlink r:id="rId9">${r(t('hier'))}</w:hyperlink>`,
      `<w:fldSimple w:instr="DATE">${r(t(' nu'))}</w:fldSimple>`,
      `<w:smartTag>${r(t(' daar'))}</w:smartTag>`,
    )}<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('I: Ja.')}</w:sdtContent></w:sdt>`,
    'R1: hier nu daar\nI: Ja.',
  ],
  [
    'the code of a field, of which nothing is read',
    p(
      r('<w:fldChar w:fldCharType="begin"/>'),
      r('<w:instrText>INCLUDETEXT "C:\\geheim.docx"</w:instrText>'),
      r('<w:fldChar w:fldCharType="end"/>'),
      'R1: Een.',
    ),
    'R1: Een.',
  ],
  [
    'a text box, once of two alternatives, after its paragraph',
    p(
      'R1: Een.',
      r(
        `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p('Kader.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('Kader.')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`,
      ),
    ) + p('R1: Twee.'),
    'R1: Een.\nKader.\nR1: Twee.',
  ],
  [
    'a picture',
    p(
      'R1: Een.',
      r(
        '<w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing>',
      ),
    ),
    'R1: Een.',
    ['left-out'],
  ],
  [
    'the strict variant of the format',
    p('R1: Een.'),
    'R1: Een.',
    [],
    { namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main' },
  ],
  ['another name for its main part', p('R1: Een.'), 'R1: Een.', [], { at: 'word/document2.xml' }],
  ['no list of what its parts are', p('R1: Een.'), 'R1: Een.', [], { listed: false }],
  [
    'a reference to a note that is not there',
    p('R1: Een', r('<w:footnoteReference w:id="7"/>'), '.'),
    'R1: Een.',
  ],
  [
    'breaks to a page and to a column, which are line ends amid words',
    p(r(`${t('R1: Een')}<w:br w:type="page"/>${t('twee')}<w:br w:type="column"/>${t('drie')}`)),
    'R1: Een\ntwee\ndrie',
  ],
  [
    'soft hyphens, which show only where a line ends',
    p(r(`${t('R1: ver')}<w:softHyphen/>${t('trouwen en op\u00adbouw')}`)),
    'R1: vertrouwen en opbouw',
  ],
  [
    'how letters sound, above them',
    p(
      'R1: ',
      r(`<w:ruby><w:rubyPr/><w:rt>${r(t('ka'))}</w:rt><w:rubyBase>${r(t('漢'))}</w:rubyBase></w:ruby>`),
      '.',
    ),
    'R1: 漢.',
  ],
  [
    'other files in it, of which nothing is read',
    `${p('R1: Een.')}<w:altChunk r:id="rId5"/>`,
    'R1: Een.',
    ['left-out'],
  ],
  [
    'a text box without an alternative for old programs',
    p(
      'R1: Een.',
      r(
        `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p('Kader.')}</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent>`,
      ),
    ) + p('R1: Twee.'),
    'R1: Een.\nKader.\nR1: Twee.',
  ],
  [
    'an alternative that is empty',
    p(
      'R1: Een',
      `<mc:AlternateContent><mc:Choice Requires="x">${r(t(' twee'))}</mc:Choice><mc:Fallback/></mc:AlternateContent>`,
      '.',
    ),
    'R1: Een twee.',
  ],
  [
    'a row that was deleted while changes were tracked',
    `<w:tbl><w:tr>${cell(p('I'))}${cell(p('Een.'))}</w:tr><w:tr><w:trPr><w:del w:id="3"/></w:trPr>${cell(p('R1'))}${cell(p('Weg.'))}</w:tr><w:tr>${cell(p('R1'))}${cell(p('Twee.'))}</w:tr></w:tbl>`,
    'I\tEen.\nR1\tTwee.',
    ['left-out'],
  ],
  ['no words', p() + p(), '', ['empty-source']],
]
