import { byId, codeLineage, type EmptyReason, type FrameRow, type Study } from '@codeerbank/core'

/**
 * Says why a cell of a comparison is empty. In this order: the case has no sources; the row names topics, and no source
 * of the case that says which topics it had has one of them; some source of the case was not read through with each of
 * the row's codes in mind (or one above it); it was, but under an older definition; otherwise the codes were looked for
 * and are absent. A study without screenings, and a row without codes,
 * say only `no codings`.
 */
export function emptyReasons(study: Study): (inCase: string, rows: readonly FrameRow[]) => EmptyReason {
  const sourcesOf = Map.groupBy(study.sources, source => source.case)
  const screened = new Map<string, number>()
  for (const { source, code, codeVersion } of study.screenings) {
    const key = `${source}\n${code}`
    screened.set(key, Math.max(screened.get(key) ?? 0, codeVersion))
  }
  /** Whether a source was read with a code in mind, and under which state of its definition. */
  const reading = (source: string, codeId: string): 'none' | 'older' | 'current' => {
    const code = byId(study.codes, codeId)
    if (code === undefined) return 'none'
    let best: 'none' | 'older' = 'none'
    for (const each of codeLineage(study.codes, code)) {
      const version = screened.get(`${source}\n${each.id}`)
      if (version === undefined) continue
      if (version >= each.version) return 'current'
      best = 'older'
    }
    return best
  }
  return (inCase, rows) => {
    const sources = sourcesOf.get(inCase) ?? []
    if (sources.length === 0) return 'no sources'
    const topics = rows.flatMap(row => row.topics ?? [])
    const telling = sources.filter(source => source.topics !== undefined)
    if (topics.length > 0 && telling.length > 0)
      if (!telling.some(source => source.topics!.some(topic => topics.includes(topic)))) return 'not asked'
    if (study.screenings.length === 0) return 'no codings'
    const readings = sources.flatMap(source =>
      rows.flatMap(row => row.codes.map(code => reading(source.id, code))),
    )
    if (readings.length === 0) return 'no codings'
    if (readings.includes('none')) return 'not yet read'
    return readings.includes('older') ? 'coded under an older definition' : 'looked for and absent'
  }
}
