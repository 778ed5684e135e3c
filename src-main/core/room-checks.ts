import type { RoomChecks } from './ledger/verifier/verify-shop.ts'
import { verifyExpectedReturns } from './orders/verify-expected-returns.ts'
import { verifySettlements } from './orders/verify-settlements.ts'
import { verifyChannelBalances } from './payouts/verify-channel-balances.ts'
import { verifyCosts } from './settling/verify-costs.ts'

/** How the verifier recounts what rooms keep beside the ledgers. */
export const roomChecks: RoomChecks = {
  costs: verifyCosts,
  expectedReturns: verifyExpectedReturns,
  channelBalances: verifyChannelBalances,
  settlements: verifySettlements,
}
