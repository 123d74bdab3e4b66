import type { TableColumn } from '@codeerbank/core'

/** Columns of the tables below, by their labels in both languages. */
export function textColumn(id: string, nl: string, en: string): TableColumn {
  return { id, label: { nl, en }, type: 'text' }
}

export function numberColumn(id: string, nl: string, en: string): TableColumn {
  return { id, label: { nl, en }, type: 'number' }
}

/** Three decimals, as coefficients are reported. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000
}
