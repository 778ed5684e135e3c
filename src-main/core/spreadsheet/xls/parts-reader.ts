/** Reads on across the pieces of one record. Throws RangeError behind the last piece. */
export class PartsReader {
  readonly #parts: readonly Buffer[]
  #part = 0
  #at = 0

  constructor(parts: readonly Buffer[]) {
    this.#parts = parts
  }

  byte(): number {
    const part = this.#filledPart()
    return part.readUInt8(this.#at++)
  }

  uint16(): number {
    return this.byte() | (this.byte() << 8)
  }

  uint32(): number {
    return this.uint16() + this.uint16() * 0x10000
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const step = Math.min(left, this.#filledPart().length - this.#at)
      this.#at += step
      left -= step
    }
  }

  /** Characters after their flag byte. Where a new piece begins inside a text, a new flag byte says how wide it goes on. */
  characters(count: number, wide: boolean): string {
    let text = ''
    let isWide = wide
    for (let left = count; left > 0; ) {
      if (this.#atEndOfPart()) {
        this.#nextPart()
        isWide = (this.byte() & 1) === 1
      }
      const part = this.#filledPart()
      const width = isWide ? 2 : 1
      const step = Math.min(left, Math.floor((part.length - this.#at) / width))
      if (step === 0) throw new RangeError('half a character')
      text += part.toString(isWide ? 'utf16le' : 'latin1', this.#at, this.#at + step * width)
      this.#at += step * width
      left -= step
    }
    return text
  }

  #atEndOfPart(): boolean {
    return this.#at >= (this.#parts[this.#part]?.length ?? 0)
  }

  #nextPart(): void {
    this.#part++
    this.#at = 0
    if (this.#part >= this.#parts.length) throw new RangeError('behind the last piece')
  }

  #filledPart(): Buffer {
    while (this.#atEndOfPart()) this.#nextPart()
    return this.#parts[this.#part]!
  }
}
