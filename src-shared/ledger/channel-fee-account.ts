/**
 * Where a fee of a channel lands. No rule knows a single fee yet, so all of them wait here, and none is ever dropped; rules by
 * channel, name of the fee and day will stand in this file.
 */
export const UNMAPPED_CHANNEL_FEE = '6119'
