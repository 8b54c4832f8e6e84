import type { PassportData } from '#app/domain/sites/passport/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { ReactNode } from 'react'
import { Commitments } from './commitments'
import { ConfirmedList } from './confirmed-list'
import { HowToGet, Rights } from './how-to-get'
import { PapersSection } from './papers-section'
import { InquirePanel, PlacePanel, TownPanel } from './passport-aside'
import { PassportGallery } from './passport-gallery'
import { KeyFigures, PassportHead, PassportWarning } from './passport-head'
import { PassportNav, usePlaces } from './passport-nav'
import { PassportSection } from './passport-section'
import { Buildings, Surroundings } from './property-facts'
import { Relatives } from './relatives'
import { Say } from './say'
import { QrPanel, ShareLine, type PublicPage } from './share'
import { UtilitiesTable } from './utilities-table'

/**
 * What the rooms to the right say of a site: the route puts it in. `chip` stands in the head, `zone` and `incentives`
 * are sections.
 */
export type PassportSlots = { chip: ReactNode; zone: ReactNode; incentives: ReactNode }

/** `page`: the public page; a preview has none and cannot be shared. `action`: what its reader can do with the site. */
type PassportPageProps = { data: PassportData; page?: PublicPage; action?: ReactNode } & PassportSlots

/** The passport of a site: what is there, what is free, how to get it, who answers. */
export function PassportPage({ data, page, action, chip, zone, incentives }: PassportPageProps) {
  const places = usePlaces(data)
  const isStale = data.freshness === 'stale' || data.freshness === 'lapsed'
  return (
    <article className="grid gap-x-10 gap-y-8 lg:grid-cols-[1fr_20rem] print:block">
      <div className="flex min-w-0 flex-col gap-6">
        <PassportHead data={data} chip={chip} />
        {page !== undefined && <ShareLine page={page}>{action}</ShareLine>}
        <PassportWarning data={data} />
        <div className={isStale ? 'opacity-70 grayscale' : undefined}>
          <PassportGallery photos={data.photos} hidden={data.hiddenPhotos} />
        </div>
        <KeyFigures data={data} />
        <div className="lg:hidden print:hidden">
          <InquirePanel data={data} />
        </div>
        <PassportNav places={places} look="folded" />
        <div className="mt-4 flex flex-col gap-10">
          <Description data={data} />
          <UtilitiesTable data={data} />
          <HowToGet data={data} />
          <Rights data={data} />
          <Commitments data={data} />
          <Relatives data={data} />
          <Buildings data={data} />
          <Surroundings data={data} />
          <div id="zone">{zone}</div>
          {incentives}
          <PapersSection data={data} />
          <ConfirmedList data={data} />
        </div>
      </div>
      <aside className="flex flex-col gap-4 print:mt-8">
        <div className="max-lg:hidden print:hidden">
          <InquirePanel data={data} />
        </div>
        <PlacePanel data={data} />
        {page !== undefined && <QrPanel page={page} />}
        <TownPanel data={data} />
        <PassportNav places={places} look="aside" />
      </aside>
    </article>
  )
}

function Description({ data: { texts } }: { data: PassportData }) {
  const { t } = useLanguage()
  if (texts.length === 0) return null
  return (
    <PassportSection title={t('passport.description')}>
      <div className="max-w-text flex flex-col gap-3 whitespace-pre-line">
        {texts.map((text, index) => (
          <p key={index}>
            <Say of={text} />
          </p>
        ))}
      </div>
    </PassportSection>
  )
}
