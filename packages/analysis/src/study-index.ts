import { byId, positionOf, type Source, type Study, sourceKinds, turnAt, voiceOf } from '@codeerbank/core'
import { type CodeOrder, orderCodes } from './code-order.ts'
import { type Groups, groupByKey } from './group-by-key.ts'
import { positionFinder } from './position-finder.ts'

/**
 * A study in columns, for counting. Every column has a number per coding (or per segment): the position of the thing
 * in its list of the study, or -1 where there is none.
 */
export interface StudyIndex {
  readonly codes: CodeOrder
  readonly codingCode: Int32Array
  readonly codingSegment: Int32Array
  readonly codingCoder: Int32Array
  readonly codingSource: Int32Array
  readonly codingCase: Int32Array
  /** Position in `sourceKinds`. */
  readonly codingKind: Int32Array
  /** Position in `voices`. */
  readonly codingVoice: Int32Array
  /** One key per voice of the study (`voiceOf`), and what to call it. */
  readonly voices: readonly string[]
  readonly voiceLabels: readonly string[]
  readonly segmentSource: Int32Array
  readonly segmentVoice: Int32Array
  /** Per coding 1 where it speaks against its code, otherwise 0. */
  readonly codingContradicts: Uint8Array
  /** Codings per code, by case; those without a case are left out. */
  readonly codingsOfCode: Groups
  readonly codingsOfSegment: Groups
  readonly codingsOfSource: Groups
  readonly codingsOfVoice: Groups
}

const indexes = new WeakMap<Study, StudyIndex>()

/** The index of a study: built once for each study value, in linear time. */
export function studyIndex(study: Study): StudyIndex {
  const known = indexes.get(study)
  if (known !== undefined) return known
  const index = buildIndex(study)
  indexes.set(study, index)
  return index
}

function buildIndex(study: Study): StudyIndex {
  const { segments, codings, sources } = study
  const voices = new Map<string, number>()
  const voiceLabels: string[] = []
  const voiceAt = (source: Source, start: number, end: number): number => {
    const turn = turnAt(source, start, end)
    const voice = voiceOf(source, turn)
    if (voice === undefined || turn === undefined) return -1
    const at = voices.get(voice)
    if (at !== undefined) return at
    voices.set(voice, voices.size)
    const participant =
      turn.participant === undefined ? undefined : byId(study.participants, turn.participant)
    voiceLabels.push(participant?.label ?? turn.speaker)
    return voices.size - 1
  }

  const segmentSource = new Int32Array(segments.length)
  const segmentVoice = new Int32Array(segments.length).fill(-1)
  const findSource = positionFinder(sources)
  segments.forEach((segment, i) => {
    const at = findSource(segment.source)
    segmentSource[i] = at
    const source = sources[at]
    // Where a lost segment's words stood, others may stand now: nobody is known to have said them.
    if (source !== undefined && segment.verdict !== 'lost')
      segmentVoice[i] = voiceAt(source, segment.start, segment.end)
  })
  const sourceCase = Int32Array.from(sources, source => positionOf(study.cases, source.case))
  const sourceKind = Int32Array.from(sources, source => sourceKinds.indexOf(source.kind))

  const n = codings.length
  const codingCode = new Int32Array(n)
  const codingSegment = new Int32Array(n)
  const codingCoder = new Int32Array(n)
  const codingSource = new Int32Array(n)
  const codingCase = new Int32Array(n)
  const codingKind = new Int32Array(n)
  const codingVoice = new Int32Array(n)
  const codingContradicts = new Uint8Array(n)
  const findSegment = positionFinder(segments)
  const findCoder = positionFinder(study.coders)
  for (let i = 0; i < n; i++) {
    const coding = codings[i]!
    const segment = findSegment(coding.segment)
    const source = segmentSource[segment] ?? -1
    codingCode[i] = positionOf(study.codes, coding.code)
    codingSegment[i] = segment
    codingCoder[i] = findCoder(coding.coder)
    codingSource[i] = source
    codingCase[i] = sourceCase[source] ?? -1
    codingKind[i] = sourceKind[source] ?? -1
    codingVoice[i] = segmentVoice[segment] ?? -1
    if (coding.stance === 'contradicts') codingContradicts[i] = 1
  }
  return {
    codes: orderCodes(study.codes),
    codingCode,
    codingSegment,
    codingCoder,
    codingSource,
    codingCase,
    codingKind,
    codingVoice,
    voices: [...voices.keys()],
    voiceLabels,
    segmentSource,
    segmentVoice,
    codingContradicts,
    codingsOfCode: groupByKey(
      codingCode,
      study.codes.length,
      groupByKey(codingCase, study.cases.length).items,
    ),
    codingsOfSegment: groupByKey(codingSegment, segments.length),
    codingsOfSource: groupByKey(codingSource, sources.length),
    codingsOfVoice: groupByKey(codingVoice, voices.size),
  }
}
