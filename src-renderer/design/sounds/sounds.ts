import { REPEAT_EVERY_MS, SCORE, type SoundName } from './score.ts'

/** Square and sawtooth carry more than a sine of the same height; this evens them out. */
const LOUDNESS: Record<OscillatorType, number> = {
  sine: 0.5,
  triangle: 0.55,
  square: 0.16,
  sawtooth: 0.22,
  custom: 0.3,
}

let audio: AudioContext | undefined
let volume = 0.8

/** Percent from Pengaturan, 0 to 100. */
export function setSoundVolume(percent: number) {
  volume = Math.min(100, Math.max(0, percent)) / 100
}

/** Plays one sound at once. Every sound has a twin on the screen, so a machine without audio loses nothing. */
export function playSound(name: SoundName) {
  if (volume === 0 || typeof AudioContext === 'undefined') return
  audio ??= new AudioContext({ latencyHint: 'interactive' })
  if (audio.state === 'suspended') void audio.resume()
  for (const { at, lengthMs, hertz, shape } of SCORE[name]) {
    const starts = audio.currentTime + at / 1000
    const ends = starts + lengthMs / 1000
    const oscillator = new OscillatorNode(audio, { type: shape, frequency: hertz })
    const gain = new GainNode(audio, { gain: 0 })
    const loudness = LOUDNESS[shape] * volume
    gain.gain.setValueAtTime(0, starts)
    gain.gain.linearRampToValueAtTime(loudness, starts + 0.005)
    gain.gain.setValueAtTime(loudness, Math.max(starts + 0.005, ends - 0.02))
    gain.gain.linearRampToValueAtTime(0, ends)
    oscillator.connect(gain).connect(audio.destination)
    oscillator.start(starts)
    oscillator.stop(ends)
  }
}

/** Plays again every three seconds until the returned function is called: for a cancelled parcel. */
export function repeatSound(name: SoundName): () => void {
  const timer = setInterval(() => playSound(name), REPEAT_EVERY_MS)
  return () => clearInterval(timer)
}
