import { oc } from '@orpc/contract'
import { z } from 'zod'
import { cashRefusals } from '../cash/cash.refusals.ts'
import { dated } from '../inventory/inventory.contract.ts'
import { BusinessDay } from '../kernel/business-day.ts'
import { HandedFile } from '../kernel/carried-file.ts'
import { Id } from '../kernel/ids.ts'
import { PageInput, PlainText, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { Rupiah } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'
import { isMeant, unusualRefusals } from '../ledger/unusual.refusals.ts'
import { ordersRefusals } from '../orders/orders.refusals.ts'
import {
  ClaimDraft,
  EvidenceDraft,
  InspectionDraft,
  RefundDraft,
  Return,
  ReturnCounts,
  ReturnRow,
  ReturnScan,
  ReturnTab,
} from './return.ts'
import { returnsRefusals } from './returns.refusals.ts'

const ofOrder = pick(ordersRefusals, 'ORDER_NOT_FOUND')
const came = { ...ofOrder, ...pick(returnsRefusals, 'GOODS_NEVER_LEFT') }
const undo = z.object({ id: Id, reason: PlainText(500).pipe(z.string().min(3)) })
const steps = pick(returnsRefusals, 'RETURN_STEP_NOT_FOUND')
const money = { ...dated, ...pick(returnsRefusals, 'REFUND_TOO_HIGH'), ...pick(cashRefusals, 'WRONG_ACCOUNT') }

export const returnsContract = {
  /** One tab: what waits the longest first, the others newest first. With `query` those whose number, waybill, buyer or goods begin so. */
  list: oc
    .route({ method: 'GET', path: '/returns' })
    .input(PageInput.extend({ tab: ReturnTab, query: z.string().max(100).default('') }))
    .output(page(ReturnRow).extend({ counts: ReturnCounts })),
  get: oc
    .route({ method: 'GET', path: '/returns/{orderId}' })
    .input(z.object({ orderId: Id }))
    .output(Return)
    .errors(ofOrder),
  /** The return waybill, the waybill the parcel left with, or the order number. Never refuses: the verdict says it. */
  scan: oc
    .route({ method: 'POST', path: '/returns/scan' })
    .input(z.object({ code: z.string().max(128) }))
    .output(ReturnScan),
  /** The parcel is here, whether the channel has told of it or not. `waybill` is the one it came back with, when another. */
  receive: oc
    .route({ method: 'POST', path: '/returns/receive' })
    .input(z.object({ orderId: Id, waybill: PlainText(60) }))
    .output(Return)
    .errors(came),
  undoReceive: oc
    .route({ method: 'POST', path: '/returns/receive/undo' })
    .input(z.object({ orderId: Id, reason: undo.shape.reason }))
    .output(Return)
    .errors(ofOrder),
  /** Cek Kondisi. The same ids again are the same inspection. */
  inspect: oc
    .route({ method: 'POST', path: '/returns/inspect' })
    .input(InspectionDraft)
    .output(Return)
    .errors({ ...came, ...money, ...pick(returnsRefusals, 'MORE_THAN_LEFT') }),
  undoInspection: oc.route({ method: 'POST', path: '/returns/inspect/undo' }).input(undo).output(Return).errors(steps),
  /** Money given back to the buyer, with or without goods, on the day it happened. */
  refund: oc
    .route({ method: 'POST', path: '/returns/refund' })
    .input(RefundDraft)
    .output(Return)
    .errors({ ...came, ...money }),
  undoRefund: oc.route({ method: 'POST', path: '/returns/refund/undo' }).input(undo).output(Return).errors(steps),
  /** Klaim: a status until it is paid; only then is there money to book. */
  claim: oc.route({ method: 'POST', path: '/returns/claim' }).input(ClaimDraft).output(Return).errors(came),
  claimPaid: oc
    .route({ method: 'POST', path: '/returns/claim/paid' })
    .input(z.object({ id: Id, day: BusinessDay, amount: Rupiah.min(1), account: AccountCode, isMeant }))
    .output(Return)
    .errors({
      ...dated,
      ...steps,
      ...unusualRefusals,
      ...pick(returnsRefusals, 'CLAIM_ALREADY_PAID'),
      ...pick(cashRefusals, 'WRONG_ACCOUNT'),
    }),
  claimRefused: oc
    .route({ method: 'POST', path: '/returns/claim/refused' })
    .input(undo)
    .output(Return)
    .errors({ ...steps, ...pick(returnsRefusals, 'CLAIM_ALREADY_PAID') }),
  /** Takes back the newest thing said of a claim: its payment or refusal, else the claim itself. */
  undoClaim: oc.route({ method: 'POST', path: '/returns/claim/undo' }).input(undo).output(Return).errors(steps),
  evidence: {
    /** A photo or clip; its bytes decide what it is, and its SHA-256 is kept with the moment. */
    add: oc
      .route({ method: 'POST', path: '/returns/evidence' })
      .input(EvidenceDraft)
      .output(Return)
      .errors({
        ...ofOrder,
        ...pick(returnsRefusals, 'EVIDENCE_NOT_READABLE', 'EVIDENCE_TOO_LARGE', 'EVIDENCE_FULL'),
      }),
    get: oc
      .route({ method: 'GET', path: '/returns/evidence/{id}' })
      .input(z.object({ id: Id }))
      .output(HandedFile)
      .errors(steps),
    /** All evidence of one return as one ZIP, with a list of times and SHA-256 sums. */
    export: oc
      .route({ method: 'GET', path: '/returns/{orderId}/evidence' })
      .input(z.object({ orderId: Id }))
      .output(HandedFile)
      .errors(ofOrder),
  },
}
