import type { Study } from '../src/index.ts'

/** What names something that is not there, or stands twice. */
export function broken(of: Study): readonly string[] {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id))
  const [sources, codes, segments] = [ids(of.sources), ids(of.codes), ids(of.segments)]
  const twice = [of.sources, of.codes, of.segments, of.codings].filter(list => ids(list).size < list.length)
  return [
    ...twice.map(list => `twice: ${JSON.stringify(list)}`),
    ...of.segments.filter(each => !sources.has(each.source)).map(each => `segment ${each.id}`),
    ...of.codings
      .filter(each => !segments.has(each.segment) || !codes.has(each.code))
      .map(each => `coding ${each.id}`),
    ...of.codes
      .filter(each => each.parent !== null && !codes.has(each.parent))
      .map(each => `parent of ${each.id}`),
    ...of.codes.filter(each => isUnderItself(of, each.id)).map(each => `cycle at ${each.id}`),
    ...of.screenings.filter(each => !sources.has(each.source)).map(each => `screening ${each.id}`),
    ...of.screenings.filter(each => !codes.has(each.code)).map(each => `screened code ${each.id}`),
    ...[...of.judgements, ...of.summaries]
      .filter(each => !of.frames.some(({ id }) => id === each.frame))
      .map(each => `frame of ${each.id}`),
    ...of.frames.flatMap(({ rows }) => rows.flatMap(row => row.codes)).filter(id => !codes.has(id)),
  ]
}

function isUnderItself(of: Study, id: string): boolean {
  const parents = new Map(of.codes.map(each => [each.id, each.parent]))
  let up = parents.get(id) ?? null
  for (let steps = 0; up !== null && steps <= of.codes.length; steps++) up = parents.get(up) ?? null
  return up !== null
}
