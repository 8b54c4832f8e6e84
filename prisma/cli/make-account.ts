import { parseArgs } from 'node:util'
import { z } from 'zod'
import { normalizeEmail, resetHours } from '#app/domain/accounts/rules'
import { createPrisma, inTransaction } from '#app/platform/db/client.server'
import { isLanguage, pathIn } from '#app/platform/i18n/language'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { makeLinkSecret } from '#app/platform/secrets/link-secret.server'
import type { DatabasePlace } from './database-place'

const usage = 'make-account --role admin|auditor --email <address> --name <name> [--language kk|ru|en]'

/** `make-account`: prints what `accountLink` answers. */
export async function makeAccount({ url }: DatabasePlace, args: string[]): Promise<void> {
  console.log('Within an hour, choose a password and set up an app for codes:')
  console.log(await accountLink(url, args))
}

/**
 * Gives an address the account of an administrator or auditor, and answers the link by which its owner
 * chooses a password within an hour. An account that exists gets the role and a new link, and loses its second factor:
 * the way back in for an administrator who has lost everything.
 */
export async function accountLink(url: string, args: string[]): Promise<string> {
  const { email, name, role, language } = readOrder(args)
  const { secret, hash } = makeLinkSecret()
  const db = createPrisma(url)
  try {
    await inTransaction(db, async (tx) => {
      const user = await tx.user.upsert({
        where: { email },
        create: { email, name, role, locale: language },
        update: { role },
        select: { id: true },
      })
      await tx.secondFactor.deleteMany({ where: { userId: user.id } })
      await tx.session.deleteMany({ where: { userId: user.id } })
      const expiresAt = new Date(Date.now() + resetHours * 3_600_000)
      await tx.passwordReset.create({ data: { userId: user.id, tokenHash: hash, expiresAt } })
    })
  } finally {
    await db.$disconnect()
  }
  return new URL(pathIn(language, `/reset-password/confirm?token=${secret}`), publicOrigin()).href
}

function readOrder(args: string[]) {
  const text = { type: 'string' as const }
  const { values } = parseArgs({ args, options: { email: text, name: text, role: text, language: text } })
  const email = z.email().safeParse(normalizeEmail(values.email ?? ''))
  const { name = '', role, language = 'ru' } = values
  if (!email.success || name.trim().length < 2 || (role !== 'admin' && role !== 'auditor') || !isLanguage(language)) {
    throw new Error(usage)
  }
  return { email: email.data, name: name.trim(), role, language }
}
