/** What a card asks of the pack desk. */
export type DeskCommand = 'done' | 'hold' | 'print' | 'aside' | 'again'

/** Barcodes on the printed page of command cards, by what they ask: the packer never reaches for the keyboard. */
export const COMMAND_CODES: Readonly<Record<DeskCommand, string>> = {
  done: 'LB-SELESAI',
  hold: 'LB-TAHAN',
  print: 'LB-CETAK',
  aside: 'LB-SISIHKAN',
  again: 'LB-ULANG',
}

const BY_CODE = new Map(Object.entries(COMMAND_CODES).map(([command, code]) => [code, command as DeskCommand]))

/** What a scanned code asks of the desk itself; null for parcels and goods. */
export const commandOf = (code: string): DeskCommand | null => BY_CODE.get(code.trim().toUpperCase()) ?? null
