import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { UnfinishedWork } from '../core/core-needs.ts'

const SAY_EVERY_MS = 2_000

/** What a kill cut off is finished before the shop is served; whoever waits at a terminal reads how far that is. */
export const shownInTheTerminal: UnfinishedWork = (() => {
  let said = Number.NEGATIVE_INFINITY
  return {
    onProgress(about, done, total) {
      if (performance.now() - said < SAY_EVERY_MS) return
      said = performance.now()
      console.error(
        `Menyelesaikan pekerjaan yang terputus: ${[about, `${formatNumber(done)} dari ${formatNumber(total)}`].filter(Boolean).join(', ')}`,
      )
    },
    onHalt() {
      console.error(
        'Pekerjaan yang terputus belum bisa diselesaikan. Yang sudah tersimpan aman; dicoba lagi saat Lumbung dibuka lagi.',
      )
    },
  }
})()
