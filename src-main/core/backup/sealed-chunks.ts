import { createCipheriv, createDecipheriv } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

/*
 * A stream sealed in chunks of 64 KiB, each with AES-256-GCM under a key that is used for this one file. A chunk's nonce is its
 * index and whether it is the last, so that one that is moved, repeated, left out or taken from another file does not open, and
 * nothing can be cut off behind the last: the construction called STREAM, as age uses it.
 * https://eprint.iacr.org/2015/189 · https://github.com/C2SP/C2SP/blob/main/age.md
 */
const CHUNK_BYTES = 64 * 1024
const TAG_BYTES = 16

/** A chunk did not open: flipped, moved, cut off, or of another key. */
export class Unsealable extends Error {}

interface Sealing {
  key: Buffer
  /** What stands before the chunks, told to each of them. */
  about: Buffer
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Cuts what comes into pieces of one size and hands each over, the last one (perhaps empty) as such. */
class InPieces extends Transform {
  #waiting: Buffer[] = []
  #length = 0
  #index = 0
  readonly #size: number
  readonly #change: (piece: Buffer, index: number, isLast: boolean) => Buffer

  constructor(size: number, change: (piece: Buffer, index: number, isLast: boolean) => Buffer) {
    super()
    this.#size = size
    this.#change = change
  }

  override _transform(some: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#waiting.push(some)
    this.#length += some.length
    try {
      // a whole piece waits until something follows, for it may be the last
      if (this.#length > this.#size) this.#handOver()
      done()
    } catch (problem) {
      done(problem as Error)
    }
  }

  #handOver(): void {
    const all = Buffer.concat(this.#waiting)
    let from = 0
    for (; all.length - from > this.#size; from += this.#size)
      this.push(this.#change(all.subarray(from, from + this.#size), this.#index++, false))
    this.#waiting = [all.subarray(from)]
    this.#length = all.length - from
  }

  override _flush(done: TransformCallback): void {
    try {
      this.push(this.#change(Buffer.concat(this.#waiting), this.#index, true))
      done()
    } catch (problem) {
      done(problem as Error)
    }
  }
}

export const sealing = ({ key, about }: Sealing): Transform =>
  new InPieces(CHUNK_BYTES, (piece, index, isLast) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast)).setAAD(about)
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  })

/** @throws Unsealable */
export const unsealing = ({ key, about }: Sealing): Transform =>
  new InPieces(CHUNK_BYTES + TAG_BYTES, (piece, index, isLast) => {
    if (piece.length < TAG_BYTES) throw new Unsealable('a chunk is cut off')
    const sealed = piece.subarray(0, piece.length - TAG_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, isLast), { authTagLength: TAG_BYTES })
    decipher.setAAD(about).setAuthTag(piece.subarray(piece.length - TAG_BYTES))
    try {
      return Buffer.concat([decipher.update(sealed), decipher.final()])
    } catch {
      throw new Unsealable(`chunk ${index} does not open`)
    }
  })
