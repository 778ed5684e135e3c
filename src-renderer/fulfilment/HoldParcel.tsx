import { Box, Flex, Stack } from '@mantine/core'
import { IconArrowBackUp, IconPlayerPause } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Parcel } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Columns } from '../design/Columns.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { choiceAt } from '../design/hotkeys/shortcuts.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { playSound } from '../design/sounds/sounds.ts'
import classes from './desk.module.css'

const REASONS = [0, 1, 2, 3] as const
const SHORTEST = 3

export interface HoldParcelProps {
  parcel: Parcel
  onHold: (reason: string) => void
  onStay: () => void
}

/** Why a parcel is held: one key for the usual reasons. Nothing is scanned behind it; a scan only says so. */
export function HoldParcel({ parcel, onHold, onStay }: HoldParcelProps) {
  const w = useWords(packWords)
  const [own, setOwn] = useState('')
  const [problem, setProblem] = useState<'scanned' | 'too short' | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useScanner(() => {
    playSound('salah')
    setProblem('scanned')
  })
  useHotkey(choiceAt(REASONS.length, w.holdOwn), () => field.current?.focus())
  const holdAsWritten = () => (own.trim().length < SHORTEST ? setProblem('too short') : onHold(own.trim()))
  return (
    <Stack
      component="form"
      gap={16}
      maw={900}
      onSubmit={(event) => {
        event.preventDefault()
        holdAsWritten()
      }}
    >
      <Flex component="h2" gap={16} align="center" lh="44px" fz={34} className="serif">
        <IconPlayerPause size={40} stroke={1.75} aria-hidden /> {w.holdReason}
        <span className="nowrap mono">{parcel.trackingNumber || parcel.orderNumber}</span>
      </Flex>
      <p className="quiet">{w.holdBody}</p>
      <Columns of="1fr 1fr" gap={12}>
        {REASONS.map((at) => (
          <Reason key={at} at={at} reason={w.holdReasons(at)} onHold={onHold} />
        ))}
      </Columns>
      <div className={classes.typedCode}>
        <input
          ref={field}
          className={classes.typed}
          value={own}
          maxLength={200}
          placeholder={`${w.holdOwn}: ${w.holdOwnHow}`}
          aria-label={w.holdOwn}
          aria-keyshortcuts={ariaKeys(choiceAt(REASONS.length, w.holdOwn).keys)}
          autoComplete="off"
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <Kbd keys={choiceAt(REASONS.length, w.holdOwn).keys} />
      </div>
      <Box component="p" mih={30} className="bad" role="alert">
        {problem === 'scanned' ? w.holdFirst : problem === 'too short' ? w.holdOwnNeeds : ''}
      </Box>
      <ActionButton
        label={w.stay}
        icon={IconArrowBackUp}
        size="desk"
        shortcut={standingShortcuts.back}
        listens={false}
        onAct={onStay}
      />
    </Stack>
  )
}

function Reason({ at, reason, onHold }: { at: number; reason: string; onHold: (reason: string) => void }) {
  const shortcut = choiceAt(at, reason)
  return <ActionButton label={reason} size="desk" isWide shortcut={shortcut} onAct={() => onHold(reason)} />
}
