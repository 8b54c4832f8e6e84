import type { EditorData } from '#app/domain/sites/editor-data'
import { IdentityForm } from './identity-form'
import { OfferForm, ZoneForm } from './offer-form'
import { PhotosForm } from './photos-form'
import { PremisesForm } from './premises-form'
import { RightsForm } from './rights-form'
import { TransportForm } from './transport-form'
import { UtilitiesForm } from './utilities-form'

/** Buttons outside the form belong to it by this id. */
export const formId = 'dossier'

/** The fields of the group that is open. */
export function GroupFields({ data }: { data: EditorData }) {
  switch (data.group) {
    case 'identity':
      return <IdentityForm data={data} />
    case 'rights':
      return <RightsForm />
    case 'premises':
      return <PremisesForm data={data} />
    case 'utilities':
      return <UtilitiesForm />
    case 'transport':
      return <TransportForm />
    case 'offer':
      return <OfferForm data={data} />
    case 'zone':
      return <ZoneForm />
    case 'photos':
      return <PhotosForm data={data} />
  }
}
