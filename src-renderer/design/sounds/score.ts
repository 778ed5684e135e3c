/** The sounds of the shop floor, told apart by rhythm as well as pitch. */
export type SoundName = 'benar' | 'salah' | 'batal' | 'ganda' | 'selesai' | 'perintah'

export interface Note {
  /** Milliseconds after the sound begins. */
  at: number
  lengthMs: number
  hertz: number
  shape: OscillatorType
}

const note = (at: number, lengthMs: number, hertz: number, shape: OscillatorType = 'sine'): Note => ({
  at,
  lengthMs,
  hertz,
  shape,
})

/**
 * benar: one high note. salah: two low buzzes. batal: three falling notes, 900 ms, repeated until set aside.
 * ganda: two equal clicks. selesai: a rising third. perintah: three soft clicks, for what was asked of the desk itself.
 */
export const SCORE: Record<SoundName, readonly Note[]> = {
  benar: [note(0, 90, 1568)],
  salah: [note(0, 160, 165, 'sawtooth'), note(230, 220, 147, 'sawtooth')],
  batal: [note(0, 260, 784, 'square'), note(300, 260, 587, 'square'), note(600, 300, 392, 'square')],
  ganda: [note(0, 35, 1047, 'triangle'), note(110, 35, 1047, 'triangle')],
  selesai: [note(0, 140, 1047), note(150, 260, 1319)],
  perintah: [note(0, 30, 523, 'triangle'), note(70, 30, 523, 'triangle'), note(140, 60, 784, 'triangle')],
}

/** `batal` starts anew this often until the parcel is set aside. */
export const REPEAT_EVERY_MS = 3_000

export const lengthOf = (name: SoundName): number => Math.max(...SCORE[name].map((each) => each.at + each.lengthMs))
