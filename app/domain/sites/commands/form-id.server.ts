import { namedUuid } from '#app/platform/db/named-uuid.server'

/**
 * The id (UUID) of the site that a form makes: the same whenever this person sends it, and never that of another site,
 * whatever key somebody makes up.
 */
export function idOfForm(form: 'new' | 'split', key: string, authorId: string | null): string {
  return namedUuid(`${form}/${authorId ?? ''}/${key}`)
}
