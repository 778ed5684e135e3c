import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { readQuantity } from '../../catalog/pieces-with-packs.ts'
import { useWords } from '../../design/language.tsx'
import { NUMBERS_ONLY } from '../../design/scanner/scanner.ts'

export interface QuantityFieldProps {
  label: string
  value: number | null
  onChange: (pieces: number | null) => void
}

/** Pieces, typed as `3`, `2 lusin` or `1 kodi`; arrows change by one. */
export function QuantityField({ label, value, onChange }: QuantityFieldProps) {
  const w = useWords(ownSaleWords)
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    if (value !== readQuantity(typed)) setTyped(value === null ? typed : String(value))
  }
  const pieces = readQuantity(typed)
  const write = (text: string) => {
    setTyped(text)
    onChange(readQuantity(text))
  }
  return (
    <TextInput
      {...NUMBERS_ONLY}
      aria-label={label}
      size="xs"
      autoComplete="off"
      value={typed}
      classNames={{ input: 'right' }}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        write(String(Math.max(1, (pieces ?? 0) + (event.key === 'ArrowUp' ? 1 : -1))))
      }}
      onBlur={() => pieces !== null && setTyped(String(pieces))}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        pieces !== null && typed.trim() !== String(pieces) ? w.equalsPieces(formatNumber(pieces)) : undefined
      }
      error={pieces === null ? w.quantityUnreadable : undefined}
    />
  )
}
