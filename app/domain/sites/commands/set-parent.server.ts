import type { Actor } from '#app/domain/accounts/model'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { isDivisible } from '../premises-rules'
import { typedText, type Faults, type FormFields } from '../form/form-fields'
import type { FormValues } from '../form/write-form'
import type { DossierGroup } from '../choices'
import { visibleTo } from '../visible-to.server'
import { editorsWith, lockOpenVersion } from './own-version.server'

/** Whether the form asks of which whole the site is a part. */
export function choosesParent({ group, fields }: { group: DossierGroup; fields: FormFields }): boolean {
  return group === 'identity' && fields.has('parent')
}

/**
 * Makes the site a part of the one whose number the field `parent` names, or of none. A site of another town, one that
 * cannot be split and the site itself are faults of the field, and then nothing changes.
 */
export async function setParent(
  actor: Actor,
  number: string,
  fields: FormFields,
): Promise<{ faults: Faults; values: FormValues }> {
  const typed = typedText(fields, 'parent')?.trim() ?? ''
  return inTransaction(database(), async (tx): Promise<{ faults: Faults; values: FormValues }> => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.edit', number)
    const whole =
      typed === ''
        ? null
        : await tx.site.findFirst({
            where: {
              AND: [{ number: typed, townKey: site.townKey, id: { not: site.id } }, visibleTo(actor, 'site.edit')],
            },
            select: { id: true, kind: true, parentId: true },
          })
    const isRefused = typed !== '' && (whole === null || !isDivisible(whole.kind) || whole.parentId !== null)
    if (isRefused || site.kind !== 'premises') {
      return { faults: isRefused ? { parent: { code: 'not_a_choice' } } : {}, values: {} }
    }
    const parentId = whole?.id ?? null
    if (parentId !== site.parentId) {
      await tx.site.update({ where: { id: site.id }, data: { parentId } })
      if (version !== null) {
        const editorIds = editorsWith(actor, version)
        await tx.siteVersion.update({ where: { id: version.id }, data: { editorIds } })
      }
    }
    return { faults: {}, values: { parent: [typed] } }
  })
}
