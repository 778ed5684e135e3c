const LONGEST = 16
const HEAD = 4
const TAIL = 7

/**
 * A long code in three parts: `5789` `12345…` `3655345`. The last seven characters tell orders apart, so they stay;
 * the middle is hidden from the eye only, so that copying and reading aloud give the whole code.
 */
export function shortCode(code: string): [head: string, hidden: string, tail: string] {
  if (code.length <= LONGEST) return [code, '', '']
  return [code.slice(0, HEAD), code.slice(HEAD, -TAIL), code.slice(-TAIL)]
}
