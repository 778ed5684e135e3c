import type { Id } from '../../src-shared/kernel/ids.ts'
import { aFile } from '../builders/a-file.ts'

/** An act as a process of its own is told of it. */
export interface NamedAct {
  procedure: string
  act: Id
  /** As `plain` makes it. */
  input: unknown
}

interface PlainFile {
  isFile: true
  name: string
  base64: string
}

const isPlainFile = (value: object): value is PlainFile => 'isFile' in value

/** What JSON can hold, files in it as text. */
export async function plain(value: unknown): Promise<unknown> {
  if (value instanceof File)
    return { isFile: true, name: value.name, base64: Buffer.from(await value.arrayBuffer()).toString('base64') }
  if (Array.isArray(value)) return Promise.all(value.map(plain))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    await Promise.all(Object.entries(value).map(async ([key, each]) => [key, await plain(each)])),
  )
}

export function withFiles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFiles)
  if (typeof value !== 'object' || value === null) return value
  if (isPlainFile(value)) return aFile(value.name, Buffer.from(value.base64, 'base64'))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withFiles(each)]))
}
