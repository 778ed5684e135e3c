import { api } from '../api.ts'
import type { FulfilmentService } from './fulfilment.service.ts'

export const fulfilmentRouter = ({ desk, handover, printing }: FulfilmentService) => ({
  progress: api.fulfilment.progress.handler(() => desk.progress()),
  queue: api.fulfilment.queue.handler(() => desk.queue()),
  scan: api.fulfilment.scan.handler(({ input }) => desk.scan(input.code, input.orderId)),
  confirmPiece: api.fulfilment.confirmPiece.handler(({ input }) => desk.confirmPiece(input.orderId, input.key)),
  startOver: api.fulfilment.startOver.handler(({ input }) => desk.startOver(input.orderId)),
  pack: api.fulfilment.pack.handler(({ input }) => desk.pack(input.orderId)),
  hold: api.fulfilment.hold.handler(({ input }) => desk.hold(input.orderIds, input.reason)),
  release: api.fulfilment.release.handler(({ input }) => desk.release(input.orderIds)),
  setAside: api.fulfilment.setAside.handler(({ input }) => desk.setAside(input.orderId)),
  handover: {
    list: api.fulfilment.handover.list.handler(() => handover.list()),
    scan: api.fulfilment.handover.scan.handler(({ input }) => handover.scan(input.code)),
    finish: api.fulfilment.handover.finish.handler(({ input }) => handover.finish(input.orderIds)),
    sheet: api.fulfilment.handover.sheet.handler(({ input }) => printing.handoverSheet(input.orderIds)),
  },
  pickList: api.fulfilment.pickList.handler(({ input }) => printing.pickList(input.orderIds)),
  pickListSheet: api.fulfilment.pickListSheet.handler(({ input }) => printing.pickListSheet(input.orderIds)),
  labelsPrinted: api.fulfilment.labelsPrinted.handler(({ input }) => printing.labelsPrinted(input.orderIds)),
  testLabel: api.fulfilment.testLabel.handler(({ input }) => printing.testLabel(input.size)),
  printLabels: api.fulfilment.printLabels.handler(({ input }) => printing.printLabels(input)),
})
