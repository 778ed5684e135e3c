import { useCallback, useRef, useState } from 'react'
import type { Parcel, ScanResult } from '../../src-shared/fulfilment/fulfilment.ts'
import { client } from '../base/api.ts'
import { playSound } from '../design/sounds/sounds.ts'
import { commandOf } from './command-codes.ts'
import { VERDICT_LOOK } from './verdict-look.ts'

export interface PackDesk {
  parcel: Parcel | null
  last: ScanResult | null
  /** What was just done with the parcel that left the desk, and its number. */
  just: { what: 'packed' | 'held'; number: string } | null
  error: unknown
  scan(code: string): void
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

  const put = useCallback((result: ScanResult | null, next: Parcel | null) => {
    desk.current = { parcel: next, isStopped: result?.verdict === 'cancelled' }
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
        if (!open || desk.current.isStopped || open.scanned < open.pieces) return
        await client.fulfilment.pack({ orderId: open.orderId })
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
        if (open) await client.fulfilment.setAside({ orderId: open.orderId })
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
        judged(await client.fulfilment.scan({ code: open.orderNumber, orderId: null }))
      }),
    leaveParcel: () => inTurn(async () => put(null, null)),
    confirmPiece: (key) =>
      inTurn(async () => {
        const open = desk.current.parcel
        if (open) judged(await client.fulfilment.confirmPiece({ orderId: open.orderId, key }))
      }),
    startOver: () =>
      inTurn(async () => {
        const open = desk.current.parcel
        if (open) put(null, await client.fulfilment.startOver({ orderId: open.orderId }))
      }),
    scan: (code) => {
      const command = commandOf(code)
      if (command === 'done') return pack()
      if (command === 'aside') return setAside()
      if (command) return
      inTurn(async () => {
        // a stop stays until the parcel was set aside, whatever is scanned meanwhile
        if (desk.current.isStopped) return playSound('batal')
        const open = desk.current.parcel
        // a closed parcel makes room for the next one by itself
        const orderId = open && open.state !== 'packed' && open.state !== 'handed_over' ? open.orderId : null
        judged(await client.fulfilment.scan({ code, orderId }))
      })
    },
  }
}

const numberOf = ({ trackingNumber, orderNumber }: Parcel) => trackingNumber || orderNumber
