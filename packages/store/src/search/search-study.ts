import { languages, type Span, type Study, StudyError } from '@codeerbank/core'
import { isDamage } from '../store-error.ts'
import { hitFinder } from './find-hits.ts'
import { parseSearch } from './parse-search.ts'
import {
  documentKey,
  documentsOf,
  indexState,
  type SearchDocument,
  type SearchIndex,
} from './search-index.ts'
import type { SearchQuery } from './search-query.ts'

/** A source or memo that answers a search. */
export interface SearchHit {
  readonly type: 'source' | 'memo'
  readonly id: string
  /** Where the words are, as offsets into the text of the source, or of the memo. */
  readonly spans: readonly Span[]
  /** Where words are in the title of a memo. */
  readonly titleSpans?: readonly Span[]
}

/**
 * Finds the sources and memos that answer a search.
 *
 * @param query words, `"phrases"`, `begin*`, `this OR that`, `-without`
 * @param index narrows what is read; without one, or where it gives an error, every text is
 * @param state what tells this state of the study from any other, so that an index which was made for it is used as it is
 * @returns in the order of the study, sources before memos
 * @throws StudyError where the search is empty or cannot be read
 */
export async function searchStudy(
  study: Study,
  query: string,
  index?: SearchIndex,
  state = '',
): Promise<readonly SearchHit[]> {
  const parsed = parseSearch(query)
  const documents = documentsOf(study)
  const candidates = index && (await candidatesOf(index, parsed, documents, indexState(state)))
  const titles = new Map(study.memos.map(({ id, title }) => [id, title]))
  const finders = Object.fromEntries(languages.map(language => [language, hitFinder(language, parsed)]))
  const hits: SearchHit[] = []
  for (const document of documents) {
    if (candidates !== undefined && !candidates.has(documentKey(document))) continue
    const spans = finders[document.language]!(document.text)
    if (spans.length === 0) continue
    const { type, id } = document
    const title = type === 'memo' ? titles.get(id) : undefined
    hits.push({ type, id, ...(title === undefined ? { spans } : besideTitle(spans, title.length + 1)) })
  }
  return hits
}

/** The texts that may answer a search; `undefined` for all, where the index cannot tell. */
async function candidatesOf(
  index: SearchIndex,
  query: SearchQuery,
  documents: readonly SearchDocument[],
  state: string,
): Promise<ReadonlySet<string> | undefined> {
  const ask = async () => {
    if (state === '' || (await index.state()) !== state) await index.update(documents, state)
    const found = await index.candidates(query)
    // Others may have made it an index of another state meanwhile.
    return state === '' || (await index.state()) === state ? found : undefined
  }
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    if (!isDamage(error)) return undefined
  }
  try {
    await index.renew()
    return await ask()
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    return undefined
  }
}

/** Of a memo the title stands above the text, which begins at `before`; a phrase over both is told of the title. */
function besideTitle(spans: readonly Span[], before: number): Pick<SearchHit, 'spans' | 'titleSpans'> {
  return {
    spans: spans
      .filter(({ start }) => start >= before)
      .map(({ start, end }) => ({ start: start - before, end: end - before })),
    titleSpans: spans
      .filter(({ start }) => start < before)
      .map(({ start, end }) => ({ start, end: Math.min(end, before - 1) })),
  }
}
