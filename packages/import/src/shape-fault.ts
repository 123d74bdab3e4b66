import { nearestName } from '@codeerbank/codebook'
import { type ShapeFault, shapeFaults as shapeFaultsOf } from '@codeerbank/core'
import type { z } from 'zod'

/** Says in plain words where what a person wrote does not have the shape that was wanted, with the name that was likely meant. */
export function shapeFaults(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): readonly ShapeFault[] {
  return shapeFaultsOf(schema, value, issues, { nearest: nearestName, written: true })
}
