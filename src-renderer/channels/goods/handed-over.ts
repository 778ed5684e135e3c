import type { ChosenFile } from '../import-work.ts'

export interface HandedOver {
  file: ChosenFile
  shopId: string
}

let waiting: HandedOver | null = null

/** A product file that was read on another page goes along to the page that compares it. */
export function handOverGoods(file: ChosenFile | null, shopId: string): void {
  waiting = file && { file, shopId }
}

/** Takes it, once. */
export function takeHandedOver(): HandedOver | null {
  const taken = waiting
  waiting = null
  return taken
}
