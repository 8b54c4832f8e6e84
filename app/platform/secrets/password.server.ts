import { hash, verify } from '@node-rs/argon2'
import { verifyPassword as verifyScrypt } from 'better-auth/crypto'

/** argon2id, the library's default, with 19 MiB and two rounds (OWASP Password Storage Cheat Sheet). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const current = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`

/** What is stored of a password, with its salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** Whether `password` is the one whose hash is stored; scrypt hashes of earlier accounts are understood. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  if (!hash.startsWith('$argon2')) return verifyScrypt({ hash, password })
  return verify(hash, password.normalize('NFKC'))
}

/** Whether a password that was right should be hashed anew. */
export function isOldHash(hash: string): boolean {
  return !hash.startsWith(current)
}
