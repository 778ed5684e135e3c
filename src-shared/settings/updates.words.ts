import { words } from '../kernel/words.ts'

/** Pembaruan in Pengaturan of the desktop app. */
export const updatesWords = words(
  {
    title: 'Pembaruan',
    lead: 'Lumbung tidak pernah menghubungi siapa pun sendiri. Diperiksa hanya bila Anda minta; sebelum dipasang, toko dicadangkan.',
    cannotVerify:
      'Lumbung yang ini tidak membawa kunci untuk memeriksa keaslian pembaruan. Karena itu tidak ada pembaruan yang dicari, ditawarkan, atau dipasang dari sini; ambil versi baru dari tempat Anda mendapat yang ini.',
    check: 'Cek pembaruan',
    checking: 'Memeriksa',
    current: 'Sudah yang terbaru.',
    unavailable:
      'Pembaruan belum bisa diperiksa: sedang tanpa internet, atau belum ada yang diterbitkan. Toko tidak terganggu.',
    offered: (version: string) => `Versi ${version} tersedia.`,
    install: 'Cadangkan & pasang',
    installing: 'Memasang; Lumbung menutup dan membuka lagi sendiri.',
    preparing: 'Mencadangkan',
    fromFile: 'Pasang dari berkas',
    fromFileHow:
      'Untuk laptop tanpa internet: pilih berkas pemasang dari flashdisk. Daftar bertanda tangan (lumbung-update.json) harus ada di folder yang sama.',
    cancelled: 'Tidak ada yang dipasang.',
    goBack: (version: string) => `Kembali ke versi ${version}`,
    goBackAsk: (version: string) => `Kembali ke Lumbung ${version}?`,
    goBackBody:
      'Pemasang versi itu disimpan saat dipasang dulu, dan diperiksa lagi sebelum dijalankan. Toko dicadangkan dulu.',
    goBackKeeps: 'Data toko tetap yang sekarang.',
    goBackLoses: (moment: string) =>
      `Versi itu belum mengenal data yang sekarang, jadi toko kembali ke salinan ${moment}. Data yang sekarang disimpan di folder yang sama.`,
    goBackAct: 'Kembali ke versi itu',
    'not signed by us': 'Berkas ini tidak bertanda tangan kami, jadi tidak dipasang. Ambil hanya dari tempat resmi.',
    unreadable: 'Daftar pembaruannya tidak terbaca, jadi tidak ada yang dipasang. Salin lagi kedua berkasnya.',
    expired: 'Daftar pembaruan ini sudah lewat masanya, jadi tidak dipasang. Ambil yang lebih baru.',
    'not newer': 'Berkas ini bukan versi yang lebih baru, jadi tidak dipasang.',
    'data too old': 'Versi ini butuh data yang lebih baru dari toko ini. Pasang dulu versi di antaranya.',
    'no list beside it':
      'Di samping berkas ini tidak ada lumbung-update.json, jadi tidak bisa diperiksa dan tidak dipasang. Salin kedua berkasnya ke satu folder.',
    'other bytes':
      'Isi pemasang ini tidak sama dengan yang kami tanda tangani, jadi tidak dipasang. Salin atau unduh lagi.',
  },
  {
    title: 'Updates',
    lead: 'Lumbung never calls anyone on its own. It looks only when you ask; before anything is installed the shop is backed up.',
    cannotVerify:
      'This Lumbung carries no key to tell a real update from a forged one. So none is looked for, offered or installed from here; get a new version where you got this one.',
    check: 'Look for updates',
    checking: 'Looking',
    current: 'This is the newest.',
    unavailable: 'Updates cannot be looked for now: no internet, or nothing was published. The shop is not affected.',
    offered: (version) => `Version ${version} is there.`,
    install: 'Back up & install',
    installing: 'Installing; Lumbung closes and opens again by itself.',
    preparing: 'Backing up',
    fromFile: 'Install from a file',
    fromFileHow:
      'For a laptop without internet: choose the installer on a stick. The signed list (lumbung-update.json) must lie in the same folder.',
    cancelled: 'Nothing was installed.',
    goBack: (version) => `Go back to version ${version}`,
    goBackAsk: (version) => `Go back to Lumbung ${version}?`,
    goBackBody:
      'Its installer was kept when it was installed, and is checked again before it runs. The shop is backed up first.',
    goBackKeeps: "The shop's data stays as it is now.",
    goBackLoses: (moment) =>
      `That version does not know the data of now, so the shop goes back to the copy of ${moment}. What is here now is kept in the same folder.`,
    goBackAct: 'Go back to it',
    'not signed by us':
      'This file was not signed by us, so it was not installed. Take it from the official place only.',
    unreadable: 'The list of the update cannot be read, so nothing was installed. Copy both files again.',
    expired: 'The time of this list is over, so nothing was installed. Get a newer one.',
    'not newer': 'This file is no newer version, so it was not installed.',
    'data too old': 'This version needs newer data than this shop has. Install the one between first.',
    'no list beside it':
      'There is no lumbung-update.json beside this file, so it cannot be checked and was not installed. Copy both files into one folder.',
    'other bytes': 'This installer is not what we signed, so it was not installed. Copy or download it again.',
  },
)
