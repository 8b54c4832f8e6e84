import { useLanguage } from '#app/platform/i18n/use-language'
import { HowToGet } from './how-to-get'
import { IncentivesSection } from './incentives-section'
import { KeyFigures } from './key-figures'
import { isWritten, LocalText } from '#app/domain/towns/components/local-text'
import { BuildingsTable, RightsFacts, TransportFacts } from './object-facts'
import { InquirePanel, PlacePanel, TownPanel } from './passport-aside'
import type { PassportData } from './passport-data'
import { PassportGallery } from './passport-gallery'
import { PassportHead, PassportWarning } from './passport-head'
import { PassportSection } from './passport-section'
import { UtilitiesTable } from './utilities-table'
import { ZoneSection } from './zone-section'

/** The passport of a site: what is there, what is free, how to get it, who answers. */
export function PassportPage({ data }: { data: PassportData }) {
  const isStale = data.freshness === 'stale' || data.freshness === 'lapsed'
  return (
    <article className="grid gap-x-10 gap-y-8 lg:grid-cols-[1fr_20rem] print:block">
      <div className="flex min-w-0 flex-col gap-6">
        <PassportHead data={data} />
        <PassportWarning data={data} />
        <div className={isStale ? 'opacity-70 grayscale' : undefined}>
          <PassportGallery photos={data.photos} />
        </div>
        <KeyFigures data={data} />
        <div className="lg:hidden print:hidden">
          <InquirePanel data={data} />
        </div>
        <div className="mt-4 flex flex-col gap-10">
          <Description data={data} />
          <UtilitiesTable data={data} />
          <HowToGet data={data} />
          <RightsFacts data={data} />
          <BuildingsTable data={data} />
          <TransportFacts data={data} />
          <ZoneSection data={data} />
          <IncentivesSection data={data} />
        </div>
      </div>
      <aside className="flex flex-col gap-4 print:mt-8">
        <div className="max-lg:hidden print:hidden">
          <InquirePanel data={data} />
        </div>
        <PlacePanel data={data} />
        <TownPanel data={data} />
      </aside>
    </article>
  )
}

function Description({ data: { dossier } }: { data: PassportData }) {
  const { t } = useLanguage()
  const { description } = dossier.identity
  const { note } = dossier.offeredFor
  if (!isWritten(description) && !isWritten(note)) return null
  return (
    <PassportSection title={t('passport.description')}>
      <div className="max-w-text flex flex-col gap-3 whitespace-pre-line">
        {isWritten(description) && (
          <p>
            <LocalText text={description} />
          </p>
        )}
        {isWritten(note) && (
          <p>
            <LocalText text={note} />
          </p>
        )}
      </div>
    </PassportSection>
  )
}
