/** What lacks of a SKU, told apart: two kinds of lack have two ways out. All pieces without sign. */
export interface Shortage {
  /** Really on the shelf, as far as the books know. */
  onShelf: number
  /** Paid orders wait for them. */
  awaited: number
  /** Went out although the books had none: a delivery or a count was never written down. */
  gone: number
}

/** @param short pieces promised or gone beyond the shelf, as `StockRow` has it. */
export const shortageOf = ({ onHand, short }: { onHand: number; short: number }): Shortage => {
  const gone = Math.max(0, -onHand)
  return { onShelf: Math.max(0, onHand), awaited: Math.max(0, short - gone), gone }
}
