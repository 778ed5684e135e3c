import type { SyncTrouble } from './sync.ts'

const said = ({ code, message }: SyncTrouble): string =>
  message === '' || message === code ? code : `${code}: ${message}`

/** What went wrong between Lumbung and a channel, and what follows, in a sentence or two. */
export const troubleSentence = {
  id: (channel: string, trouble: SyncTrouble): string => {
    switch (trouble.kind) {
      case 'token':
      case 'consent':
        return `${channel} tidak lagi mengizinkan Lumbung (${said(trouble)}). Sambungkan ulang tokonya.`
      case 'setup':
        return `${channel} menolak aplikasi ini (${said(trouble)}). Periksa ID dan kunci aplikasi di konsol ${channel}.`
      case 'clock':
        return `${channel} menolak jam laptop ini. Cocokkan jam dan tanggal laptop dengan internet.`
      case 'rate':
        return `${channel} sedang membatasi permintaan. Dicoba lagi otomatis.`
      case 'transient':
        return trouble.code === 'NOT_JSON' || trouble.code === 'REDIRECTED'
          ? 'Yang menjawab bukan kanalnya: mungkin WiFi ini minta masuk dulu. Dicoba lagi otomatis.'
          : trouble.code === 'NO_ANSWER' || trouble.code === 'TIME_OUT'
            ? `${channel} tidak terjangkau. Periksa internet; dicoba lagi otomatis.`
            : `${channel} sedang bermasalah (${said(trouble)}). Dicoba lagi otomatis.`
      case 'unknown result':
        return `Jawaban ${channel} terputus. Periksa internet; hasilnya dilihat dulu di kanal, baru diulang otomatis.`
      case 'permanent':
        return `${channel} menolak (${said(trouble)}).`
      case 'here':
        if (trouble.code === 'CLOCK_DOUBTFUL')
          return `Jam laptop ini meragukan, jadi yang datang dari ${channel} belum disimpan. Betulkan jamnya; diambil lagi otomatis.`
        return trouble.code === 'DISK'
          ? `Disk laptop ini tidak bisa ditulisi (${trouble.message}), jadi yang datang dari ${channel} belum disimpan. Kosongkan ruang disk; diambil lagi otomatis, tidak ada yang hilang.`
          : `Lumbung sendiri tersandung (${said(trouble)}), bukan ${channel}. Dicoba lagi otomatis.`
    }
  },
  en: (channel: string, trouble: SyncTrouble): string => {
    switch (trouble.kind) {
      case 'token':
      case 'consent':
        return `${channel} no longer lets Lumbung in (${said(trouble)}). Connect the shop again.`
      case 'setup':
        return `${channel} refuses this app (${said(trouble)}). Check the app's id and key in the console of ${channel}.`
      case 'clock':
        return `${channel} refuses the clock of this laptop. Set its time and date by the internet.`
      case 'rate':
        return `${channel} limits requests just now. It is tried again by itself.`
      case 'transient':
        return trouble.code === 'NOT_JSON' || trouble.code === 'REDIRECTED'
          ? 'Something else than the channel answered: perhaps this WiFi asks for a login first. It is tried again by itself.'
          : trouble.code === 'NO_ANSWER' || trouble.code === 'TIME_OUT'
            ? `${channel} cannot be reached. Check the internet; it is tried again by itself.`
            : `${channel} has trouble (${said(trouble)}). It is tried again by itself.`
      case 'unknown result':
        return `The answer of ${channel} broke off. Check the internet; what came of it is looked up at the channel before it is tried again by itself.`
      case 'permanent':
        return `${channel} says no (${said(trouble)}).`
      case 'here':
        if (trouble.code === 'CLOCK_DOUBTFUL')
          return `The clock of this laptop is in doubt, so what came from ${channel} is not stored. Set it right; it is fetched again by itself.`
        return trouble.code === 'DISK'
          ? `The disk of this laptop cannot be written (${trouble.message}), so what came from ${channel} is not stored. Free some space; it is fetched again by itself, and nothing is lost.`
          : `Lumbung itself stumbled (${said(trouble)}), not ${channel}. It is tried again by itself.`
    }
  },
}
