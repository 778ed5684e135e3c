import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { bringFolderToDisk, bringToDisk } from '../database/bring-to-disk.ts'
import { sha256OfFile } from './sha256-of-file.ts'

/** Writes a small file so that there is always a whole one: the old, or the new. */
export function keepJson(file: string, contents: unknown): void {
  const growing = `${file}.part`
  writeFileSync(growing, JSON.stringify(contents, null, 2), { mode: 0o600 })
  bringToDisk(growing)
  renameSync(growing, file)
  bringFolderToDisk(dirname(file))
}

/** Null where there is none, or none that can be understood. */
export function keptJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Copies a file to another disk and reads it back before it gets its name there. */
export async function copyProven(from: string, to: string): Promise<void> {
  const growing = `${to}.part`
  try {
    await copyFile(from, growing)
    bringToDisk(growing)
    if ((await sha256OfFile(from)) !== (await sha256OfFile(growing))) throw new Error(`${to} does not read back`)
    renameSync(growing, to)
    bringFolderToDisk(dirname(to))
  } catch (problem) {
    rmSync(growing, { force: true })
    throw problem
  }
}
