/** A time as transcripts write it, `mm:ss` or `hh:mm:ss`, with a fraction, or with frames as editing programs count them. */
export const clock = String.raw`\d{1,2}(?::\d{1,2}){1,3}(?:[.,;-]\d{1,3})?`

/** After a time, the one until which it lasts. */
export const until = String.raw`(?:\s{0,4}[\])]?\s{0,4}(?:-{1,2}>|[-–—])\s{0,4}[\[(]?(${clock}))?`

/** What was meant as a time and may be none: it begins as times do. */
export const meantClock = String.raw`${clock}|\d{1,3}:[\w:.,;-]{1,12}`

const unit = '(?:hours?|minutes?|seconds?|uur|uren|minuut|minuten|seconden?|Stunden?|Minuten?|Sekunden?)'

/** A time in words, as Teams reads it out: `1 hour 2 minutes 3 seconds`. */
export const spokenTime = String.raw`\d{1,3} ${unit}(?:,? (?:and |en |und )?\d{1,2} ${unit}){0,2}`

/** White space, and characters that show nothing and may stand before a label. */
export const unseen = String.raw`[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]{0,40}`
