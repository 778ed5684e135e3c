import { words } from '../kernel/words.ts'
import type { Role } from './roles.ts'

export const roleWords = words<Record<Role, string>>(
  {
    owner: 'Pemilik',
    manager: 'Admin Toko',
    packer: 'Pengemas',
    live: 'Asisten Live',
    bookkeeper: 'Pembukuan',
  },
  {
    owner: 'Owner',
    manager: 'Shop manager',
    packer: 'Packer',
    live: 'Live assistant',
    bookkeeper: 'Bookkeeper',
  },
)
