import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { commandOf } from '../../src-shared/fulfilment/command-codes.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { useSettings } from '../base/use-settings.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { playSound } from '../design/sounds/sounds.ts'
import { CancelledStop } from './CancelledStop.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { HoldParcel } from './HoldParcel.tsx'
import { NextScan } from './NextScan.tsx'
import { PackQueue } from './PackQueue.tsx'
import { ParcelFacts } from './ParcelFacts.tsx'
import { ParcelItems } from './ParcelItems.tsx'
import { PrintNotice } from './PrintNotice.tsx'
import { printParcelLabel } from './sheets.ts'
import { type DeskRules, usePackDesk } from './use-pack-desk.ts'
import { VerdictBanner } from './VerdictBanner.tsx'
import { VerdictFlash } from './VerdictFlash.tsx'
import { WORKED_ON } from './verdict-look.ts'

/** As a new shop has them, until the shop's own are known. */
const RULES: DeskRules = { closesByLastScan: true, tickByHand: 'asked twice' }

/** Meja Kemas: scan a parcel, scan its goods; the last one closes it. Verdict, next item, size and count, in that order; no prices. */
export function PackDesk() {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('code')
  const settings = useSettings()
  const desk = usePackDesk(settings ?? RULES)
  const agrees = useLettersLacking()
  const labelSize = settings?.labelSize ?? '100x150'
  const { parcel, last, scan } = desk
  const [isHolding, setHolding] = useState(false)
  const isStopped = last?.verdict === 'cancelled'
  const mayHold = parcel !== null && WORKED_ON.has(parcel.standing) && last?.verdict !== 'at another desk'
  const askWhyHeld = () => {
    if (!mayHold) return playSound('salah')
    playSound('perintah')
    setHolding(true)
  }
  useScanner((code) => {
    const command = commandOf(code)
    if (command === 'hold') askWhyHeld()
    else if (command === 'print') void print()
    else if (command) desk.command(command)
    else scan(code)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address names one parcel, opened once
  useEffect(() => {
    if (asked) scan(asked)
  }, [asked])

  const hold = (reason: string) => {
    setHolding(false)
    desk.hold(reason)
  }
  const print = () => {
    if (!parcel) return
    playSound('perintah')
    return printParcelLabel(parcel.orderId, labelSize, agrees).catch(desk.showError)
  }
  const stepBack = () => {
    if (isHolding) setHolding(false)
    else if (parcel) desk.leaveParcel()
    else go('/')
  }
  useHotkey(standingShortcuts.back, stepBack, { label: w.leave, inFields: true, enabled: !isStopped })

  if (isStopped && last) return <CancelledStop result={last} onSetAside={desk.setAside} />
  const mistake = last?.mistake ?? null
  return (
    <DeskFrame
      section="pack"
      label={w.pack}
      isFixed
      side={
        parcel &&
        !isHolding && (
          <ParcelFacts
            parcel={parcel}
            onShort={() => hold(w.shortReason)}
            onHold={askWhyHeld}
            onRelease={desk.release}
            onPrint={print}
            onStartOver={desk.startOver}
            onDone={desk.pack}
            {...(last?.verdict === 'at another desk' ? { onTakeOver: desk.takeOver } : {})}
          />
        )
      }
    >
      {settings?.verdictFlash && last && <VerdictFlash key={desk.verdicts} result={last} />}
      {parcel && isHolding ? (
        <HoldParcel parcel={parcel} onHold={hold} onStay={stepBack} />
      ) : (
        <>
          <VerdictBanner
            result={last}
            parcel={parcel}
            just={desk.just}
            doubted={parcel?.items.find(({ key }) => key === desk.doubted) ?? null}
          />
          <PrintNotice error={desk.error} />
          {parcel ? (
            <>
              <ParcelItems
                parcel={parcel}
                mistake={mistake}
                doubted={desk.doubted}
                mayTick={settings?.tickByHand !== 'never'}
                onTick={desk.tick}
              />
              <NextScan parcel={parcel} mistake={mistake} onCode={scan} />
            </>
          ) : (
            <PackQueue onOpen={scan} />
          )}
        </>
      )}
    </DeskFrame>
  )
}
