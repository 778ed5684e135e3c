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

/** Two dates and the kind of file: `20261101_20261130.xlsx`. */
const END_OF_FILE_NAME = 22

/** The name of a file so that its end, by which reports of one kind differ, is a part of its own. */
export function fileNameInParts(name: string): [head: string, tail: string] {
  const letters = [...name]
  if (letters.length <= END_OF_FILE_NAME + 4) return [name, '']
  return [letters.slice(0, -END_OF_FILE_NAME).join(''), letters.slice(-END_OF_FILE_NAME).join('')]
}
