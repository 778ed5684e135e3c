import { useCallback, useRef, useState } from 'react'
import type { Parcel, ScanResult } from '../../src-shared/fulfilment/fulfilment.ts'
import { client } from '../base/api.ts'
import { playSound } from '../design/sounds/sounds.ts'
import type { DeskCommand } from './command-codes.ts'
import { thisDesk } from './desk.ts'
import { VERDICT_LOOK } from './verdict-look.ts'

export interface PackDesk {
  parcel: Parcel | null
  last: ScanResult | null
  /** What was just done with the parcel that left the desk, and its number. */
  just: { what: 'packed' | 'held'; number: string } | null
  error: unknown
  scan(code: string): void
  /** What a command card asks of the parcel itself. */
  command(command: DeskCommand): void
  /** Opens the parcel that another desk has. */
  takeOver(): void
  confirmPiece(key: string): void
  pack(): void
  startOver(): void
  setAside(): void
  hold(reason: string): void
  release(): void
  leaveParcel(): void
  showError(problem: unknown): void
}

/**
 * One scan after another, in the order they came: a scanner is faster than an answer, so scans queue up and each is judged
 * with the parcel that its predecessor left on the desk.
 */
export function usePackDesk(): PackDesk {
  const [last, setLast] = useState<ScanResult | null>(null)
  const [parcel, setParcel] = useState<Parcel | null>(null)
  const [just, setJust] = useState<PackDesk['just']>(null)
  const [error, setError] = useState<unknown>(null)
  const desk = useRef<{ parcel: Parcel | null; isStopped: boolean }>({ parcel: null, isStopped: false })
  const line = useRef<Promise<void>>(Promise.resolve())
  const elsewhere = useRef(false)

  const put = useCallback((result: ScanResult | null, next: Parcel | null) => {
    desk.current = { parcel: next, isStopped: result?.verdict === 'cancelled' }
    elsewhere.current = result?.verdict === 'at another desk'
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
      playSound(VERDICT_LOOK[result.verdict].sound)
      setJust(null)
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

  return {
    parcel,
    last,
    just,
    error,
    pack,
    setAside,
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
    confirmPiece: (key) =>
      inTurn(async () => {
        const open = desk.current.parcel
        if (open) judged(await client.fulfilment.confirmPiece({ parcelId: open.parcelId, key, desk: thisDesk }))
      }),
    startOver: () =>
      inTurn(async () => {
        const open = desk.current.parcel
        if (open) put(null, await client.fulfilment.startOver({ parcelId: open.parcelId, desk: thisDesk }))
      }),
    command: (command) => {
      if (command === 'done') pack()
      if (command === 'aside') setAside()
    },
    scan: (code) =>
      inTurn(async () => {
        // a stop stays until the parcel was set aside, whatever is scanned meanwhile
        if (desk.current.isStopped) return playSound('batal')
        const open = desk.current.parcel
        // a closed parcel makes room for the next one by itself
        const parcelId = open && isOpen(open, elsewhere.current) ? open.parcelId : null
        judged(await client.fulfilment.scan({ code, parcelId, desk: thisDesk }))
      }),
  }
}

const opened = (code: string, takeOver = false) =>
  client.fulfilment.scan({ code, parcelId: null, takeOver, desk: thisDesk })

/** Goods may be scanned into it here; a closed parcel, or one that is open elsewhere, makes room for the next by itself. */
const isOpen = ({ isPacked, items }: Parcel, isElsewhere: boolean) =>
  !isElsewhere && (!isPacked || !isAsWanted({ items }))

/** Every item lies in the parcel as often as the order asks for it. */
export const isAsWanted = ({ items }: Pick<Parcel, 'items'>) => items.every(({ pieces, scanned }) => pieces === scanned)

const numberOf = ({ trackingNumber, orderNumber }: Parcel) => trackingNumber || orderNumber
