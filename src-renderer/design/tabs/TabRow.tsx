import { Menu } from '@mantine/core'
import { type Icon, IconChevronDown } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { useWords } from '../language.tsx'
import { type Tone, toneText } from '../theme.ts'
import { nextTab } from './tab-keys.ts'

export interface TabItem<Id extends string> {
  id: Id
  label: string
  /** A number, or short words such as `36 SKU`. */
  count?: number | string
  icon?: Icon
  /** Colour of the icon. */
  tone?: Tone
}

export interface TabRowProps<Id extends string> {
  label: string
  items: readonly TabItem<Id>[]
  /** None is marked while what is shown belongs to none of them. */
  value: Id | null
  onChange: (id: Id) => void
  /** Rarely used ones, under "Lainnya". */
  more?: readonly TabItem<Id>[]
}

interface Look {
  row: string | undefined
  tab: string | undefined
  count: string | undefined
}

/** The keyboard and the roles that Tabs and SegmentedTabs share. */
export function TabRow<Id extends string>(props: TabRowProps<Id> & { look: Look }) {
  const { label, items, value, onChange, more = [], look } = props
  const w = useWords(partsWords)
  const row = useRef<HTMLDivElement>(null)
  const chosenFromMore = more.find((item) => item.id === value)
  const shown = chosenFromMore ? [...items, chosenFromMore] : items
  const reachable = shown.some((item) => item.id === value) ? value : shown[0]?.id

  const onKeyDown = (event: KeyboardEvent) => {
    const index = shown.findIndex((item) => item.id === value)
    const next = nextTab(event.key, Math.max(0, index), shown.length)
    const item = next === null ? undefined : shown[next]
    if (!item) return
    event.preventDefault()
    onChange(item.id)
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next ?? 0]?.focus()
  }
  return (
    <div className={look.row}>
      <div role="tablist" aria-label={label} ref={row} onKeyDown={onKeyDown} style={{ display: 'contents' }}>
        {shown.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            className={look.tab}
            aria-selected={item.id === value}
            tabIndex={item.id === reachable ? 0 : -1}
            onClick={() => onChange(item.id)}
          >
            {item.icon && (
              <item.icon size={15} aria-hidden style={{ color: item.tone ? toneText(item.tone) : undefined }} />
            )}
            {item.label}
            {item.count !== undefined && (
              <span className={look.count}>
                {typeof item.count === 'number' ? formatNumber(item.count) : item.count}
              </span>
            )}
          </button>
        ))}
      </div>
      {more.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className={look.tab}>
              {w.more}
              <IconChevronDown size={14} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((item) => (
              <Menu.Item key={item.id} onClick={() => onChange(item.id)}>
                {item.label} {item.count !== undefined && <span className={look.count}>{item.count}</span>}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
