import type { Code, Codebook, Frame, Label, Language } from '@codeerbank/core'
import { assignIds } from './assign-ids.ts'
import { codeFinder } from './code-finder.ts'
import { defaultLevel, defaultOrigin } from './default-level.ts'
import { type FieldKey, fieldNames } from './field-keys.ts'
import { type PlacedCode, preorder } from './preorder.ts'
import { writeLabel, writeName, writeText } from './write-text.ts'

const introduction: Readonly<Record<Language, string>> = {
  nl: `Een kop of een lijstitem in **vet** is een code; die ligt onder de kop of het item waar hij onder staat. Eerst komt het Nederlands,
en na een streepje of op een eigen regel *Engels in cursief*. De alinea onder een naam is de definitie. Lijstitems zoals
\`qualifier:\` of \`literature:\` zeggen meer over dat waar zij onder staan; \`level:\`, \`origin:\` en \`id:\` staan er alleen waar zij
anders zijn dan verwacht. Vanzelf zijn koppen thema's en hoofdcodes en de items daaronder subcodes, alle drie deductief; wat
onder een subcode of een rij van een vergelijking ligt, is een bevinding, en die is inductief. Een kop met het item \`frame:\` is geen code
maar een vergelijking, en de genummerde items ervan zijn de rijen.`,
  en: `A heading or a list item in **bold** is a code; it lies under the heading or item that it stands under. Dutch comes first,
and after a dash or on a line of its own *English in italics*. The paragraph below a name is its definition. List items such as
\`qualifier:\` or \`literature:\` tell more about what they stand under; \`level:\`, \`origin:\` and \`id:\` stand only where they are
not as expected. By default headings are themes and main codes and the items below them sub-codes, all three deductive; what
lies below a sub-code or a frame row is a statement, which is inductive. A heading with the item \`frame:\` is no code but a
comparison, and its numbered items are the rows.`,
}

/**
 * Writes a codebook as Markdown for a person to read and edit; `readCodebook` tells what means what. Codes come out
 * with each parent right before its children, and then the frames. A code with a missing parent or in a cycle stands
 * at the top, so that nothing is lost; `checkCodebook` reports it.
 *
 * @param codebook the codebook; empty texts and empty lists count as absent
 * @param options `language` of the introduction that explains the file (English by default); names are there in both
 * @returns the Markdown, ending in a line end
 */
export function writeCodebook(codebook: Codebook, options: { readonly language?: Language } = {}): string {
  const { language = 'en' } = options
  const blocks: string[] = []
  if (codebook.title !== undefined) blocks.push(`# ${writeLabel(codebook.title)}`)
  blocks.push(introduction[language])
  const placed = preorder(codebook.codes)
  const stated = statedIds(placed)
  const nameOf = codeNamer(codebook.codes)
  placed.forEach((each, i) => {
    blocks.push(...codeBlocks(each, stated[i]!, nameOf))
  })
  for (const frame of codebook.frames) blocks.push(...frameBlocks(frame, nameOf))
  return `${blocks.join('\n\n')}\n`
}

/** How a frame names a code: by its label where that says which code is meant, else by its id. */
function codeNamer(codes: readonly Code[]): (id: string) => string {
  const find = codeFinder(codes)
  const labels = new Map(codes.map(code => [code.id, code.label.nl ?? code.label.en ?? '']))
  return id => {
    const label = labels.get(id)
    if (!label) return id
    const found = find(label)
    return 'severity' in found || found.id !== id ? id : label
  }
}

/** For each code its id, where reading would give it another one. */
function statedIds(placed: readonly PlacedCode[]): readonly (string | undefined)[] {
  const stated: (string | undefined)[] = placed.map(() => undefined)
  for (let round = 0; round < 3; round++) {
    const ids = assignIds(
      placed.map(({ code, parent }, i) => {
        const id = stated[i]
        return { label: code.label, parent, ...(id === undefined ? {} : { id }) }
      }),
    )
    let wrong = 0
    placed.forEach(({ code }, i) => {
      if (ids[i] === code.id) return
      stated[i] = code.id
      wrong++
    })
    if (wrong === 0) return stated
  }
  return placed.map(({ code }) => code.id)
}

function codeBlocks(
  { code, depth, above }: PlacedCode,
  id: string | undefined,
  nameOf: (id: string) => string,
): readonly string[] {
  const fields = codeFields(code, above, id, nameOf)
  const definition = writeLabel(code.definition ?? {}, '\n')
  if (depth < 2) {
    const heading = `${'#'.repeat(depth + 2)} ${writeLabel(code.label)}`
    return [heading, definition, fields.join('\n')].filter(block => block !== '')
  }
  const indent = '  '.repeat(depth - 2)
  const blocks = [`${indent}- ${writeName(code.label)}`]
  if (definition !== '') blocks.push(indented(definition, `${indent}  `))
  if (fields.length > 0) blocks.push(indented(fields.join('\n'), `${indent}  `))
  return blocks
}

function codeFields(
  code: Code,
  above: Code | undefined,
  id: string | undefined,
  nameOf: (id: string) => string,
): readonly string[] {
  const fields: string[] = []
  if (id !== undefined) fields.push(field('id', writeText(id)))
  if (code.level !== defaultLevel(above?.level)) fields.push(field('level', code.level))
  if (code.origin !== defaultOrigin(code.level)) fields.push(field('origin', code.origin))
  if (code.qualifier !== undefined) fields.push(...labelFields('qualifier', [code.qualifier]))
  for (const work of code.literature ?? []) fields.push(field('literature', writeText(work)))
  if (code.color !== undefined) fields.push(field('color', code.color))
  if (code.version !== 1) fields.push(field('version', String(code.version)))
  if (code.retired !== undefined) fields.push(field('retired', yesNo(code.retired)))
  if (code.mergedInto !== undefined) fields.push(field('mergedInto', writeText(nameOf(code.mergedInto))))
  return fields
}

function frameBlocks(frame: Frame, nameOf: (id: string) => string): readonly string[] {
  const fields = [field('frame', writeText(frame.id))]
  if (frame.table !== undefined) fields.push(field('table', String(frame.table)))
  if (frame.judged !== undefined) fields.push(field('judged', yesNo(frame.judged)))
  const blocks = [`## ${writeLabel(frame.label)}`, fields.join('\n')]
  const ids = assignIds(frame.rows.map(row => ({ label: row.label, parent: null })))
  frame.rows.forEach((row, i) => {
    const number = `${i + 1}. `
    const parts = row.codes.map(code => field('code', writeText(nameOf(code))))
    if (ids[i] !== row.id) parts.unshift(field('id', writeText(row.id)))
    parts.push(...labelFields('hint', row.hints ?? []))
    parts.push(...(row.topics ?? []).map(topic => field('topic', writeText(topic))))
    blocks.push(number + writeName(row.label))
    if (parts.length > 0) blocks.push(indented(parts.join('\n'), ' '.repeat(number.length)))
  })
  return blocks
}

function labelFields(key: FieldKey, labels: readonly Label[]): readonly string[] {
  return labels.map(label => field(key, writeLabel(label)))
}

function field(key: FieldKey, value: string): string {
  return `- ${fieldNames[key][0]}: ${value}`
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
}

function indented(block: string, indent: string): string {
  return block.replace(/^|(?<=\n)/g, indent)
}
