import {
  byId,
  type Code,
  type Coding,
  indexText,
  type Language,
  labelText,
  type Segment,
  type Source,
  type Study,
  type TextIndex,
  toCodePoints,
  unknownTime,
} from '@codeerbank/core'
import { pathText } from '../name-codes.ts'

export interface AnnotationOptions {
  /** Of the codes' labels; that of the study by default. */
  readonly language?: Language
  /**
   * What every identifier begins with: an address of the researcher's own, such as `https://example.org/study/`, where
   * annotations are published. `urn:codeerbank:` by default, which is a URN in form (RFC 8141) but not registered.
   */
  readonly base?: string
}

/**
 * Writes the codings of a study as Web Annotations (W3C Recommendation "Web Annotation Data Model", 2017): a JSON-LD
 * `AnnotationCollection` with an annotation a coding, since a coding has a coder and a time of its own. It is there for
 * `classifying`, as codes come from a codebook; the code is the body, with its path as a tag. Segments without codings are
 * `highlighting`; comments and memos are `commenting`; evidence against a code has a body that says so.
 *
 * The target is a source's text (UTF-8, LF), in it the quote with its surroundings (`TextQuoteSelector`) and its place in
 * Unicode code points, the end exclusive (`TextPositionSelector`, section 4.2.5: in code points and not code units). A
 * segment that its text lost has only the quote.
 */
export function annotationsToJsonLd(study: Study, options: AnnotationOptions = {}): string {
  return [...annotationsInParts(study, options)].join('')
}

/** The same in parts, an annotation at a time: a large study has more of them than one string holds. */
export function* annotationsInParts(study: Study, options: AnnotationOptions = {}): Generator<string> {
  const { language = study.language } = options
  const name = namer(options.base)
  const head = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: name('annotations'),
    type: 'AnnotationCollection',
    label: labelText(study.title, language),
    total: countAnnotations(study),
    last: name('annotations', '1'),
  }
  const page = { id: head.last, type: 'AnnotationPage', partOf: head.id, startIndex: 0 }
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[`
  // An annotation a line, so that two versions of a file can be laid side by side.
  let between = '\n'
  for (const annotation of annotationsOf(study, language, name)) {
    yield between + JSON.stringify(annotation)
    between = ',\n'
  }
  yield ']}}\n'
}

/** An annotation for each coding, and one for each segment of which there is nothing else, or that has a comment. */
function countAnnotations({ segments, codings }: Study): number {
  const coded = new Set(codings.map(coding => coding.segment))
  const alone = segments.filter(({ id, comment }) => comment !== undefined || !coded.has(id))
  return codings.length + alone.length
}

type Namer = (...parts: readonly string[]) => string

function namer(base = 'urn:codeerbank:'): Namer {
  const separator = base.endsWith('/') ? '/' : ':'
  return (...parts) => base + parts.map(part => encodeURIComponent(part.toWellFormed())).join(separator)
}

interface TextualBody {
  readonly type: 'TextualBody'
  readonly purpose: 'tagging' | 'commenting' | 'assessing'
  readonly value: string
  readonly format: 'text/plain'
  readonly language?: Language
}

function* annotationsOf(study: Study, language: Language, name: Namer): Generator<object> {
  const codings = Map.groupBy(study.codings, coding => coding.segment)
  const targetOf = targets(study, name)
  const tags = new Map(study.codes.map(code => [code.id, tagOf(study.codes, code, language)]))
  for (const segment of study.segments) {
    const target = targetOf(segment)
    const own = codings.get(segment.id) ?? []
    const made = (type: string, id: string, motivation: string, by: string, at: string) => ({
      id: name(type, id),
      type: 'Annotation',
      motivation,
      creator: creatorOf(study, by, name),
      ...(at === unknownTime ? {} : { created: utc(at) }),
    })
    const { id, by, at, comment } = segment
    if (comment !== undefined)
      yield { ...made('segment', id, 'commenting', by, at), body: [textual('commenting', comment)], target }
    else if (own.length === 0) yield { ...made('segment', id, 'highlighting', by, at), target }
    for (const coding of own)
      yield {
        ...made('coding', coding.id, 'classifying', coding.coder, coding.at),
        body: bodiesOf(coding, tags, name),
        target,
      }
  }
}

function bodiesOf(coding: Coding, tags: ReadonlyMap<string, TextualBody>, name: Namer): readonly object[] {
  const tag = tags.get(coding.code)
  return [
    { type: 'SpecificResource', purpose: 'classifying', source: name('code', coding.code) },
    ...(tag === undefined ? [] : [tag]),
    ...(coding.stance === undefined ? [] : [textual('assessing', coding.stance)]),
    ...(coding.memo === undefined ? [] : [textual('commenting', coding.memo)]),
  ]
}

function tagOf(codes: readonly Code[], code: Code, language: Language): TextualBody {
  const other = language === 'nl' ? 'en' : 'nl'
  return {
    ...textual('tagging', pathText(codes, code, language)),
    language: code.label[language] === undefined ? other : language,
  }
}

function textual(purpose: TextualBody['purpose'], value: string): TextualBody {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' }
}

function creatorOf(study: Study, by: string, name: Namer): object {
  const coder = byId(study.coders, by)
  return coder === undefined
    ? { id: name('agent', by), type: 'Software', name: by }
    : { id: name('coder', by), type: 'Person', name: coder.label }
}

function targets(study: Study, name: Namer): (segment: Segment) => object {
  const indexes = new Map<string, TextIndex>()
  const indexOf = (source: Source) => {
    const known = indexes.get(source.id)
    if (known !== undefined) return known
    const index = indexText(source.text)
    indexes.set(source.id, index)
    return index
  }
  return ({ source: id, start, end, quote, prefix, suffix }) => {
    const source = byId(study.sources, id)
    const stands = source !== undefined && source.text.slice(start, end) === quote
    return {
      source: name('source', id),
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: quote,
          ...(prefix === '' ? {} : { prefix }),
          ...(suffix === '' ? {} : { suffix }),
        },
        ...(stands
          ? [
              {
                type: 'TextPositionSelector',
                start: toCodePoints(indexOf(source), start),
                end: toCodePoints(indexOf(source), end),
              },
            ]
          : []),
      ],
    }
  }
}

/** A time in UTC, as the model asks for (section 3.3.1); what is no time, such as one on 31 February, stays as it is. */
function utc(at: string): string {
  const time = new Date(at)
  const day = new Date(at.slice(0, 10))
  const isTime = [time, day].every(each => !Number.isNaN(each.getTime()))
  if (!isTime || day.toISOString().slice(0, 10) !== at.slice(0, 10)) return at
  return time.toISOString().replace('.000Z', 'Z')
}
