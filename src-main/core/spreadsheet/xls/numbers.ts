/** A number packed into four bytes: 30 bits of a double or a whole number, maybe hundredfold ([MS-XLS] 2.5.217). */
export function rkNumber(packed: number): number {
  const hundredfold = (packed & 1) !== 0
  const isWhole = (packed & 2) !== 0
  const number = isWhole ? packed >> 2 : highBits(packed & ~3)
  return hundredfold ? number / 100 : number
}

function highBits(bits: number): number {
  const bytes = new DataView(new ArrayBuffer(8))
  bytes.setInt32(0, bits)
  return bytes.getFloat64(0)
}
