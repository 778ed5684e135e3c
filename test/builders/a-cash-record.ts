import type { CashEvent, CashRecordDraft } from '../../src-shared/cash/cash-record.ts'
import { newId } from '../../src-shared/kernel/ids.ts'

/** A movement of money on 22 November 2026, ready to be recorded. */
export const aCashRecord = (event: CashEvent, { day = '2026-11-22', note = '' } = {}): CashRecordDraft => ({
  id: newId(),
  day,
  note,
  event,
})
