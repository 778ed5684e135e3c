import { guarded } from './guarded-text.ts'
import type { Table } from './table.ts'

/**
 * RFC 4180 in UTF-8; the mark at its start lets Excel know. With semicolons Excel in Indonesia opens it by a double click,
 * since the comma is the decimal sign there.
 */
export function writeCsv({ columns, rows }: Table, separator: ',' | ';' = ','): Uint8Array {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((cells) => cells.map(cell).join(separator))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'number' ? String(value) : guarded(value)
  return /[",;\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
