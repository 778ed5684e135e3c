import { ipcMain, shell } from 'electron'
import { z } from 'zod'
import type { Dialogs } from '../hosting/dialogs.ts'
import type { Printing } from '../hosting/printing.ts'
import type { Updates } from '../hosting/updates.ts'
import { CHANNELS } from './messages.ts'
import type { Shops } from './shops.ts'
import { isFromOurPage, knownLink } from './trust.ts'
import { LookInput } from './window-memory.ts'

interface BridgeNeeds {
  /** The origin our pages have: `lumbung://app`, or the development server's. */
  origin: string
  shops: Shops
  dialogs: Dialogs
  printing: Printing
  updates: Updates
  setLook(look: z.infer<typeof LookInput>): void
  /** Starts again with the shop in another folder. */
  startIn(folder: string): void
}

const nothing = z.tuple([])
/** A sheet of 500 labels is about 12 MiB; the evidence of a return is twelve clips of 20 MB. */
const MOST_BYTES = 256 * 1024 * 1024
const File = z.strictObject({
  name: z.string().min(1).max(255),
  bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MOST_BYTES),
})

/** Answers the functions of `window.lumbung`: only asked by our own top frame, only with what the schema allows. */
export function answerBridge({ origin, shops, dialogs, printing, updates, setLook, startIn }: BridgeNeeds): void {
  const answer = <Input extends z.ZodTuple, Output>(
    channel: string,
    input: Input,
    work: (...args: z.infer<Input>) => Promise<Output> | Output,
  ) =>
    ipcMain.handle(channel, (event, ...args) => {
      if (!isFromOurPage(event, origin)) throw new Error('not a page of Lumbung')
      return work(...input.parse(args))
    })

  ipcMain.on(CHANNELS.connect, (event) => {
    if (isFromOurPage(event, origin)) shops.connect(event.sender)
  })
  answer(CHANNELS.saveFile, z.tuple([File]), async (file) => ({
    saved: (await dialogs.saveFile(file)) !== null,
  }))
  answer(CHANNELS.printers, nothing, () => printing.printers())
  answer(
    CHANNELS.print,
    z.tuple([
      File.extend({ printer: z.string().min(1).max(255).nullable(), copies: z.number().int().min(1).max(500) }),
    ]),
    ({ bytes, ...wishes }) => printing.print({ ...wishes, pdf: bytes }),
  )
  answer(CHANNELS.look, z.tuple([LookInput]), setLook)
  answer(CHANNELS.practice, nothing, () => shops.open(true))
  answer(CHANNELS.otherFolder, nothing, async () => {
    const folder = await dialogs.chooseFolder()
    if (folder !== null) startIn(folder)
    return { isOpening: folder !== null }
  })
  answer(CHANNELS.link, z.tuple([z.string().max(2000)]), async (address) => {
    const known = knownLink(address)
    if (known) await shell.openExternal(known)
    return { opened: known !== null }
  })
  answer(CHANNELS.canVerifyUpdates, nothing, async () => updates.canVerify)
  answer(CHANNELS.checkForUpdate, nothing, () => updates.check())
  answer(CHANNELS.installUpdate, nothing, () => updates.install())
  answer(CHANNELS.updateFromFile, nothing, () => updates.fromFile())
  answer(CHANNELS.versionBefore, nothing, () => updates.before())
  answer(CHANNELS.goBackToVersion, nothing, () => updates.goBack())
}
