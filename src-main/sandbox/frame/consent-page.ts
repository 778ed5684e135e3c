import { escaped, htmlPage } from './html.ts'

export interface ConsentQuestion {
  title: string
  appName: string
  shopName: string
  /** What the app may do, one line each. */
  allows: readonly string[]
  /** Where the form goes, and what it carries besides the answer. */
  action: string
  carried: Record<string, string>
}

/** The seller's own page: may this app act for the shop? The answer is the field `answer`, `allow` or `deny`. */
export const consentPage = (question: ConsentQuestion): string =>
  htmlPage(
    question.title,
    `<main class="narrow"><h1>${escaped(question.title)}</h1><p class="quiet">Sandbox di komputer ini. Bukan halaman kanal yang sebenarnya.</p>
<section><p><strong>${escaped(question.appName)}</strong> minta izin bekerja untuk toko <strong>${escaped(question.shopName)}</strong>:</p>
<ul>${question.allows.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>
<form method="post" action="${escaped(question.action)}">${Object.entries(question.carried)
      .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
      .join('')}
<div class="row"><label>Berlaku <select name="days">${[365, 180, 90, 30, 7].map((days) => `<option value="${days}">${days} hari</option>`).join('')}</select></label></div>
<div class="row"><button class="main" name="answer" value="allow">Izinkan</button><button name="answer" value="deny">Tolak</button></div></form></section></main>`,
  )

/** What went wrong before there was anything to ask. */
export const consentRefused = (title: string, why: string): string =>
  htmlPage(title, `<main class="narrow"><h1>${escaped(title)}</h1><section><p>${escaped(why)}</p></section></main>`)
