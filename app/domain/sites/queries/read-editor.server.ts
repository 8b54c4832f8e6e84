import type { Actor } from '#app/domain/accounts/model'
import { listIncentives, readTown } from '#app/domain/towns/queries.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { Language } from '#app/platform/i18n/language'
import type { EditorData } from '../editor-data'
import { writeForm } from '../form/write-form'
import { summarize, type DossierGroup } from '../submission'
import { readOwnDossier } from './own-sites.server'

/** One group of the draft for its editor; null when there is no draft that can be changed now. */
export async function readEditor(
  actor: Actor,
  number: string,
  group: DossierGroup,
  language: Language,
): Promise<Omit<EditorData, 'styleUrl'> | null> {
  const own = await readOwnDossier(actor, number)
  const { version } = own
  if (version === null || version.state === 'in_review' || !own.canEdit) return null
  const [town, incentives] = await Promise.all([readTown(own.townKey), listIncentives()])
  if (town === null) throw notFound()
  const { dossier } = version
  return {
    number: own.number,
    kind: own.kind,
    name: dossier.identity.name,
    isDemo: own.isDemo,
    group,
    revision: version.revision,
    savedAt: version.savedAt,
    isReturned: version.state === 'changes_requested',
    remarks: version.remarks,
    values: writeForm(dossier, language),
    buildingCount: dossier.buildings.length,
    photos: dossier.photos.flatMap(({ fileId, alt }) => {
      const file = own.files.find((candidate) => candidate.fileId === fileId)
      return file ? [{ ...file, alt }] : []
    }),
    incentives: incentives.map(({ key, name, availability }) => ({ key, name, availability })),
    summary: summarize(own.kind, dossier),
    townPoint: town.point,
  }
}
