import { Textarea, TextInput } from '@mantine/core'
import { useTypedOver } from '../design/fields/useTypedOver.ts'

export interface SettingTextProps {
  label: string
  value: string
  onKeep: (value: string) => void
  help?: string
  maxLength: number
  isLong?: boolean
  /** What labels and statements cannot do without: left empty, the old value comes back. */
  isNeeded?: boolean
}

/** A typed setting: kept when the field is left or Enter is pressed, and only when it changed. */
export function SettingText({ label, value, onKeep, help, maxLength, isLong, isNeeded = false }: SettingTextProps) {
  const { typed, type, sending, saved, forget } = useTypedOver<string, string | null>(value, null)
  const keep = () => {
    const next = typed?.trim() ?? value
    if (next === value || (isNeeded && next === '')) return forget()
    sending()
    onKeep(next)
    saved()
  }
  const shared = {
    label,
    description: help,
    maxLength,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    value: typed ?? value,
    onChange: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
    onBlur: keep,
  }
  return isLong ? (
    <Textarea {...shared} autosize minRows={2} />
  ) : (
    <TextInput {...shared} onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()} />
  )
}
