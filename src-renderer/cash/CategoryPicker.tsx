import { Box, Select } from '@mantine/core'
import { type KeyboardEvent, useId } from 'react'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { choiceAt } from '../design/hotkeys/shortcuts.ts'
import classes from './cash.module.css'

export interface Category {
  code: string
  label: string
}

export interface CategoryPickerProps {
  label: string
  /** At most nine, each with its number key. */
  quick: readonly Category[]
  /** Everything else, in a list. */
  others?: readonly Category[]
  othersLabel: string
  value: string | null
  error?: string | undefined
  help?: string | undefined
  onChange: (code: string) => void
  /** After a number key: the next field. */
  onChosen: () => void
  /** Another group stands beside it; number keys are printed where they act. */
  isOneOfTwo?: boolean
}

/** What money was for: a number key or a click chooses; the rarely used ones stand in a list. */
export function CategoryPicker(props: CategoryPickerProps) {
  const { label, quick, others = [], value, error, onChange, onChosen } = props
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof HTMLInputElement && event.target.type !== 'radio') return
    const at = quick.findIndex(({ code }) => code === value)
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const chosen = /^[1-9]$/.test(event.key) ? quick[Number(event.key) - 1] : undefined
    if (chosen) {
      event.preventDefault()
      onChange(chosen.code)
      onChosen()
    } else if (step !== undefined) {
      event.preventDefault()
      const next = quick[(at + step + quick.length) % quick.length]
      if (!next) return
      onChange(next.code)
      event.currentTarget.querySelectorAll('button')[quick.indexOf(next)]?.focus()
    } else if (event.key === 'Enter' && value !== null) {
      event.preventDefault()
      onChosen()
    }
  }
  const reachable = quick.some(({ code }) => code === value) ? value : quick[0]?.code
  return (
    <div>
      <Box id={id} mb={4} className="label">
        {label}
      </Box>
      <div
        role="radiogroup"
        aria-labelledby={id}
        className={classes.categories}
        data-own-keys
        data-one-of-two={props.isOneOfTwo || undefined}
        onKeyDown={onKeyDown}
      >
        {quick.map(({ code, label: name }, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio with its number key printed on it
          <button
            key={code}
            type="button"
            role="radio"
            aria-checked={code === value}
            tabIndex={code === reachable ? 0 : -1}
            className={classes.category}
            onClick={() => onChange(code)}
          >
            <Kbd keys={choiceAt(index, name).keys} />
            <span>{name}</span>
          </button>
        ))}
      </div>
      {others.length > 0 && (
        <Select
          mt={6}
          size="xs"
          aria-label={props.othersLabel}
          placeholder={props.othersLabel}
          searchable
          data={others.map(({ code, label: name }) => ({ value: code, label: name }))}
          value={others.some(({ code }) => code === value) ? value : null}
          onChange={(code) => code && onChange(code)}
        />
      )}
      {props.help && (
        <Box mt={4} fz="xs" lh="xs" className="quiet">
          {props.help}
        </Box>
      )}
      {error && (
        <Box mt={4} fz="xs" lh="xs" className="bad" role="alert">
          {error}
        </Box>
      )}
    </div>
  )
}
