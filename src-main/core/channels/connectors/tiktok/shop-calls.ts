import type { ShopSession } from '../connector.ts'
import type { Answer } from '../line.ts'
import { called } from './wire.ts'

type Told = Promise<{ data: unknown; answer: Answer }>

/** Calls about one shop: each carries its cipher. */
export interface ShopCalls {
  get(path: string, query?: Record<string, string>): Told
  post(path: string, body: object | undefined, more: { query?: Record<string, string>; isReading: boolean }): Told
  /** Bytes, which belong to no shop yet: without its cipher, and the form is no part of the signature. Twice is harmless. */
  upload(path: string, form: FormData): Told
}

export const shopCalls = ({ app, shop, accessToken, line }: ShopSession): ShopCalls => ({
  get: (path, query = {}) =>
    called({ app, accessToken, line }, { method: 'GET', path, query, isReading: true, cipher: shop.accessKey }),
  upload: (path, form) =>
    called({ app, accessToken, line }, { method: 'POST', path, isReading: true, cipher: '', form }),
  post: (path, body, { query = {}, isReading }) =>
    called(
      { app, accessToken, line },
      { method: 'POST', path, query, isReading, cipher: shop.accessKey, ...(body === undefined ? {} : { body }) },
    ),
})
