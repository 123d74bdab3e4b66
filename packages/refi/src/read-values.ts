import { type XmlElement, xmlText } from '@codeerbank/archive'
import type { Value } from '@codeerbank/core'
import { partsOf } from './element-parts.ts'
import { targetGuid } from './raw-selection.ts'

/** Gives a thing the value of a variable, whatever the id of that is: assigning to `__proto__` would say nothing. */
export function defineValue(values: Record<string, Value>, variable: string, value: Value): void {
  Object.defineProperty(values, variable, { value, enumerable: true, configurable: true, writable: true })
}

/** The variable and the value of a `VariableValue`; `null` where it names no variable. */
export function readValue(element: XmlElement): { readonly variable: string; readonly value: Value } | null {
  const [ref] = partsOf(element, 'VariableRef')
  const variable = ref && targetGuid(ref)
  if (variable === null || variable === undefined) return null
  const found = element.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name !== 'VariableRef',
  )
  return { variable, value: found === undefined ? null : typedValue(found.name, xmlText(found)) }
}

function typedValue(name: string, text: string): Value {
  if (name === 'TextValue') return text
  const plain = text.trim()
  if (plain === '') return null
  if (name === 'BooleanValue' && /^(?:true|false|[01])$/i.test(plain))
    return plain === '1' || plain.toLowerCase() === 'true'
  if (name !== 'IntegerValue' && name !== 'FloatValue') return plain
  const number = Number(plain.replace(',', '.'))
  return Number.isFinite(number) ? number : plain
}
