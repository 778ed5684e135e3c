import { useEffect } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { rupiahInWords } from '../../src-shared/kernel/rupiah-words.ts'
import { setUnusualAsker } from '../base/asking-link.ts'
import { useConfirm } from '../design/confirm.tsx'
import { useLocale, useWords } from '../design/language.tsx'

/** Asks about totals that the shop never had; a scanner's Enter does not agree to them. */
export function AskUnusualTotals() {
  const confirm = useConfirm()
  const { language } = useLocale()
  const w = useWords(partsWords)
  useEffect(
    () =>
      setUnusualAsker(async ({ total, largest }) => {
        const answer = await confirm({
          title: w.unusualTitle(formatRupiah(total)),
          body: w.unusualBody(rupiahInWords(total, language), largest > 0 ? formatRupiah(largest) : ''),
          action: w.unusualSave(formatRupiah(total)),
          isAmongScans: true,
        })
        return answer !== null
      }),
    [confirm, language, w],
  )
  return null
}
