/** A PDF of pages with lines at heights, written by hand: `[[x, y, words], ...]` a page. */
export function pdfFile(
  pages: readonly (readonly (readonly [x: number, y: number, words: string])[])[],
  extra = '',
): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  pages.forEach((lines, i) => {
    const words = lines.map(([x, y, text]) => `BT /F 10 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n')
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${5 + 2 * i} 0 R/Resources<</Font<</F 3 0 R>>>>${extra}>>`,
      `<</Length ${words.length}>>\nstream\n${words}\nendstream`,
    )
  })
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const end = `trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  const whole = `${file}xref\n0 ${count}\n0000000000 65535 f \n${table}${end}`
  return Uint8Array.from(Buffer.from(whole, 'latin1'))
}
