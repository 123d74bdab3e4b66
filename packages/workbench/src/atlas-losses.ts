import { byId, type Study } from '@codeerbank/core'
import type { Loss } from './convert-formats.ts'

/** At most so many things are named. */
const mostNamed = 3

/** What the reports of ATLAS.ti have no place for, as far as a study has it. */
export function atlasLosses(study: Study): readonly Loss[] {
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
  const byOther = study.codings.filter(({ segment, coder }) => byId(study.segments, segment)?.by !== coder)
  const atOther = study.codings.filter(({ segment, at }) => byId(study.segments, segment)?.at !== at)
  const lost: readonly (readonly [string, readonly string[]])[] = [
    ['texts of documents', ids(study.sources)],
    ['cases, but for their names', ids(study.cases)],
    ['participants', ids(study.participants)],
    ['coders of codings that are not the maker of the segment', ids(byOther)],
    ['times of codings that are not those of the segment', ids(atOther)],
    ['codings against a code', ids(study.codings.filter(({ stance }) => stance !== undefined))],
    ['notes on codings', ids(study.codings.filter(({ memo }) => memo !== undefined))],
    ['memos', ids(study.memos)],
    ['variables', ids(study.variables)],
    ['frames, but for the codes in them', ids(study.frames)],
    ['judgements', ids(study.judgements)],
    ['screenings', ids(study.screenings)],
    ['queries', ids(study.queries)],
    ['claims', ids(study.claims)],
    ['summaries', ids(study.summaries)],
  ]
  return lost
    .filter(([, where]) => where.length > 0)
    .map(([what, where]) => ({ what, count: where.length, where: where.slice(0, mostNamed), kept: false }))
}
