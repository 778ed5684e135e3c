import { api } from '../api.ts'
import type { FulfilmentService } from './fulfilment.service.ts'

export const fulfilmentRouter = ({ desk, handover, printing, stickers }: FulfilmentService) => ({
  progress: api.fulfilment.progress.handler(() => desk.progress()),
  queue: api.fulfilment.queue.handler(({ input }) => desk.queue(input.limit)),
  scan: api.fulfilment.scan.handler(({ input }) => desk.scan(input)),
  confirmPiece: api.fulfilment.confirmPiece.handler(({ input }) => desk.confirmPiece(input)),
  startOver: api.fulfilment.startOver.handler(({ input }) => desk.startOver(input.parcelId, input.desk)),
  pack: api.fulfilment.pack.handler(({ input }) => desk.pack(input.parcelId, input.desk)),
  leave: api.fulfilment.leave.handler(({ input }) => desk.leave(input.parcelId, input.desk)),
  hold: api.fulfilment.hold.handler(({ input }) => desk.hold(input.orderIds, input.reason)),
  release: api.fulfilment.release.handler(({ input }) => desk.release(input.orderIds)),
  setAside: api.fulfilment.setAside.handler(({ input }) => desk.setAside(input.parcelId)),
  handover: {
    list: api.fulfilment.handover.list.handler(() => handover.list()),
    scan: api.fulfilment.handover.scan.handler(({ input }) => handover.scan(input.code)),
    finish: api.fulfilment.handover.finish.handler(({ input }) => handover.finish(input.parcelIds)),
    day: api.fulfilment.handover.day.handler(({ input }) => handover.day(input.day)),
    undo: api.fulfilment.handover.undo.handler(({ input }) => handover.undo(input.parcelIds, input.reason)),
    sheet: api.fulfilment.handover.sheet.handler(({ input }) => printing.handoverSheet(input.parcelIds)),
  },
  pickList: api.fulfilment.pickList.handler(({ input }) => printing.pickList(input.orderIds)),
  pickListSheet: api.fulfilment.pickListSheet.handler(({ input }) => printing.pickListSheet(input.orderIds)),
  shoppingListSheet: api.fulfilment.shoppingListSheet.handler(({ input }) => printing.shoppingListSheet(input)),
  labelsPrinted: api.fulfilment.labelsPrinted.handler(({ input }) => printing.labelsPrinted(input.orderIds)),
  stickerGoods: api.fulfilment.stickerGoods.handler(({ input }) => stickers.goods(input)),
  stickers: api.fulfilment.stickers.handler(({ input }) => stickers.stickers(input)),
  badge: api.fulfilment.badge.handler(({ input }) => stickers.badge(input)),
  commandCards: api.fulfilment.commandCards.handler(() => stickers.commandCards()),
  testLabel: api.fulfilment.testLabel.handler(({ input }) => printing.testLabel(input.size)),
  printLabels: api.fulfilment.printLabels.handler(({ input }) => printing.printLabels(input)),
})
