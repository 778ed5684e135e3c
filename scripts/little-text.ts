import type { Plugin } from 'vite'

/** Blanks and comments are left out of what the engine keeps; names stay, so that a trace can be read. */
export const inLittleText = {
  compress: false,
  mangle: false,
  codegen: { removeWhitespace: true, legalComments: 'none' },
} as const

/**
 * The engine keeps the text of what it runs, at two bytes a letter as soon as one of them is no Latin letter: a single arrow
 * in a sentence would cost a megabyte for as long as the shop is open.
 */
export function inOneByteLetters(): Plugin {
  return {
    name: 'in-one-byte-letters',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk')
          file.code = file.code.replace(
            /[\u0080-\uffff]/g,
            (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
          )
    },
  }
}
