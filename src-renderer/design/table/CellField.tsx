import type { ClipboardEvent, KeyboardEvent, MouseEvent, Ref } from 'react'
import { NUMBERS_ONLY } from '../scanner/scanner.ts'
import classes from './CellField.module.css'

export interface CellFieldProps {
  /** Read out: the column and the row. */
  label: string
  value: string
  onChange: (typed: string) => void
  /** Numbers and money stand right, codes in mono. Default `text`. */
  kind?: 'text' | 'code' | 'number'
  /** Why what stands here cannot be saved. */
  error?: string | undefined
  /** Named so that keys can find the next one: `pieces/3`. */
  place?: string
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  onBlur?: () => void
  onFocus?: () => void
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
  onMouseDown?: (event: MouseEvent<HTMLInputElement>) => void
  /** One of several cells that the next act is about. */
  isMarked?: boolean
  placeholder?: string
  maxLength?: number
  fieldRef?: Ref<HTMLInputElement>
}

/** A field inside a table: as high as its row, its text chosen whole when it is entered. */
export const CellField = (props: CellFieldProps) => (
  <input
    ref={props.fieldRef}
    className={props.kind === 'number' ? `${classes.field} right` : classes.field}
    aria-label={props.label}
    aria-invalid={props.error ? true : undefined}
    title={props.error}
    data-kind={props.kind ?? 'text'}
    data-place={props.place}
    {...(props.kind === 'number' ? NUMBERS_ONLY : {})}
    autoComplete="off"
    spellCheck={false}
    value={props.value}
    placeholder={props.placeholder}
    maxLength={props.maxLength ?? 60}
    onChange={(event) => props.onChange(event.currentTarget.value)}
    onKeyDown={props.onKeyDown}
    onBlur={props.onBlur}
    onPaste={props.onPaste}
    onMouseDown={props.onMouseDown}
    data-marked={props.isMarked || undefined}
    onFocus={(event) => {
      event.currentTarget.select()
      props.onFocus?.()
    }}
  />
)

/** Goes to a named field once it is drawn; lists that draw only what is seen may need a moment. */
export function goToPlace(place: string, tries = 6) {
  const field = document.querySelector<HTMLInputElement>(`[data-place="${CSS.escape(place)}"]`)
  if (field) field.focus()
  else if (tries > 0) requestAnimationFrame(() => goToPlace(place, tries - 1))
}
