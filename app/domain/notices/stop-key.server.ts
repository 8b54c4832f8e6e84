import type { Language } from '#app/domain/kernel/localized'
import { noticeGroups, type StopGroup } from '#app/domain/notices/events'
import { pathIn } from '#app/platform/i18n/language'
import { isSignatureOf, signatureOf } from '#app/platform/secrets/signature.server'

/** Address that ends the letters of a group to a person, without signing in: for the foot of these letters. */
export function stopPath(reader: { id: string; locale: Language }, group: StopGroup): string {
  const key = `${reader.id}.${group}.${signatureOf(subjectOf(reader.id, group))}`
  return `${pathIn(reader.locale, '/notices/stop')}?${new URLSearchParams({ key })}`
}

/** Whose letters of which group the key of such an address ends; null for a key that is not ours. */
export function readStopKey(key: string | null): { userId: string; group: StopGroup } | null {
  const [userId = '', name = '', signature = ''] = (key ?? '').split('.')
  const group = [...noticeGroups, 'all' as const].find((known) => known === name)
  return group !== undefined && isSignatureOf(subjectOf(userId, group), signature) ? { userId, group } : null
}

function subjectOf(userId: string, group: StopGroup): string {
  return `stop-notices/${userId}/${group}`
}
