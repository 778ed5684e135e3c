import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * A tenth of a second on the laptops we know, 32 MiB; OWASP's second row for scrypt.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const LENGTH = 32

/** One at a time: ten tries at once would take a third of a gigabyte and every core. */
let last: Promise<unknown> = Promise.resolve()

function derived(secret: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> {
  const turn = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) =>
        scrypt(secret.normalize('NFKC'), salt, LENGTH, { N, r, p, maxmem: 256 * N * r }, (problem, key) =>
          problem ? reject(problem) : resolve(key),
        ),
      ),
  )
  last = turn.catch(() => {})
  return turn
}

/** `scrypt$N$r$p$salt$hash`, the last two in base64: costs stand beside the hash, so that they may grow. */
export async function slowHash(secret: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derived(secret, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join('$')
}

/** What a name without a secret is compared with, so that it takes as long as one that has. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(LENGTH).toString('base64')}`

/** Whether it is the secret; with no hash the answer is no, and takes as long. */
export async function isSecret(secret: string, hash: string | null): Promise<boolean> {
  const [, N = '', r = '', p = '', salt = '', expected = ''] = (hash ?? NOBODY).split('$')
  const found = await derived(secret, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) })
  return timingSafeEqual(found, Buffer.from(expected, 'base64')) && hash !== null
}
