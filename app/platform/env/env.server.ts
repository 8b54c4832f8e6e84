import { parseEnv, type Env } from '#app/platform/env/parse-env'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const kept = globalThis as typeof globalThis & { __alanEnv?: Env; __alanSecret?: string }

export class BadEnvironmentError extends Error {
  override readonly name = 'BadEnvironmentError'

  constructor(readonly problems: string[]) {
    super(`The environment is not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
}

/**
 * The environment of this process, read once; `dataDir` is absolute. Throws BadEnvironmentError, which the start of the
 * process prints, so that no later caller sees it.
 */
export function env(): Env {
  if (!kept.__alanEnv) {
    const verdict = parseEnv(process.env)
    if (!verdict.ok) throw new BadEnvironmentError(verdict.problems)
    kept.__alanEnv = { ...verdict.env, dataDir: resolve(verdict.env.dataDir) }
  }
  return kept.__alanEnv
}

/**
 * The secret that signs sessions and links: SESSION_SECRET, or outside production one that is made on first use and kept
 * in DATA_DIR/session-secret with mode 0600.
 */
export function sessionSecret(): string {
  return env().sessionSecret ?? (kept.__alanSecret ??= keepSecret(env().dataDir))
}

/** All secrets that are good for reading: the one that signs now, then those of SESSION_SECRET_PREVIOUS. */
export function knownSecrets(): string[] {
  return [sessionSecret(), ...env().earlierSecrets]
}

function keepSecret(dataDir: string): string {
  const path = join(dataDir, 'session-secret')
  mkdirSync(dataDir, { recursive: true })
  try {
    // `wx`: of two processes that start at once, only one writes and both read the same secret.
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}
