import { useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { useSettings } from '../base/use-settings.ts'
import { useConfirm } from '../design/confirm.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { CancelledStop } from './CancelledStop.tsx'
import { commandOf } from './command-codes.ts'
import { DeskFrame } from './DeskFrame.tsx'
import { PackQueue } from './PackQueue.tsx'
import { ParcelFacts } from './ParcelFacts.tsx'
import { ParcelItems } from './ParcelItems.tsx'
import { PrintNotice } from './PrintNotice.tsx'
import { printParcelLabel } from './sheets.ts'
import { usePackDesk } from './use-pack-desk.ts'
import { VerdictBanner } from './VerdictBanner.tsx'

/** Meja Kemas: scan a parcel, scan its goods, close it. Verdict, next item, size and count, in that order; no prices. */
export function PackDesk() {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('code')
  const desk = usePackDesk()
  const confirm = useConfirm()
  const agrees = useLettersLacking()
  const labelSize = useSettings()?.labelSize ?? '100x150'
  const { parcel, last, scan } = desk
  const isStopped = last?.verdict === 'cancelled'
  useScanner((code) => {
    const command = commandOf(code)
    if (command === 'hold') void hold('')
    else if (command === 'print') void print()
    else if (command) desk.command(command)
    else scan(code)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address names one parcel, opened once
  useEffect(() => {
    if (asked) scan(asked)
  }, [asked])

  const hold = async (given: string) => {
    if (!parcel || parcel.isHeld) return
    const answer = given
      ? { reason: given }
      : await confirm({
          title: w.holdTitle(parcel.orderNumber),
          body: w.holdBody,
          action: w.hold,
          reason: { label: w.holdReason, isNeeded: true },
        })
    if (answer) desk.hold(answer.reason)
  }
  const print = () => parcel && printParcelLabel(parcel.orderId, labelSize, agrees).catch(desk.showError)
  useHotkey(standingShortcuts.back, () => (parcel && !isStopped ? desk.leaveParcel() : go('/')), {
    label: w.leave,
    inFields: true,
    enabled: !isStopped,
  })

  if (isStopped && last) return <CancelledStop result={last} onSetAside={desk.setAside} />
  return (
    <DeskFrame
      section="pack"
      label={w.pack}
      side={
        parcel && (
          <ParcelFacts
            parcel={parcel}
            onShort={() => hold(w.shortReason)}
            onHold={() => hold('')}
            onRelease={desk.release}
            onPrint={print}
            onStartOver={desk.startOver}
            onDone={desk.pack}
            {...(last?.verdict === 'at another desk' ? { onTakeOver: desk.takeOver } : {})}
          />
        )
      }
    >
      <VerdictBanner result={last} parcel={parcel} just={desk.just} />
      <PrintNotice error={desk.error} />
      {parcel ? (
        <ParcelItems parcel={parcel} onConfirm={desk.confirmPiece} onCode={scan} />
      ) : (
        <PackQueue onOpen={scan} />
      )}
    </DeskFrame>
  )
}
