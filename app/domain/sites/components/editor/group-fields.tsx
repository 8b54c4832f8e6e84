import type { EditorData } from '#app/domain/sites/editor-data'
import type { FileFault } from '#app/domain/sites/uploads'
import { BuildingsForm } from './buildings-form'
import { CommitmentsForm } from './commitments-form'
import { IdentityForm } from './identity-form'
import { MediaForm } from './media-form'
import { OfferForm } from './offer-form'
import { EnvironmentForm, LandForm, ResponsibleForm, TransportForm, ZoneForm } from './property-forms'
import { RightsForm } from './rights-form'
import { UtilitiesForm } from './utilities-form'

/** The fields of the group that is open. */
export function GroupFields({ data, fileFaults }: { data: EditorData; fileFaults: readonly FileFault[] }) {
  switch (data.group) {
    case 'identity':
      return <IdentityForm data={data} />
    case 'rights':
      return <RightsForm data={data} />
    case 'land':
      return <LandForm isRequired={data.kind === 'land'} />
    case 'buildings':
      return <BuildingsForm data={data} />
    case 'utilities':
      return <UtilitiesForm />
    case 'transport':
      return <TransportForm />
    case 'environment':
      return <EnvironmentForm />
    case 'offer':
      return <OfferForm data={data} />
    case 'zone':
      return <ZoneForm />
    case 'media':
      return <MediaForm data={data} faults={fileFaults} />
    case 'commitments':
      return <CommitmentsForm data={data} />
    case 'responsible':
      return <ResponsibleForm />
  }
}
