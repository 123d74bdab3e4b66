import type { Value } from '@codeerbank/core'
import type { Element } from 'xast'
import { guidOf } from './guid.ts'
import { defineValue } from './read-values.ts'
import { isDay, isXsdTime } from './refi-names.ts'
import type { WriteContext } from './write-context.ts'
import { carriable, piece } from './xml-piece.ts'

export type Values = Readonly<Record<string, Value>>

/** The values of a thing as elements, and as reading these would give them. */
export function writeValues(
  { variables }: WriteContext,
  values: Values,
): { readonly pieces: readonly Element[]; readonly plain: Values } {
  const pieces: Element[] = []
  const plain: Record<string, Value> = {}
  for (const [id, { type }] of variables) {
    const value = Object.hasOwn(values, id) ? values[id] : undefined
    if (value === undefined) continue
    const written = writeValue(value, type)
    pieces.push(variableValue(guidOf('variable', id), written.element, written.text))
    defineValue(plain, id, written.plain)
  }
  return { pieces, plain }
}

export function variableValue(targetGUID: string, element: string | null, text: string): Element {
  const ref = piece('VariableRef', { targetGUID })
  return element === null
    ? piece('VariableValue', {}, ref)
    : piece('VariableValue', {}, ref, piece(element, {}, text))
}

interface WrittenValue {
  readonly element: string | null
  readonly text: string
  readonly plain: Value
}

function writeValue(value: Value, type: string): WrittenValue {
  if (value === null) return { element: null, text: '', plain: null }
  const text = String(value)
  if (typeof value === 'boolean') return { element: 'BooleanValue', text, plain: value }
  if (typeof value === 'number' && /^-?\d+$/.test(text))
    return { element: 'IntegerValue', text, plain: value }
  if (typeof value === 'number' && /^-?\d+\.\d+$/.test(text))
    return { element: 'FloatValue', text, plain: value }
  if (type === 'date' && isDay(text)) return { element: 'DateValue', text, plain: text }
  if (type === 'date' && isXsdTime(text)) return { element: 'DateTimeValue', text, plain: text }
  return { element: 'TextValue', text, plain: carriable(text) }
}
