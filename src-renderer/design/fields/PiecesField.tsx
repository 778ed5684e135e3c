import { Box, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { readPieces } from '../../../src-shared/kernel/written-pieces.ts'
import { useWords } from '../language.tsx'
import { NUMBERS_ONLY } from '../scanner/scanner.ts'
import { useScannedHere } from '../scanner/useScannedHere.ts'
import { piecesText } from './pieces-entry.ts'
import { useFieldText } from './useFieldText.ts'
import { useStepKeys } from './useStepKeys.ts'

export interface PiecesFieldProps {
  label: string
  value: number | null
  /** `isReadable` is false while the text is not a whole number within the limits. */
  onChange: (value: number | null, isReadable: boolean) => void
  /** Default 0. */
  least?: number
  most?: number
  /** Default `pcs`; an empty one takes no room. */
  unit?: string
  help?: string
  error?: string
  isRequired?: boolean
  hasFocusFirst?: boolean
  isLabelHidden?: boolean
}

/** Whole pieces; arrows change by one. */
export function PiecesField(props: PiecesFieldProps) {
  const { label, value, onChange, least = 0, most = 1_000_000, help, error } = props
  const w = useWords(partsWords)
  const field = useFieldText(value, piecesText)
  const read = readPieces(field.text)
  const scanned = useScannedHere()
  const scannedNote = scanned.code === null ? undefined : w.scannedHere(scanned.code, label)
  const isReadable = (pieces: number | null | undefined) =>
    pieces === null || (pieces !== undefined && pieces >= least && pieces <= most)

  const write = (next: string) => {
    const pieces = readPieces(next)
    scanned.forget()
    const meaning = isReadable(pieces) ? (pieces ?? null) : null
    field.type(next, meaning)
    onChange(meaning, isReadable(pieces))
  }
  useStepKeys()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const next = (value ?? 0) + (event.key === 'ArrowUp' ? 1 : -1)
    write(piecesText(Math.min(most, Math.max(least, next))))
  }
  return (
    <TextInput
      ref={scanned.fieldRef}
      {...NUMBERS_ONLY}
      label={props.isLabelHidden ? undefined : label}
      aria-label={props.isLabelHidden ? label : undefined}
      value={field.text}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => field.settle(isReadable(read) ? piecesText(read ?? null) : field.text)}
      inputMode="numeric"
      autoComplete="off"
      required={props.isRequired}
      withAsterisk={false}
      data-autofocus={props.hasFocusFirst || undefined}
      rightSection={
        props.unit !== '' && (
          <Box component="span" fz={14} className="quiet">
            {props.unit ?? w.piecesUnit}
          </Box>
        )
      }
      rightSectionWidth={44}
      rightSectionPointerEvents="none"
      classNames={{ input: 'right' }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={help}
      error={scannedNote ?? error ?? (isReadable(read) ? undefined : w.piecesUnreadable)}
    />
  )
}
