import type { FeeLine } from '../../../src-shared/settlements/meaning.ts'
import type { OrderDocument } from './order-document.ts'

/** What the channel will probably keep of an order. Nothing is known of rates: what is not known is not guessed. */
export const estimatedFees = (_order: OrderDocument): FeeLine[] => []
