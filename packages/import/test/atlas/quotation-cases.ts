/** One row of a report, as the columns Document, Quotation Content, Codes and more; and what is read from it. */
export interface QuotationCase {
  readonly of: string
  readonly row: Readonly<Record<string, string>>
  /** The words that the segment has, and the ids of its codes. */
  readonly quote?: string
  readonly codes?: readonly string[]
  readonly problems?: readonly string[]
}

const zant = { Document: 'Gesprek mevrouw Zant', 'Created by': 'Anna Bos' }
const words = 'en dat is wat waard.'

/** How the document is named, how the words are found, how codes are told apart. */
export const quotationCases: readonly QuotationCase[] = [
  {
    of: 'the words of a document by its title',
    row: { ...zant, 'Quotation Content': words, Codes: 'Bellen' },
    quote: words,
    codes: ['bellen'],
  },
  {
    of: 'a document with the number that ATLAS.ti gives it',
    row: { ...zant, Document: '1: Gesprek mevrouw Zant', 'Quotation Content': words, Codes: 'Bellen' },
    quote: words,
    codes: ['bellen'],
  },
  {
    of: 'a document by the name of its file',
    row: { ...zant, Document: 'ZANT.docx', 'Quotation Content': words, Codes: 'Bellen' },
    quote: words,
    codes: ['bellen'],
  },
  ...[
    '1 Gesprek mevrouw Zant',
    '1 Gesprek mevrouw Zant.docx',
    'D1 Gesprek mevrouw Zant',
    '1 - zant',
    'D 1: Gesprek mevrouw Zant',
  ].map(Document => ({
    of: `a document with the number that the quotation begins with: ${Document}`,
    row: { ...zant, ID: '1:12', Document, 'Quotation Content': words, Codes: 'Bellen' },
    quote: words,
    codes: ['bellen'],
  })),
  {
    of: 'a document with a number that is not that of the quotation',
    row: {
      ...zant,
      ID: '2:12',
      Document: '1 Gesprek mevrouw Zant',
      'Quotation Content': words,
      Codes: 'Bellen',
    },
    problems: ['unknown-document'],
  },
  {
    of: 'words with letters and accents apart, as files of a Mac have them',
    row: {
      ...zant,
      'Quotation Content': 'de cafe\u0301s en de ideee\u0308n',
      Codes: 'Bellen',
    },
    quote: 'de cafés en de ideeën',
    codes: ['bellen'],
  },
  {
    of: 'a document that is not there',
    row: { ...zant, Document: 'Gesprek meneer Zand', 'Quotation Content': words, Codes: 'Bellen' },
    problems: ['unknown-document'],
  },
  {
    of: 'words with other spaces, line ends and quotation marks',
    row: { ...zant, 'Quotation Content': 'De gemeente luistert  soms;\r\nsoms ook niet.', Codes: 'Bellen' },
    quote: 'De gemeente   luistert soms; soms ook niet.',
    codes: ['bellen'],
  },
  {
    of: 'words with straight quotation marks and points for those of the text',
    row: { ...zant, 'Quotation Content': '"Vertrouwen" zeg ik dan...', Codes: 'Vertrouwen' },
    quote: '“Vertrouwen” zeg ik dan…',
    codes: ['vertrouwen'],
  },
  {
    of: 'words that the report has cut off',
    row: { ...zant, 'Quotation Content': 'Dat wisselt per wethouder en per…', Codes: 'Bellen' },
    quote: 'Dat wisselt per wethouder en per',
    codes: ['bellen'],
    problems: ['quote-cut'],
  },
  {
    of: 'a few words that seem cut off: nothing tells where',
    row: { ...zant, 'Quotation Content': 'Dat wisselde...', Codes: 'Bellen' },
    problems: ['quote-not-found'],
  },
  {
    of: 'words that stand there three times',
    row: { ...zant, 'Quotation Content': 'Ze bellen terug', Codes: 'Bellen' },
    problems: ['quote-ambiguous'],
  },
  {
    of: 'words that stand there three times, once in the paragraph named',
    row: { ...zant, 'Quotation Content': 'Ze bellen terug', Codes: 'Bellen', Reference: '4 - 4' },
    quote: 'Ze bellen terug',
    codes: ['bellen'],
  },
  {
    of: 'a paragraph as the web has it',
    row: {
      ...zant,
      'Quotation Content': 'Ze bellen terug',
      Codes: 'Bellen',
      Reference: '1:3 ¶ 3 in Gesprek',
    },
    quote: 'Ze bellen terug',
    codes: ['bellen'],
  },
  {
    of: 'a paragraph in which the words do not stand',
    row: { ...zant, 'Quotation Content': 'Ze bellen terug', Codes: 'Bellen', Reference: '5 - 5' },
    problems: ['quote-ambiguous'],
  },
  {
    of: 'words with the times of a recording between them',
    row: {
      ...zant,
      'Quotation Content': 'Ze bellen terug, #00:01:12-5# en dat is [00:01:15] wat waard.',
      Codes: 'Bellen',
    },
    quote: 'Ze bellen terug, en dat is wat waard.',
    codes: ['bellen'],
  },
  {
    of: 'words of a PDF that are divided at the end of a line, which the text has whole',
    row: { ...zant, 'Quotation Content': 'De ge-\nmeente\nluistert\nsoms', Codes: 'Bellen' },
    quote: 'De gemeente   luistert soms',
    codes: ['bellen'],
  },
  {
    of: 'a row that names no document',
    row: { ...zant, Document: ' ', 'Quotation Content': words, Codes: 'Bellen' },
    problems: ['no-document'],
  },
  {
    of: 'a row without document, words or codes, such as a title',
    row: { ID: 'Bellen (3 quotations)', Document: '', 'Quotation Content': '', Codes: '' },
  },
  {
    of: 'the head once more',
    row: { Document: 'Document', 'Quotation Content': 'Quotation Content', Codes: 'Codes' },
  },
  {
    of: 'words that are not there',
    row: { ...zant, 'Quotation Content': 'Zij bellen nooit terug', Codes: 'Bellen' },
    problems: ['quote-not-found'],
  },
  {
    of: 'a picture, which no study has for a document',
    row: { ...zant, Document: 'foto.jpg', 'Quotation Content': '', Codes: 'Bellen' },
    problems: ['no-words'],
  },
  {
    of: 'a code by its path with a slash',
    row: { ...zant, 'Quotation Content': words, Codes: 'Vertrouwen/Overig\nSamenwerking / Overig' },
    quote: words,
    codes: ['vertrouwen-overig', 'samen-overig'],
  },
  { of: 'a picture', row: { ...zant, 'Quotation Content': ' ', Codes: 'Bellen' }, problems: ['no-words'] },
  {
    of: 'codes on lines of their own, with commas in them',
    row: { ...zant, 'Quotation Content': words, Codes: 'Luisteren, niet horen\nBellen', Density: '2' },
    quote: words,
    codes: ['luisteren', 'bellen'],
  },
  {
    of: 'codes in one line, of which only one division is of known names',
    row: { ...zant, 'Quotation Content': words, Codes: 'Bellen, Luisteren, niet horen' },
    quote: words,
    codes: ['bellen', 'luisteren'],
  },
  {
    of: 'codes in one line that can be divided in two ways',
    row: { ...zant, 'Quotation Content': words, Codes: 'Bellen, Vertrouwen, wederzijds' },
    quote: words,
    codes: [],
    problems: ['ambiguous-codes'],
  },
  {
    of: 'codes in one line, of which the number tells the division: the longest',
    row: {
      ...zant,
      'Quotation Content': words,
      Codes: 'Bellen, Vertrouwen, wederzijds',
      'Number of Codes': '2',
    },
    quote: words,
    codes: ['bellen', 'vertrouwen-wederzijds'],
  },
  {
    of: 'codes in one line, of which the number tells the division: the shortest',
    row: {
      ...zant,
      'Quotation Content': words,
      Codes: 'Bellen, Vertrouwen, wederzijds',
      'Number of Codes': '3',
    },
    quote: words,
    codes: ['bellen', 'vertrouwen', 'wederzijds'],
  },
  {
    of: 'fewer codes than the row says',
    row: { ...zant, 'Quotation Content': words, Codes: 'Bellen\nVertrouwen', 'Number of Codes': '3' },
    quote: words,
    codes: [],
    problems: ['code-count'],
  },
  {
    of: 'a code in a category, one by its path, and counts behind a name',
    row: {
      ...zant,
      'Quotation Content': words,
      Codes: 'Samenwerking: Overig\nVertrouwen > Overig\nBellen (12)\nVertrouwen {3-1}',
    },
    quote: words,
    codes: ['samen-overig', 'vertrouwen-overig', 'bellen', 'vertrouwen'],
  },
  {
    of: 'names that differ in capitals and spaces',
    row: { ...zant, 'Quotation Content': words, Codes: 'bellen\nluisteren,  niet horen' },
    quote: words,
    codes: ['bellen', 'luisteren'],
  },
  {
    of: 'a code that is unknown, one of two, and one no longer used',
    row: { ...zant, 'Quotation Content': words, Codes: 'Bellende\nOverig\nOude code\nBellen' },
    quote: words,
    codes: ['bellen'],
    problems: ['unknown-code', 'ambiguous-code', 'retired-code'],
  },
  {
    of: 'a quotation without codes',
    row: { ...zant, 'Quotation Content': words, Codes: '' },
    quote: words,
    codes: [],
  },
  {
    of: 'codes with the dot that ATLAS.ti puts before a name, on lines',
    row: {
      ...zant,
      'Quotation Content': words,
      Codes: '● Bellen\n○ Vertrouwen\n◇ Samenwerking: Overig',
    },
    quote: words,
    codes: ['bellen', 'vertrouwen', 'samen-overig'],
  },
  {
    of: 'codes with such a dot in one line, with commas in them',
    row: { ...zant, 'Quotation Content': words, Codes: '● Bellen, ● Luisteren, niet horen' },
    quote: words,
    codes: ['bellen', 'luisteren'],
  },
]
