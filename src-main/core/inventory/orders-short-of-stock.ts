export interface ReservedFor {
  id: string
  pieces: number
}

/**
 * Orders that the shelf cannot serve. Goods on hand go to the orders in the order given (the nearest deadline first);
 * an order served in part waits for the rest of its pieces.
 */
export function ordersShortOfStock<Order extends ReservedFor>(onHand: number, orders: readonly Order[]): Order[] {
  let left = Math.max(0, onHand)
  return orders.flatMap((order) => {
    const served = Math.min(left, order.pieces)
    left -= served
    return served < order.pieces ? [{ ...order, pieces: order.pieces - served }] : []
  })
}
