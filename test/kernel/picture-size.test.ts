import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictureSize } from '../../src-shared/kernel/picture-size.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const hex = (value: number, length: number) => value.toString(16).padStart(length * 2, '0')
const little = (value: number, length: number) => Buffer.from(hex(value, length), 'hex').reverse().toString('hex')

const png = (width: number, height: number) =>
  bytes(`89504e470d0a1a0a 0000000d 49484452 ${hex(width, 4)} ${hex(height, 4)} 0806000000`)
/** With the notes of a camera before the frame header, as photos have them. */
const jpeg = (width: number, height: number) =>
  bytes(`ffd8 ffe1 0006 45786966 ffff db 0003 00 ffc2 0011 08 ${hex(height, 2)} ${hex(width, 2)} 03`)
const webp = (chunk: string) => bytes(`52494646 00000000 57454250 ${chunk}`)

describe('the size of a picture, from its head', () => {
  test('PNG and JPEG', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_535 }), fc.integer({ min: 1, max: 65_535 }), (width, height) => {
        expect(pictureSize(png(width, height))).toEqual({ width, height })
        expect(pictureSize(jpeg(width, height))).toEqual({ width, height })
      }),
    )
  })

  test('WebP of each kind', () => {
    const size = { width: 480, height: 640 }
    expect(pictureSize(webp(`56503858 0a000000 00000000 ${little(479, 3)} ${little(639, 3)}`))).toEqual(size)
    expect(pictureSize(webp(`5650384c 0a000000 2f ${little(479 | (639 << 14), 4)}`))).toEqual(size)
    expect(pictureSize(webp(`56503820 0a000000 000000 9d012a ${little(480, 2)} ${little(640, 2)}`))).toEqual(size)
  })

  test('anything else, or a head cut off, has none and throws nothing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => void pictureSize(noise)))
    for (const whole of [png(10, 10), jpeg(10, 10), webp('56503858 0a000000 00000000 010000 010000')])
      for (let length = 0; length < 20; length++) expect(pictureSize(whole.subarray(0, length))).toBeNull()
    expect(pictureSize(png(0, 10))).toBeNull()
  })
})
