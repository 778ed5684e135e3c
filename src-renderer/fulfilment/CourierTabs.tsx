import { Box, Flex } from '@mantine/core'
import type { HandoverGroup } from '../../src-shared/fulfilment/fulfilment.ts'
import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { labelWords } from '../../src-shared/fulfilment/labels.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { choiceAt } from '../design/hotkeys/shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import classes from './handover.module.css'

export interface CourierTabsProps {
  groups: readonly HandoverGroup[]
  chosen: string | null
  markedOf: (group: HandoverGroup) => number
  onChoose: (courier: string) => void
}

/** The couriers that parcels wait for, each with its key and how far its pile is. */
export function CourierTabs({ groups, chosen, markedOf, onChoose }: CourierTabsProps) {
  const w = useWords(handoverWords)
  return (
    <Flex component="nav" gap={10} wrap="wrap" flex="none" aria-label={w.couriers}>
      {groups.map((group, index) => (
        <CourierTab
          key={group.courier}
          group={group}
          index={index}
          marked={markedOf(group)}
          isChosen={group.courier === chosen}
          onChoose={() => onChoose(group.courier)}
        />
      ))}
    </Flex>
  )
}

interface CourierTabProps {
  group: HandoverGroup
  index: number
  marked: number
  isChosen: boolean
  onChoose: () => void
}

const MOST_KEYS = 9

function CourierTab({ group: { courier, parcels, staying }, index, marked, isChosen, onChoose }: CourierTabProps) {
  const w = useWords(handoverWords)
  const { courierUnknown } = useWords(labelWords)
  const name = courier || courierUnknown
  const shortcut = index < MOST_KEYS ? choiceAt(index, name) : undefined
  useHotkey(shortcut, onChoose)
  const ready = w.ready(formatNumber(parcels.length))
  return (
    <button
      type="button"
      className={classes.courier}
      aria-current={isChosen || undefined}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut.keys)}
      onClick={onChoose}
    >
      {shortcut && <Kbd keys={shortcut.keys} />}
      <Box component="strong" fz={21} lh="26px">
        {name}
      </Box>
      <Box component="span" fz={17} lh="22px" className="quiet">
        {marked > 0 ? `${formatNumber(marked)}/${ready}` : ready}
        {staying.length > 0 && <span className="doubtful">, {w.stayingShort(formatNumber(staying.length))}</span>}
      </Box>
    </button>
  )
}
