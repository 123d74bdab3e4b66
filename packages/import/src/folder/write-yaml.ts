import { Document, isCollection, isScalar, visit } from 'yaml'

/** A list or mapping that holds no others goes on one line where it is at most so long. */
const widest = 100

/**
 * Writes a value as YAML for people: short lists and mappings that hold no others stand on one line, texts of several lines
 * as they are, and what is `undefined` is left out. `parse` gives back exactly the value.
 */
export function writeYaml(value: object): string {
  const document = new Document(value, { keepUndefined: false, aliasDuplicateObjects: false })
  visit(document, {
    Collection: (_, node) => {
      if (node.items.length === 0 || !node.items.every(isFlat)) return
      if (JSON.stringify(node.toJSON()).length <= widest) node.flow = true
    },
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && !isPlain(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  const unfolded = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }
  return document.toString({ ...unfolded, flowCollectionPadding: true })
}

function isFlat(item: unknown): boolean {
  const value =
    typeof item === 'object' && item !== null && 'value' in item && 'key' in item ? item.value : item
  return !isCollection(value) && !(isScalar(value) && String(value.value).includes('\n'))
}

/** Whether a text stands as it is, in lines that begin and end with something to see. */
function isPlain(text: string): boolean {
  if (/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(text) || !text.isWellFormed()) return false
  return !text.includes('\n') || (/^\S/.test(text) && /\S\n?$/.test(text) && !/^[ \t]+$|[ \t]$/m.test(text))
}
