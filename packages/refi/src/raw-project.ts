import type { XmlElement } from '@codeerbank/archive'

/** A project as its file has it: sources in a form of their own, the rest as elements. */
export interface RawProject {
  readonly attributes: Readonly<Record<string, string>>
  readonly users: XmlElement[]
  readonly codes: XmlElement[]
  readonly variables: XmlElement[]
  readonly cases: XmlElement[]
  readonly sources: RawSource[]
  readonly notes: XmlElement[]
  readonly links: XmlElement[]
  readonly sets: XmlElement[]
  /** The project's own `Description` and `NoteRef`s. */
  readonly own: XmlElement[]
  /** The text sources that stand for a media source, by its GUID. */
  readonly standIns: Map<string, string[]>
}

/** A source with a text, or a transcript or representation that stands for one. */
export interface RawSource {
  readonly guid: string
  readonly title: string
  readonly line: number
  readonly path: string | undefined
  readonly content: string | undefined
  /** Whether there is a file with rich text. */
  readonly rich: boolean
  readonly description: string | undefined
  readonly by: string | null
  readonly at: string | undefined
  readonly selections: readonly RawSelection[]
  /** Codings of the source as a whole. */
  readonly codings: readonly RawCoding[]
  readonly notes: readonly string[]
  readonly values: readonly XmlElement[]
  readonly syncPoints: readonly SyncPoint[]
}

/** A stretch of a text, counted as the project counts. */
export interface RawSelection {
  readonly guid: string
  readonly name: string
  readonly start: number
  readonly end: number
  readonly description: string | undefined
  readonly by: string | null
  readonly at: string | undefined
  readonly codings: readonly RawCoding[]
  readonly notes: readonly string[]
  readonly line: number
  /** The stretch is between two synchronisation points, not one that a person marked to the letter. */
  readonly synced?: boolean
  /** The words that a mark on a page covers, to be looked for in the text: it has no positions there. */
  readonly words?: string
}

export interface RawCoding {
  readonly guid: string
  readonly code: string | null
  readonly by: string | null
  readonly at: string | undefined
  readonly notes: readonly string[]
  readonly line: number
}

/** Where in a transcript the recording is at a time, in milliseconds. */
export interface SyncPoint {
  readonly guid: string
  readonly position: number
  readonly time: number
}
