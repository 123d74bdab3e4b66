import { type Code, emptyStudy, type Study } from '@codeerbank/core'
import { at, codingOf, memoOn, smallStudy, stretch, withText } from './small-study.ts'

export const bellen = smallStudy.codes[0]!
export const codes = (...more: readonly Partial<Code>[]): Study => ({
  ...smallStudy,
  codes: [bellen, ...more.map((each, i) => ({ ...bellen, id: `code-${i}`, ...each }))],
})
const proto = '__proto__'

/** Studies that come back as they were, with nothing lost on the way. */
export const wholeStudies: readonly { what: string; study: Study }[] = [
  { what: 'in which is nothing', study: emptyStudy },
  { what: 'in which is little', study: smallStudy },
  { what: 'without a title', study: { ...smallStudy, title: { nl: '' } } },
  { what: 'without a title, in English', study: { ...smallStudy, title: { en: '' }, language: 'en' } },
  {
    what: 'with an empty title in one of two languages',
    study: { ...smallStudy, title: { nl: '', en: 'Squares' } },
  },
  {
    what: 'with white space around names',
    study: { ...codes({ label: { nl: '  B\n' } }), title: { nl: ' T ' } },
  },
  {
    what: 'with a title in another language than its own',
    study: { ...smallStudy, title: { en: 'Two squares' } },
  },
  {
    what: 'of which the codebook is frozen',
    study: { ...smallStudy, frozen: { round: 'een', by: 'anna', at } },
  },
  { what: 'with a code that is retired', study: codes({ retired: true }) },
  {
    what: 'with a code that is merged into one before it',
    study: codes({ retired: true, mergedInto: 'bellen' }),
  },
  {
    what: 'with a code that is merged into one after it',
    study: codes({ retired: true, mergedInto: 'code-1' }, {}),
  },
  {
    what: 'with a code that lies below a retired one',
    study: codes({ retired: true }, { parent: 'code-0' }),
  },
  {
    what: 'with all that a code can have',
    study: codes({
      label: { nl: 'Ruzie', en: 'Quarrel' },
      level: 'frame row',
      origin: 'frame',
      definition: { nl: 'Wie?', en: 'Who?' },
      qualifier: { nl: 'vaak' },
      literature: ['Ostrom (1990)', ''],
      color: '#F00082',
    }),
  },
  { what: 'with an empty definition', study: codes({ definition: { nl: '' } }) },
  {
    what: "with a child before its sibling's child",
    study: codes({ parent: 'bellen' }, {}, { parent: 'bellen' }),
  },
  {
    what: 'with codings that contradict, by two coders',
    study: {
      ...smallStudy,
      coders: [...smallStudy.coders, { id: 'bram', label: 'Bram' }],
      segments: [stretch('s', 4, 10)],
      codings: [
        codingOf('a', 's'),
        codingOf('b', 's', { coder: 'bram', stance: 'contradicts', memo: 'Nee.' }),
      ],
    },
  },
  {
    what: 'with codings of a code that is retired',
    study: {
      ...codes({ retired: true }),
      segments: [stretch('s', 4, 10)],
      codings: [codingOf('a', 's', { code: 'code-0' })],
    },
  },
  {
    what: 'with two segments at one place, one within another, and touching ones',
    study: {
      ...smallStudy,
      segments: [stretch('a', 4, 10), stretch('b', 4, 10), stretch('c', 0, 31), stretch('d', 10, 17)],
    },
  },
  { what: 'with an empty text', study: withText('') },
  {
    what: 'with an empty comment and an empty memo',
    study: {
      ...smallStudy,
      segments: [{ ...stretch('s', 4, 10), comment: '' }],
      codings: [codingOf('a', 's', { memo: '' })],
    },
  },
  {
    what: 'of which all ids are names that objects have',
    study: {
      ...smallStudy,
      coders: [{ id: proto, label: 'Anna' }],
      cases: [{ id: proto, label: { nl: 'Oost' }, values: {} }],
      codes: [
        { ...bellen, id: proto },
        { ...bellen, id: 'constructor', parent: proto },
      ],
      sources: [{ ...smallStudy.sources[0]!, id: proto, case: proto }],
      segments: [{ ...stretch(proto, 4, 10), source: proto, by: proto }],
      codings: [{ id: proto, segment: proto, code: proto, coder: proto, at, codeVersion: 1 }],
      memos: [memoOn({ type: 'code', id: proto }, 'M', { id: proto, by: proto })],
      frames: [
        {
          id: proto,
          label: { nl: 'F' },
          rows: [{ id: proto, label: { nl: 'R' }, codes: [proto, 'constructor'] }],
        },
      ],
    },
  },
  {
    what: 'of which the case is the one without a case, under another name',
    study: {
      ...smallStudy,
      cases: [{ id: 'zonder-casus', label: { nl: 'Los' }, values: {} }],
      sources: [{ ...smallStudy.sources[0]!, case: 'zonder-casus' }],
    },
  },
  {
    what: 'with a coder of the name of nobody',
    study: {
      ...smallStudy,
      coders: [...smallStudy.coders, { id: 'onbekend', label: 'Piet' }, { id: 'refi-qda', label: 'Z' }],
      segments: [{ ...stretch('s', 4, 10), by: 'refi-qda' }],
      codings: [codingOf('a', 's', { coder: 'onbekend' })],
    },
  },
  {
    what: 'with times that are not known, have no fraction, or another zone',
    study: {
      ...smallStudy,
      segments: ['1970-01-01T00:00:00Z', '2024-03-01T09:00:00.123456Z', '2024-03-01T09:00:00-13:59'].map(
        (time, i) => ({ ...stretch(`s${i}`, 4, 10), at: time }),
      ),
    },
  },
  {
    what: 'with turns, a grid, topics and where its text came from',
    study: {
      ...smallStudy,
      participants: [
        {
          id: 'r1',
          label: 'Bewoner',
          case: 'oost',
          organisation: 'Buurt',
          function: 'lid',
          note: 'Belt graag.',
          values: {},
        },
      ],
      sources: [
        {
          ...smallStudy.sources[0]!,
          participants: ['r1'],
          topics: ['1', ''],
          turns: [
            {
              start: 0,
              end: 3,
              speaker: 'R1',
              role: 'participant',
              participant: 'r1',
              time: 1.5,
              timeEnd: 2,
            },
          ],
          grid: {
            actors: ['Bewoner'],
            indicators: [{ part: 'verbal', label: 'Lacht', values: [null] }],
            generalImpression: 'Rustig.',
          },
          origin: { file: 'gesprek.md', line: 5, format: 'markdown', sha256: 'ab' },
        },
      ],
    },
  },
  {
    what: 'with frames within the codes of others, hints and topics',
    study: {
      ...codes({ parent: 'bellen' }),
      frames: [
        {
          id: 'f',
          label: { nl: 'F', en: 'G' },
          table: 7,
          judged: true,
          rows: [
            {
              id: 'r',
              label: { nl: 'R' },
              codes: ['bellen', 'code-0'],
              hints: [{ nl: 'Hoe?' }],
              topics: ['2'],
            },
            { id: 'leeg', label: { nl: 'Leeg' }, codes: [] },
          ],
        },
        { id: 'g', label: { nl: 'G' }, rows: [] },
      ],
    },
  },
  {
    what: 'with judgements, screenings, queries, claims and summaries',
    study: {
      ...smallStudy,
      segments: [stretch('s', 4, 10)],
      codings: [codingOf('a', 's')],
      frames: [{ id: 'f', label: { nl: 'F' }, rows: [{ id: 'r', label: { nl: 'R' }, codes: ['bellen'] }] }],
      judgements: [
        {
          id: 'o',
          frame: 'f',
          case: 'oost',
          rows: ['r'],
          state: 'not reached',
          reasons: 'Nog niet.',
          by: 'anna',
          at,
        },
      ],
      screenings: [{ id: 'd', source: 'gesprek', code: 'bellen', by: 'anna', at, codeVersion: 1 }],
      queries: [{ id: 'q', label: { nl: 'Bellen' }, text: 'code:bellen' }],
      claims: [
        {
          id: 'c',
          text: { nl: 'Men belt.', en: 'They ring.' },
          rules: [{ case: 'oost', supports: 'q', contradicts: 'code:bellen' }],
          voices: 3,
          recorded: 'thin',
          by: 'anna',
          at,
        },
      ],
      summaries: [
        { id: 's', frame: 'f', row: 'r', case: 'oost', text: 'Zij bellen.', cites: [], by: 'anna', at },
      ],
    },
  },
]
