import { newId } from '../../src-shared/kernel/ids.ts'
import type { PurchaseDraft } from '../../src-shared/purchasing/purchase.ts'

/** Goods received today from CV Troso, on credit. */
export const aPurchase = (lines: PurchaseDraft['lines'], facts: Partial<PurchaseDraft> = {}): PurchaseDraft => ({
  id: newId(),
  supplierName: 'CV Troso',
  day: '2026-11-22',
  lines,
  discount: 0,
  extraCost: 0,
  paid: 0,
  paidFrom: null,
  dueDay: null,
  note: '',
  ...facts,
})
