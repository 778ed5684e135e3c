import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CODE_GROUPS, groupsOf, readCode, writtenCode } from '../../src-shared/backup/recovery-code.ts'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })

test('sixteen bytes are 26 characters and two for checking, in seven groups of four', () => {
  expect(writtenCode(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-0000')
  // 2^128 - 1, modulo 1021 by hand: 2^10 = 3, so 2^128 = 3^12 * 2^8 = 521 * 256 = 646
  expect(writtenCode(new Uint8Array(16).fill(255))).toBe('7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZM5')
  expect(groupsOf(writtenCode(new Uint8Array(16)))).toHaveLength(CODE_GROUPS)
})

test('what was written is read back, however it is typed', () => {
  fc.assert(
    fc.property(bytes, (secret) => {
      const code = writtenCode(secret)
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', ' ')])
        expect(readCode(typed)).toEqual(secret)
      expect(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(secret)
    }),
  )
})

test('one wrong character and two swapped neighbours are always noticed', () => {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(bytes, fc.nat(27), fc.nat(31), (secret, at, other) => {
      const code = writtenCode(secret).replaceAll('-', '')
      const wrong = code.slice(0, at) + letters[other] + code.slice(at + 1)
      if (wrong !== code) expect(readCode(wrong)).toBeNull()
      const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2)
      if (swapped !== code) expect(readCode(swapped)).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test('a code that is cut off, too long, or holds a letter that is none of ours is mistyped', () => {
  const code = writtenCode(new Uint8Array(16).fill(7))
  for (const wrong of [
    '',
    code.slice(0, -1),
    `${code}0`,
    code.replace(/.$/, 'U'),
    '8ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ',
  ])
    expect(readCode(wrong)).toBeNull()
})
