/**
 * What can go wrong between Lumbung and a channel, by what follows from it. `code` and `message` are the channel's own words, or
 * ours in capitals where nothing came from the channel; never a token, a key or a signature.
 */
export type Trouble =
  /** The access token is no longer good: refresh once, ask again. */
  | { kind: 'token'; code: string; message: string }
  /** Only the owner can mend it in the browser: consent ended, was withdrawn or never covered this; the refresh token is dead. */
  | { kind: 'consent'; code: string; message: string }
  /** The app's key, signature, address list or path: asking again never helps. */
  | { kind: 'setup'; code: string; message: string }
  /** The channel doubts this laptop's clock. */
  | { kind: 'clock'; code: string; message: string; channelTime: number | null }
  /** Too many requests. `retryAfterMs` where the channel says how long; of a daily quota until it resets. */
  | { kind: 'rate'; code: string; message: string; retryAfterMs: number | null }
  /** No answer, or half of one, or the channel is ill; nothing has happened, or asking again is harmless. */
  | { kind: 'transient'; code: string; message: string; retryAfterMs: number | null }
  /** A write went out and no whole answer came back: it may have happened. Read back before doing it again. */
  | { kind: 'unknown result'; code: string; message: string }
  /** The channel says no; the same question gets the same answer. */
  | { kind: 'permanent'; code: string; message: string }
  /** Nothing of the channel's: the disk or the clock of this laptop, or a defect of Lumbung. */
  | { kind: 'here'; code: string; message: string }

export class ChannelTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble, cause?: unknown) {
    super(`${trouble.kind}: ${trouble.code} ${trouble.message}`.slice(0, 400), { cause })
    this.name = 'ChannelTrouble'
    this.trouble = trouble
  }
}
