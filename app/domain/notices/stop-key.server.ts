import type { Language } from '#app/domain/kernel/localized'
import { noticeGroups, type StopGroup } from '#app/domain/notices/events'
import { sessionSecret } from '#app/platform/env/env.server'
import { pathIn } from '#app/platform/i18n/language'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Address that ends the letters of a group to a person, without signing in: for the foot of these letters. */
export function stopPath(reader: { id: string; locale: Language }, group: StopGroup): string {
  const key = `${reader.id}.${group}.${sign(reader.id, group)}`
  return `${pathIn(reader.locale, '/notices/stop')}?${new URLSearchParams({ key })}`
}

/** Whose letters of which group the key of such an address ends; null for a key that is not ours. */
export function readStopKey(key: string | null): { userId: string; group: StopGroup } | null {
  const [userId = '', name = '', given = ''] = (key ?? '').split('.')
  const group = [...noticeGroups, 'all' as const].find((known) => known === name)
  if (group === undefined) return null
  const expected = Buffer.from(sign(userId, group))
  const signature = Buffer.from(given)
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? { userId, group } : null
}

function sign(userId: string, group: StopGroup): string {
  return createHmac('sha256', sessionSecret()).update(`stop-notices/${userId}/${group}`).digest('base64url')
}
