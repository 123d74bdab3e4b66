/** Names that Windows keeps to itself, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i

/** A name has at most so many bytes of UTF-8, so that endings and numbers find room within what file systems take. */
const longest = 120

/** Makes a name that any file system takes and that leads nowhere else; another one than any that was given out before. */
export function fileNamer(): (wanted: string) => string {
  const taken = new Set<string>()
  return wanted => {
    const name = fileName(wanted)
    for (let n = 1; ; n++) {
      const tried = n === 1 ? name : `${name}-${n}`
      const key = tried.normalize('NFKC').toUpperCase().toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return tried
    }
  }
}

/** A text as the name of a file or folder: without marks of paths, control characters and dots at its ends. */
function fileName(text: string): string {
  const safe = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*\uFFFD]+/gu, '-')
    .replace(/^[\s.=+@~'＝＋－＠-]+|[\s.]+$/gu, '')
    .replace(reserved, found => `${found}-`)
  const cut = within(safe).replace(/[\s.]+$/u, '')
  return cut === '' ? 'x' : cut
}

function within(name: string): string {
  let bytes = 0
  let kept = ''
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > longest) return kept
    kept += character
  }
  return name
}
