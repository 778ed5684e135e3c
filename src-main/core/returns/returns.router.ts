import { api } from '../api.ts'
import type { createEvidence } from './evidence.service.ts'
import type { ReturnsService } from './returns.service.ts'

export const returnsRouter = (returns: ReturnsService, evidence: ReturnType<typeof createEvidence>) => ({
  list: api.returns.list.handler(({ input }) => returns.list(input)),
  get: api.returns.get.handler(({ input }) => returns.get(input.orderId)),
  scan: api.returns.scan.handler(({ input }) => returns.scan(input.code)),
  receive: api.returns.receive.handler(({ input }) => returns.receive(input.orderId, input.waybill)),
  undoReceive: api.returns.undoReceive.handler(({ input }) => returns.undoReceive(input.orderId, input.reason)),
  inspect: api.returns.inspect.handler(({ input }) => returns.inspect(input)),
  undoInspection: api.returns.undoInspection.handler(({ input }) => returns.undoInspection(input.id, input.reason)),
  refund: api.returns.refund.handler(({ input }) => returns.refund(input)),
  undoRefund: api.returns.undoRefund.handler(({ input }) => returns.undoRefund(input.id, input.reason)),
  claim: api.returns.claim.handler(({ input }) => returns.claim(input)),
  claimPaid: api.returns.claimPaid.handler(({ input: { id, isMeant, ...paid } }) =>
    returns.claimPaid(id, paid, isMeant),
  ),
  claimRefused: api.returns.claimRefused.handler(({ input }) => returns.claimRefused(input.id, input.reason)),
  undoClaim: api.returns.undoClaim.handler(({ input }) => returns.undoClaim(input.id, input.reason)),
  evidence: {
    add: api.returns.evidence.add.handler(({ input }) => returns.keepEvidence(input)),
    get: api.returns.evidence.get.handler(({ input }) => evidence.get(input.id)),
    export: api.returns.evidence.export.handler(({ input }) => evidence.export(input.orderId)),
  },
})
