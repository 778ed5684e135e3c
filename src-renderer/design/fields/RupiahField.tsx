import { Box, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { LARGEST_AMOUNT } from '../../../src-shared/kernel/limits.ts'
import { formatRupiah, type Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { useWords } from '../language.tsx'
import { NUMBERS_ONLY } from '../scanner/scanner.ts'
import { useScannedHere } from '../scanner/useScannedHere.ts'
import { type RupiahEntry, readRupiah, rupiahText, stepAmount } from './rupiah-entry.ts'
import { useFieldText } from './useFieldText.ts'
import { useStepKeys } from './useStepKeys.ts'

export interface RupiahFieldProps {
  label: string
  /** Null while empty or not readable. */
  value: Rupiah | null
  /** `isReadable` is false while the text is not an amount: do not save then. */
  onChange: (value: Rupiah | null, isReadable: boolean) => void
  /** Help below the field; the live amount takes its place while typing. */
  help?: string
  /** What to do about a refused value; shown in red below. */
  error?: string
  isRequired?: boolean
  allowsNegative?: boolean
  hasFocusFirst?: boolean
  placeholder?: string
  /** Label read out but not drawn, for fields inside tables. */
  isLabelHidden?: boolean
}

/**
 * Money as people type it (1250000, 1.250.000, Rp1.250.000, 1,25jt, 1250rb), with the amount understood shown live.
 * Not a number input: those refuse dots, swallow text and spin by one.
 */
export function RupiahField(props: RupiahFieldProps) {
  const { label, value, onChange, help, error, isRequired, allowsNegative = false } = props
  const w = useWords(partsWords)
  const field = useFieldText(value, rupiahText)
  const [wasTyped, setTyped] = useState(false)
  const scanned = useScannedHere()
  const entry = readRupiah(field.text)
  const standing = entry.kind === 'amount' ? entry.amount : null
  const isRefused = (read: RupiahEntry) =>
    read.kind === 'unreadable' || (read.kind === 'amount' && read.amount < 0 && !allowsNegative)

  const write = (next: string) => {
    const read = readRupiah(next)
    const amount = read.kind === 'amount' && !isRefused(read) ? read.amount : null
    setTyped(true)
    scanned.forget()
    field.type(next, amount)
    onChange(amount, !isRefused(read))
  }
  useStepKeys()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const next = stepAmount(value, event.key === 'ArrowUp' ? 1 : -1, 1_000, allowsNegative ? -LARGEST_AMOUNT : 0)
    write(rupiahText(next))
  }

  const scannedNote = scanned.code === null ? undefined : w.scannedHere(scanned.code, label)
  const isWrong = isRefused(entry)
  // it stays when the field is left: what lies below must not move away under the pointer
  const live = wasTyped && standing !== null && !isWrong ? w.rupiahEquals(formatRupiah(standing)) : null
  return (
    <TextInput
      ref={scanned.fieldRef}
      {...NUMBERS_ONLY}
      label={props.isLabelHidden ? undefined : label}
      aria-label={props.isLabelHidden ? label : undefined}
      value={field.text}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => field.settle(standing === null ? field.text : rupiahText(standing))}
      inputMode="text"
      autoComplete="off"
      spellCheck={false}
      required={isRequired}
      withAsterisk={false}
      data-autofocus={props.hasFocusFirst || undefined}
      placeholder={props.placeholder}
      leftSection={
        <Box component="span" fz={14} className="quiet">
          Rp
        </Box>
      }
      leftSectionWidth={34}
      classNames={{ input: 'right', description: 'quiet' }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={live ?? (isWrong ? undefined : help)}
      descriptionProps={{ 'aria-live': 'polite' }}
      error={scannedNote ?? error ?? (isWrong ? w.rupiahUnreadable : undefined)}
    />
  )
}
