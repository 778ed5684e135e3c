import { Select, type SelectProps } from '@mantine/core'
import { useState } from 'react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { useWords } from '../language.tsx'

type Item = { value: string; label: string }

const itemsOf = (data: SelectProps['data']): Item[] =>
  (data ?? []).flatMap((each): Item[] => {
    if (typeof each !== 'object') return [{ value: String(each), label: String(each) }]
    if ('group' in each) return itemsOf(each.items as SelectProps['data'])
    return [{ value: String(each.value), label: each.label }]
  })

/**
 * One of many in a form. Letters narrow the list, Enter takes the marked one, and so does leaving the field; Ctrl+Enter on a closed list
 * is the form's own.
 */
export function Choice(props: SelectProps<string>) {
  const { data, value, onChange } = props
  const w = useWords(partsWords)
  const [typed, setTyped] = useState('')
  const items = itemsOf(data)
  const chosen = items.find((item) => item.value === value)
  /** What was typed and not taken yet is meant all the same. */
  const takeTyped = () => {
    const text = typed.trim().toLowerCase()
    const meant = items.find(({ label }) => label.toLowerCase().includes(text))
    if (text !== '' && text !== chosen?.label.toLowerCase() && meant) onChange?.(meant.value, meant)
  }
  return (
    <Select
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      allowDeselect={false}
      nothingFoundMessage={w.nothingAlike}
      {...props}
      onSearchChange={setTyped}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={takeTyped}
    />
  )
}
