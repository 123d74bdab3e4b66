import type { Stretch } from './labels-in.ts'

/** What programs write around what is said, each on a line of its own. */
const written = [
  // Otter, TurboScribe.
  String.raw`[([]?Transcribed (?:by|with) [^\n]{1,120}`,
  // GoTranscript.
  String.raw`\[END OF (?:TRANSCRIPT|AUDIO|RECORDING)\]`,
  // Teams.
  String.raw`[^\n:]{1,80} (?:(?:started|stopped) transcription|heeft (?:de )?transcriptie (?:gestart|gestopt|beëindigd)|hat die Transkription (?:gestartet|beendet)|a (?:démarré|lancé|arrêté) la transcription)`,
  // Google Meet.
  String.raw`(?:Meeting ended after|Transcription ended after|Vergadering beëindigd na|Besprechung nach) \d{1,2}:\d{2}:\d{2}[^\n]{0,20}`,
  String.raw`This editable transcript was computer generated and might contain errors\.[^\n]{0,120}`,
]

const line = new RegExp(String.raw`^[ \t]{0,8}[*_]{0,3}(?:${written.join('|')})[*_]{0,3}[ \t]*$`, 'gm')

/** The lines of a transcript that the program wrote and nobody says. */
export function programLines(text: string): readonly Stretch[] {
  return Array.from(text.matchAll(line), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
}
