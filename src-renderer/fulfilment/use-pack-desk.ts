import { useCallback, useRef, useState } from 'react'
import type { DeskCommand } from '../../src-shared/fulfilment/command-codes.ts'
import type { Parcel, ScanResult } from '../../src-shared/fulfilment/fulfilment.ts'
import type { Settings } from '../../src-shared/settings/settings.ts'
import { client } from '../base/api.ts'
import { playSound } from '../design/sounds/sounds.ts'
import { thisDesk } from './desk.ts'
import { isAsWanted, isMissing, VERDICT_LOOK } from './verdict-look.ts'

export interface PackDesk {
  parcel: Parcel | null
  last: ScanResult | null
  /** How many verdicts were given: two alike are still two. */
  verdicts: number
  /** What was just done with the parcel that left the desk, and its number. */
  just: { what: 'packed' | 'held'; number: string } | null
  /** The row that is to be ticked by hand, waiting to be ticked once more. */
  doubted: string | null
  error: unknown
  scan(code: string): void
  /** What a command card asks of the parcel itself. */
  command(command: DeskCommand): void
  /** Opens the parcel that another desk has. */
  takeOver(): void
  /** A piece laid in, or taken out, by hand. */
  tick(key: string): void
  pack(): void
  startOver(): void
  setAside(): void
  hold(reason: string): void
  release(): void
  leaveParcel(): void
  showError(problem: unknown): void
}

export type DeskRules = Pick<Settings, 'closesByLastScan' | 'tickByHand'>

/**
 * One scan after another, in the order they came: a scanner is faster than an answer, so scans queue up and each is judged
 * with the parcel that its predecessor left on the desk.
 */
export function usePackDesk({ closesByLastScan: closes, tickByHand }: DeskRules): PackDesk {
  const [last, setLast] = useState<ScanResult | null>(null)
  const [parcel, setParcel] = useState<Parcel | null>(null)
  const [verdicts, setVerdicts] = useState(0)
  const [just, setJust] = useState<PackDesk['just']>(null)
  const [doubted, setDoubted] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const desk = useRef<{ parcel: Parcel | null; isStopped: boolean }>({ parcel: null, isStopped: false })
  const line = useRef<Promise<void>>(Promise.resolve())
  const elsewhere = useRef(false)
  /** The row ticked last: it is looked at once, not once a piece. */
  const looked = useRef<string | null>(null)

  const put = useCallback((result: ScanResult | null, next: Parcel | null) => {
    desk.current = { parcel: next, isStopped: result?.verdict === 'cancelled' }
    elsewhere.current = result?.verdict === 'at another desk'
    looked.current = null
    setDoubted(null)
    setLast(result)
    setParcel(next)
  }, [])
  const inTurn = useCallback((act: () => Promise<void>) => {
    line.current = line.current.then(act).then(
      () => setError(null),
      (problem: unknown) => {
        playSound('salah')
        setError(problem)
      },
    )
  }, [])
  const judged = useCallback(
    (result: ScanResult) => {
      playSound(
        result.parcel?.isPacked && result.verdict === 'complete' ? 'selesai' : VERDICT_LOOK[result.verdict].sound,
      )
      setJust(null)
      setVerdicts((count) => count + 1)
      put(result, result.parcel ?? desk.current.parcel)
    },
    [put],
  )

  const pack = useCallback(
    () =>
      inTurn(async () => {
        const open = desk.current.parcel
        if (!open || desk.current.isStopped || !isAsWanted(open)) return
        await client.fulfilment.pack({ parcelId: open.parcelId, desk: thisDesk })
        playSound('selesai')
        put(null, null)
        setJust({ what: 'packed', number: numberOf(open) })
      }),
    [inTurn, put],
  )
  const setAside = useCallback(
    () =>
      inTurn(async () => {
        const { parcel: open, isStopped } = desk.current
        if (!isStopped) return
        if (open) await client.fulfilment.setAside({ parcelId: open.parcelId })
        put(null, null)
      }),
    [inTurn, put],
  )
  const startOver = useCallback(
    () =>
      inTurn(async () => {
        const { parcel: open, isStopped } = desk.current
        if (!open || isStopped) return
        playSound('perintah')
        put(null, await client.fulfilment.startOver({ parcelId: open.parcelId, desk: thisDesk }))
      }),
    [inTurn, put],
  )

  return {
    parcel,
    last,
    verdicts,
    just,
    doubted,
    error,
    pack,
    setAside,
    startOver,
    showError: setError,
    hold: (reason) =>
      inTurn(async () => {
        const open = desk.current.parcel
        if (!open) return
        await client.fulfilment.hold({ orderIds: [open.orderId], reason })
        put(null, null)
        setJust({ what: 'held', number: numberOf(open) })
      }),
    release: () =>
      inTurn(async () => {
        const open = desk.current.parcel
        if (!open) return
        await client.fulfilment.release({ orderIds: [open.orderId] })
        judged(await opened(numberOf(open)))
      }),
    leaveParcel: () =>
      inTurn(async () => {
        const open = desk.current.parcel
        put(null, null)
        if (open) await client.fulfilment.leave({ parcelId: open.parcelId, desk: thisDesk })
      }),
    takeOver: () =>
      inTurn(async () => {
        const open = desk.current.parcel
        if (open) judged(await opened(numberOf(open), true))
      }),
    tick: (key) =>
      inTurn(async () => {
        const open = desk.current.parcel
        const item = open?.items.find((each) => each.key === key)
        if (!open || !item) return
        if (tickByHand === 'asked twice' && isMissing(item) && looked.current !== key) {
          looked.current = key
          playSound('perintah')
          setDoubted(key)
          return
        }
        judged(await client.fulfilment.confirmPiece({ parcelId: open.parcelId, key, desk: thisDesk, closes }))
        looked.current = key
      }),
    command: (command) => {
      if (command === 'done') pack()
      if (command === 'aside') setAside()
      if (command === 'again') startOver()
    },
    scan: (code) =>
      inTurn(async () => {
        // a stop stays until the parcel was set aside, whatever is scanned meanwhile
        if (desk.current.isStopped) return playSound('batal')
        const open = desk.current.parcel
        // a parcel that is open elsewhere makes room for the next by itself
        const parcelId = open && !elsewhere.current ? open.parcelId : null
        judged(await client.fulfilment.scan({ code, parcelId, desk: thisDesk, closes }))
      }),
  }
}

const opened = (code: string, takeOver = false) =>
  client.fulfilment.scan({ code, parcelId: null, takeOver, desk: thisDesk })

const numberOf = ({ trackingNumber, orderNumber }: Parcel) => trackingNumber || orderNumber
