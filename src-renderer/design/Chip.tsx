import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Chip.module.css'
import { type Tone, toneFill, toneText } from './theme.ts'

export interface ChipProps {
  icon: Icon
  tone: Tone
  /** Calm: an icon and a word in ink. Filled: something waits for a person. */
  isFilled?: boolean
  children: ReactNode
}

/** Icon and word. Colour never speaks alone. */
export function Chip({ icon: IconPart, tone, isFilled = false, children }: ChipProps) {
  return (
    <span
      className={classes.chip}
      data-filled={isFilled || undefined}
      style={isFilled ? { background: toneFill(tone), color: toneText(tone) } : undefined}
    >
      <IconPart size={14} color={toneText(tone)} stroke={1.9} aria-hidden />
      {children}
    </span>
  )
}
