import { applyChanges, emptyStudy, type Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationsToJsonLd } from '../src/index.ts'
import { awkwardStudy } from './export-cases.ts'

function itemsOf(study: Study, options = {}) {
  return JSON.parse(annotationsToJsonLd(study, options)).first.items
}

/** The selector of a type of an annotation. */
function selector(item: { target: { selector: readonly { type: string }[] } }, type: string) {
  return item.target.selector.find(each => each.type === type)
}

const at = '2024-04-01T12:00:00+02:00'

describe('codings as Web Annotations', () => {
  it('are a collection with a page, in the context of the model', () => {
    const { first, ...head } = JSON.parse(annotationsToJsonLd(awkwardStudy))
    expect(head).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:codeerbank:annotations',
      type: 'AnnotationCollection',
      label: 'Proef',
      total: 4,
      last: 'urn:codeerbank:annotations:1',
    })
    const { items, ...page } = first
    expect(page).toEqual({
      id: 'urn:codeerbank:annotations:1',
      type: 'AnnotationPage',
      partOf: 'urn:codeerbank:annotations',
      startIndex: 0,
    })
    expect(items).toHaveLength(4)
  })

  it('are an annotation each: who, when in UTC, which code, why, and where', () => {
    expect(itemsOf(awkwardStudy)[0]).toEqual({
      id: 'urn:codeerbank:coding:k1',
      type: 'Annotation',
      motivation: 'classifying',
      creator: { id: 'urn:codeerbank:coder:anna', type: 'Person', name: 'Anna, A.' },
      created: '2024-03-01T08:00:00Z',
      body: [
        { type: 'SpecificResource', purpose: 'classifying', source: 'urn:codeerbank:code:ruzie' },
        {
          type: 'TextualBody',
          purpose: 'tagging',
          value: 'Groep > Ruzie, soms',
          format: 'text/plain',
          language: 'nl',
        },
        { type: 'TextualBody', purpose: 'commenting', value: 'Let op; memo', format: 'text/plain' },
      ],
      target: {
        source: 'urn:codeerbank:source:s1',
        selector: [
          { type: 'TextQuoteSelector', exact: '=1+1 zei hij, "echt", en ' },
          { type: 'TextPositionSelector', start: 32, end: 57 },
        ],
      },
    })
  })

  it('count positions in code points: an emoji is one', () => {
    // "Tweede regel 😀 me" is 18 UTF-16 units, 17 characters.
    const [, , , last] = itemsOf(awkwardStudy)
    expect(selector(last, 'TextPositionSelector')).toEqual({
      type: 'TextPositionSelector',
      start: 75,
      end: 92,
    })
  })

  it('say what speaks against their code', () => {
    const [, , , last] = itemsOf(awkwardStudy)
    expect(last.body).toContainEqual({
      type: 'TextualBody',
      purpose: 'assessing',
      value: 'contradicts',
      format: 'text/plain',
    })
  })

  it('bear no time that is not known, and have the label in the language that is asked for', () => {
    const [segment] = awkwardStudy.segments
    const [coding] = awkwardStudy.codings
    const study = {
      ...awkwardStudy,
      segments: [segment!],
      codings: [{ ...coding!, at: '1970-01-01T00:00:00Z' }],
    }
    const [item] = itemsOf(study, { language: 'en' })
    expect(item).not.toHaveProperty('created')
    expect(item.body[1]).toMatchObject({ value: 'groep <i> > ruzie <i>', language: 'en' })
  })

  it.each([
    ['2024-02-29T23:30:00-01:00', '2024-03-01T00:30:00Z'],
    ['2024-02-31T10:00:00Z', '2024-02-31T10:00:00Z'],
    ['2023-02-29T10:00:00+02:00', '2023-02-29T10:00:00+02:00'],
    ['2024-04-31', '2024-04-31'],
    ['gisteren', 'gisteren'],
  ])('say %s as %s: a time in UTC, and never another day for one that does not exist', (given, created) => {
    const [coding] = awkwardStudy.codings
    expect(itemsOf({ ...awkwardStudy, codings: [{ ...coding!, at: given }] })[0].created).toBe(created)
  })

  it('have identifiers under an address of the researcher, where one is given', () => {
    const [item] = itemsOf(awkwardStudy, { base: 'https://example.org/studie/' })
    expect(item.id).toBe('https://example.org/studie/coding/k1')
    expect(item.target.source).toBe('https://example.org/studie/source/s1')
  })

  it('have identifiers that are URNs, whatever the ids are', () => {
    const [coding] = awkwardStudy.codings
    const study = { ...awkwardStudy, codings: [{ ...coding!, id: 'a b/é#1:\uD83D' }] }
    const ids = itemsOf(study).map((item: { id: string }) => item.id)
    expect(ids).toContain('urn:codeerbank:coding:a%20b%2F%C3%A9%231%3A%EF%BF%BD')
    for (const id of ids) expect(id).toMatch(/^urn:[a-z0-9-]+:[A-Za-z0-9()+,.:=@;$_!*'%~-]+$/)
  })
})

describe('segments as Web Annotations', () => {
  const study = applyChanges(awkwardStudy, [
    {
      id: 'x',
      at,
      by: 'codeerbank',
      kind: 'add-segment',
      segment: { id: 'n', source: 's1', start: 13, end: 16, quote: 'Hoe', prefix: 'er: ', suffix: ' gaat' },
    },
    {
      id: 'y',
      at,
      by: 'bram',
      kind: 'add-segment',
      segment: {
        id: 'm',
        source: 's1',
        start: 17,
        end: 21,
        quote: 'gaat',
        prefix: '',
        suffix: '',
        comment: 'Ja?',
      },
    },
    { id: 'z', at, by: 'bram', kind: 'code-segment', coding: { id: 'k9', segment: 'm', code: 'stil' } },
  ])

  it('are highlights without a body where nothing was said of them, with their surroundings', () => {
    const item = itemsOf(study).find((each: { id: string }) => each.id === 'urn:codeerbank:segment:n')
    expect(item).toEqual({
      id: 'urn:codeerbank:segment:n',
      type: 'Annotation',
      motivation: 'highlighting',
      creator: { id: 'urn:codeerbank:agent:codeerbank', type: 'Software', name: 'codeerbank' },
      created: '2024-04-01T10:00:00Z',
      target: {
        source: 'urn:codeerbank:source:s1',
        selector: [
          { type: 'TextQuoteSelector', exact: 'Hoe', prefix: 'er: ', suffix: ' gaat' },
          { type: 'TextPositionSelector', start: 13, end: 16 },
        ],
      },
    })
  })

  it('are comments beside their codings where they have both', () => {
    const items = itemsOf(study).slice(-2)
    expect(items.map((item: { motivation: string }) => item.motivation)).toEqual([
      'commenting',
      'classifying',
    ])
    expect(items[0].body).toEqual([
      { type: 'TextualBody', purpose: 'commenting', value: 'Ja?', format: 'text/plain' },
    ])
  })

  it('are counted as they are written', () => {
    const { total, first } = JSON.parse(annotationsToJsonLd(study))
    expect([total, first.items.length]).toEqual([7, 7])
  })

  it('that their text lost have the quote alone', () => {
    const segments = study.segments.map(each => ({
      ...each,
      quote: 'stond er ooit',
      verdict: 'lost' as const,
    }))
    for (const item of itemsOf({ ...study, segments })) {
      expect(selector(item, 'TextQuoteSelector')).toMatchObject({ exact: 'stond er ooit' })
      expect(selector(item, 'TextPositionSelector')).toBeUndefined()
    }
  })
})

describe('an annotation', () => {
  it('leads back to its words, by code points, in any text', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map(each => each.normalize())
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), (given, a, b) => {
        const characters = Array.from(given)
        const [from, to] = [Math.min(a, b), Math.max(a, b)].map(each => Math.min(each, characters.length))
        const quote = characters.slice(from, to).join('')
        const start = characters.slice(0, from).join('').length
        const [source] = awkwardStudy.sources
        const [segment] = awkwardStudy.segments
        const study = {
          ...awkwardStudy,
          sources: [{ ...source!, text: given }],
          segments: [{ ...segment!, start, end: start + quote.length, quote }],
        }
        for (const item of itemsOf(study))
          expect(selector(item, 'TextPositionSelector')).toEqual({
            type: 'TextPositionSelector',
            start: from,
            end: to,
          })
      }),
    )
  })

  it('is not there in a study without segments', () => {
    expect(JSON.parse(annotationsToJsonLd(emptyStudy))).toMatchObject({ total: 0, first: { items: [] } })
  })
})
