import { Box, Flex, Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import type { GoodsName } from '../../src-shared/catalog/goods-name.ts'
import { GoodsName as GoodsPart } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { HotkeyLayer } from '../design/hotkeys/HotkeyLayer.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import type { Keys } from '../design/hotkeys/key-combination.ts'
import { frameShortcuts, standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import classes from './Palette.module.css'

export interface PaletteItem {
  id: string
  icon: ReactNode
  label: string
  /** Right of the label, quiet: buyer, state, pieces. */
  detail?: string
  /** Goods, drawn part by part instead of the label. */
  goods?: GoodsName
  /** A second line: goods, whose name may be shortened, and facts that never are. */
  below?: { goods?: GoodsName; facts: string }
  /** The key that does the same without the palette. */
  keys?: Keys
  perform: () => void
}

export interface PaletteGroup {
  title: string
  items: readonly PaletteItem[]
}

export interface PaletteProps {
  isOpen: boolean
  onClose: () => void
  query: string
  onQuery: (query: string) => void
  groups: readonly PaletteGroup[]
  /** True while the groups still answer an earlier query: Enter then waits for the list it was meant for. */
  isBehind?: boolean
}

/** Ctrl+K: one field, one list, 600 × 440. Focus stays in the field (WAI-ARIA combobox with a listbox). */
export function Palette({ isOpen, onClose, ...rest }: PaletteProps) {
  const w = useWords(appWords)
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      closeOnEscape={false}
      size={600}
      padding={0}
      yOffset={60}
      classNames={{ content: classes.content, overlay: 'veil' }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Title className="hanya-terdengar">{w.searchTitle}</Modal.Title>
        <HotkeyLayer>
          <PaletteList onClose={onClose} {...rest} />
        </HotkeyLayer>
      </Modal.Content>
    </Modal.Root>
  )
}

function PaletteList({ onClose, query, onQuery, groups, isBehind = false }: Omit<PaletteProps, 'isOpen'>) {
  const w = useWords(appWords)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [cursor, setCursor] = useState(0)
  const [isEntered, setEntered] = useState(false)
  const shown = groups.filter((group) => group.items.length > 0)
  const items = shown.flatMap((group) => group.items)
  const index = Math.min(cursor, items.length - 1)
  const current = items[index]
  const ask = (typed: string) => {
    onQuery(typed)
    setCursor(0)
    setEntered(false)
  }
  useHotkey(frameShortcuts.keyFindAnything, () => ask(''), { reach: 'everywhere', inFields: true })
  const optionId = (item: PaletteItem) => `${id}-${item.id}`

  // sooner than the dialog's own timer, since a first letter may follow Ctrl+K at once; after the dialog has noted
  // where the focus was, which it does in the effects of this very moment
  useEffect(() => queueMicrotask(() => field.current?.focus({ preventScroll: true })), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: keep the marked line in view when it moves
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [index, query])

  const choose = (item: PaletteItem) => {
    onClose()
    // The dialog gives its focus back first; only then may the act move it elsewhere.
    setTimeout(item.perform)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list that Enter was meant for has come
  useEffect(() => {
    if (!isEntered || isBehind) return
    setEntered(false)
    if (current) choose(current)
  }, [isEntered, isBehind])
  const onKeyDown = (event: KeyboardEvent) => {
    const count = items.length
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + 8,
      PageUp: index - 8,
    }
    const next = steps[event.key]
    if (next !== undefined && count > 0) {
      event.preventDefault()
      const isStep = event.key.startsWith('Arrow')
      setCursor(isStep ? (next + count) % count : Math.max(0, Math.min(count - 1, next)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      setEntered(true)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
  }
  return (
    <>
      <div className={classes.field}>
        <IconSearch size={18} aria-hidden />
        <input
          ref={field}
          className={classes.input}
          value={query}
          onChange={(event) => ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          placeholder={w.searchHint}
          role="combobox"
          aria-label={w.searchTitle}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current && optionId(current)}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <Kbd keys={standingShortcuts.back.keys} />
      </div>
      {items.length > 0 && (
        <Box
          flex={1}
          p="4px 8px 10px"
          className="scrolls"
          role="listbox"
          id={`${id}-list`}
          aria-label={w.searchTitle}
          ref={list}
          tabIndex={-1}
        >
          <GoodsNames products={items.flatMap(({ goods, below }) => (goods ?? below?.goods)?.product ?? [])}>
            {shown.map((group, position) => (
              // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role, not by fieldset
              <div key={group.title} role="group" aria-labelledby={`${id}-group-${position}`}>
                <Box p="8px 8px 3px" c="var(--lb-soga)" className="label" id={`${id}-group-${position}`}>
                  {group.title}
                </Box>
                {group.items.map((item) => (
                  // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, aria-activedescendant points here
                  // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled by the field
                  <div
                    key={item.id}
                    role="option"
                    id={optionId(item)}
                    aria-selected={item === current}
                    className={classes.option}
                    onMouseMove={() => setCursor(items.indexOf(item))}
                    onClick={() => choose(item)}
                  >
                    <span className={classes.icon} aria-hidden>
                      {item.icon}
                    </span>
                    <Box component="span" flex={1} className="cut">
                      {item.goods ? <GoodsPart goods={item.goods} /> : item.label}
                      {item.below && (
                        <Flex component="span" gap={10} align="center" className="quiet small">
                          {item.below.goods && <GoodsPart goods={item.below.goods} />}
                          <Box component="span" flex="none">
                            {item.below.facts}
                          </Box>
                        </Flex>
                      )}
                    </Box>
                    {item.detail && (
                      <Box component="span" maw="45%" className="cut quiet small">
                        {item.detail}
                      </Box>
                    )}
                    {item.keys && <Kbd keys={item.keys} />}
                  </div>
                ))}
              </div>
            ))}
          </GoodsNames>
        </Box>
      )}
      {items.length === 0 && (
        <Box component="p" p="24px 20px" className="quiet" role="status">
          {w.searchNothing(query)}
        </Box>
      )}
    </>
  )
}
