/*
 * The recovery code as it is printed: 128 random bits as 26 characters of Crockford's base 32 and two check characters, in
 * seven groups of four. The check is the number modulo 1021: a prime above 31 x 32, so that a wrong character and two swapped
 * neighbours are always noticed. https://www.crockford.com/base32.html
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 26
const CHECK = 1021n
const GROUP = 4

export const CODE_BYTES = 16
export const CODE_GROUPS = 7

/** `K7QM-…`, from 16 bytes. */
export function writtenCode(bytes: Uint8Array): string {
  let number = 0n
  for (const byte of bytes) number = (number << 8n) | BigInt(byte)
  const text = inBase32(number, CHARACTERS) + inBase32(number % CHECK, 2)
  return groupsOf(text).join('-')
}

/** The 16 bytes behind what a person typed: any case, with or without dashes, O for 0, I and L for 1. Null: mistyped. */
export function readCode(typed: string): Uint8Array | null {
  const text = plainCode(typed)
  if (text.length !== CHARACTERS + 2 || [...text].some((letter) => !ALPHABET.includes(letter))) return null
  const number = fromBase32(text.slice(0, CHARACTERS))
  if (number >> 128n !== 0n || number % CHECK !== fromBase32(text.slice(CHARACTERS))) return null
  return Uint8Array.from({ length: CODE_BYTES }, (_, at) => Number((number >> BigInt(8 * (15 - at))) & 0xffn))
}

/** As the alphabet has it, whatever was typed in its place. */
export const plainCode = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')

export const groupsOf = (code: string): string[] => plainCode(code).match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []

function inBase32(number: bigint, length: number): string {
  return Array.from({ length }, (_, at) => ALPHABET[Number((number >> BigInt(5 * (length - 1 - at))) & 31n)]).join('')
}

const fromBase32 = (text: string): bigint =>
  [...text].reduce((number, letter) => (number << 5n) | BigInt(ALPHABET.indexOf(letter)), 0n)
