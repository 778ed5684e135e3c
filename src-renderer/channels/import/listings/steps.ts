import { listingsImportWords } from '../../../../src-shared/channels/listings-import.words.ts'
import type { ListingsOutcome } from '../../../../src-shared/channels/listings-outcome.ts'
import type { Language } from '../../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import { handOverGoods } from '../../goods/handed-over.ts'
import { importWork } from '../../import-work.ts'
import type { NextStep } from '../next-step.ts'

/** After a list of products its goods are mapped, and the file may go back with our stock and prices. */
export function listingSteps({ unmapped, shopId }: ListingsOutcome, language: Language): NextStep[] {
  const w = listingsImportWords[language]
  return [
    ...(unmapped > 0 ? [{ label: w.nextMap(formatNumber(unmapped)), why: w.nextMapWhy, path: '/toko/pemetaan?' }] : []),
    {
      label: w.nextCompare,
      why: w.nextCompareWhy,
      path: '/toko/kanal',
      before: () => handOverGoods(importWork.chosen(), shopId),
    },
  ]
}
