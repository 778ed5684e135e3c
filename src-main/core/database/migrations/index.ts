import * as m0001 from './0001-the-shop-has-its-ledgers.ts'

/** In order of number; a shipped migration never changes. `number` is the file's `user_version` afterwards. */
export const migrations = [{ number: 1, ...m0001 }]
