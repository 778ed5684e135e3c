/** Barcodes printed on the desk: the packer never reaches for the keyboard. */
const COMMAND_CODES = {
  'LB-SELESAI': 'done',
  'LB-TAHAN': 'hold',
  'LB-CETAK': 'print',
  'LB-SISIHKAN': 'aside',
  'LB-ULANG': 'again',
} as const

export type DeskCommand = (typeof COMMAND_CODES)[keyof typeof COMMAND_CODES]

/** What a scanned code asks of the desk itself; null for parcels and goods. */
export const commandOf = (code: string): DeskCommand | null =>
  COMMAND_CODES[code.trim().toUpperCase() as keyof typeof COMMAND_CODES] ?? null
