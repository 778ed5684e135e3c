import { api } from '../api.ts'
import type { BackupService } from './backup.service.ts'

export const backupRouter = (backup: BackupService) => ({
  status: api.backup.status.handler(() => backup.status()),
  list: api.backup.list.handler(() => backup.list()),
  make: api.backup.make.handler(({ input }) => backup.make(input?.reason)),
  test: api.backup.test.handler(() => backup.test()),
  place: {
    likely: api.backup.place.likely.handler(() => backup.likelyPlaces()),
    choose: api.backup.place.choose.handler(({ input }) => backup.choosePlace(input.folder)),
  },
  code: {
    show: api.backup.code.show.handler(() => backup.showCode()),
    sheet: api.backup.code.sheet.handler(() => backup.codeSheet()),
    confirm: api.backup.code.confirm.handler(({ input }) => backup.confirmCode(input.groups)),
    unlock: api.backup.code.unlock.handler(({ input }) => backup.unlock(input.code)),
  },
  setPassphrase: api.backup.setPassphrase.handler(({ input }) => backup.setPassphrase(input)),
  openWithKey: api.backup.openWithKey.handler(({ input }) => backup.openWithKey(input)),
  rescue: {
    saveCopy: api.backup.rescue.saveCopy.handler(({ input }) => backup.rescue.saveCopy(input.folder)),
    tryAgain: api.backup.rescue.tryAgain.handler(() => backup.rescue.tryAgain()),
  },
  find: api.backup.find.handler(({ input }) => backup.find(input.folder)),
  look: api.backup.look.handler(({ input }) => backup.look(input)),
  restore: api.backup.restore.handler(({ input }) => backup.restore(input)),
})
