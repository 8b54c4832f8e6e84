import { env, sessionSecret } from '#app/platform/env/env.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { database } from '#app/platform/db/database.server'
import type { Db } from '#app/platform/db/client.server'
import { hashPassword, verifyPassword } from '#app/platform/secrets/password.server'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'

/** A session ends this long after sign-in, whatever was done in it. */
export const sessionSeconds = 7 * 24 * 60 * 60

function makeAuth(db: Db) {
  return betterAuth({
    appName: 'Alań',
    baseURL: publicOrigin(),
    secret: sessionSecret(),
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, password: { hash: hashPassword, verify: verifyPassword } },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    // Attempts are counted by address and account in attempts.server.ts, which better-auth cannot.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'alan',
      useSecureCookies: hasSecureCookies(),
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  })
}

type Auth = ReturnType<typeof makeAuth>

const made = new WeakMap<Db, Auth>()

/** better-auth on the database of this process. It is called as a library: none of its routes is mounted. */
export function auth(): Auth {
  const db = database()
  const found = made.get(db) ?? makeAuth(db)
  made.set(db, found)
  return found
}

/** Name of the cookie that holds the signed token of a session. */
export function sessionCookieName(): string {
  return `${hasSecureCookies() ? '__Secure-' : ''}alan.session_token`
}

function hasSecureCookies(): boolean {
  return env().publicUrl?.startsWith('https://') ?? false
}
