import type { LocalDate } from '#app/domain/kernel/local-date'
import { sectorKeys } from '#app/domain/towns/model'
import { zoneQuestions, type Dossier, type SiteKind } from '../model'
import { textLimits } from '../schema'
import type { DossierGroup } from '../submission'
import { FieldReader } from './field-reader'
import type { Faults, FormFields } from './form-fields'
import { readIdentity } from './read-identity'
import { readPremises } from './read-premises'
import { readRights } from './read-rights'
import { readTransport } from './read-transport'
import { readUtilities } from './read-utilities'

export type FormContext = {
  kind: SiteKind
  today: LocalDate
  /** Keys of the measures of support that may be named. */
  incentives: readonly string[]
}

/**
 * The dossier with what one group's form says. Every value that can be taken is taken; the others keep what the dossier
 * had and are named in `faults`, so that half a form is never lost for one wrong field.
 */
export function readGroup(
  group: DossierGroup,
  dossier: Dossier,
  fields: FormFields,
  context: FormContext,
): { dossier: Dossier; faults: Faults } {
  const reader = new FieldReader(fields, context.today)
  const part = readers[group](reader, dossier, context)
  return { dossier: { ...dossier, ...part }, faults: reader.faults }
}

type GroupReader = (reader: FieldReader, dossier: Dossier, context: FormContext) => Partial<Dossier>

const readers: Record<DossierGroup, GroupReader> = {
  identity: (reader, dossier) => ({ identity: readIdentity(reader, dossier.identity) }),
  rights: (reader, dossier) => ({ rights: readRights(reader, dossier.rights) }),
  premises: (reader, dossier, { kind }) => readPremises(reader, dossier, kind),
  utilities: (reader, dossier) => ({ utilities: readUtilities(reader, dossier.utilities) }),
  transport: (reader, dossier) => ({ transport: readTransport(reader, dossier.transport) }),
  offer: (reader, dossier, { incentives }) => ({
    offeredFor: {
      sectors: reader.boxes('offeredFor.sectors', sectorKeys),
      note: reader.localized('offeredFor.note', dossier.offeredFor.note, textLimits.text, true),
      incentives: reader.boxes('offeredFor.incentives', incentives),
    },
  }),
  zone: (reader, dossier) => ({ zone: readZone(reader, dossier.zone) }),
  photos: (reader, dossier) => ({
    photos: dossier.photos.map(({ fileId, alt }) => ({
      fileId,
      alt: reader.localized(`photos.${fileId}.alt`, alt, textLimits.line),
    })),
  }),
}

function readZone(reader: FieldReader, zone: Dossier['zone']): Dossier['zone'] {
  const answers = zoneQuestions.map((question) => [
    question,
    reader.choice(`zone.${question}`, zone[question], ['yes', 'no', 'unknown']),
  ])
  return Object.fromEntries(answers) as Dossier['zone']
}
