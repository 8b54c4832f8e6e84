import { chooseText } from '#app/domain/kernel/localized'
import { unitOf } from '#app/domain/kernel/quantity'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DemoChip } from '#app/ui/chip'
import { Photo } from '#app/ui/photo'
import { Link } from '@remix-run/react'
import type { SiteBrief } from '../model'
import { LocalName } from './own-words'

type SitePanelProps = {
  site: SiteBrief
  /** `full`: with utilities, beside a conversation. `card`: the site in one glance. */
  look: 'full' | 'card'
  headingLevel?: 'h2' | 'h3'
}

/** The site that the inquiry is about: picture, place, key figures; in full what is free of each utility. */
export function SitePanel({ site, look, headingLevel: Heading = 'h3' }: SitePanelProps) {
  const { t, format, href } = useLanguage()
  const sayArea = (area: string) => (site.isAreaWhole ? area : t('inquiries.site.at_least', { area }))
  const figures = [
    site.areaM2 === null ? null : sayArea(format.quantity(site.areaM2, 'm2')),
    site.plotHa === null ? null : format.quantity(site.plotHa, 'ha'),
  ].filter((figure) => figure !== null)
  return (
    <article className={look === 'card' ? 'flex items-start gap-4' : 'flex flex-col gap-3'}>
      <SitePicture site={site} look={look} />
      <div className="min-w-0">
        <Heading className="font-bold">
          <Link
            to={href(`/sites/${site.number}`)}
            className="text-ink hover:text-accent-strong inline-flex min-h-11 items-center no-underline hover:underline sm:inline sm:min-h-0"
          >
            <LocalName of={site.name} />
          </Link>
        </Heading>
        <p className="text-muted text-sm">
          <span className="whitespace-nowrap">{site.number}</span>&nbsp;· <LocalName of={site.town} />
          {`\u00a0· ${t(`sites.kind.${site.kind}`)}`}
          {figures.map((figure) => `\u00a0· ${figure}`).join('')}
        </p>
        {site.confirmedAt && (
          <p className="text-muted text-sm">
            {site.freshness === 'fresh'
              ? t('inquiries.site.confirmed', { date: format.date(site.confirmedAt) })
              : `${t(`sites.freshness.${site.freshness}`)}, ${t('inquiries.site.confirmed', { date: format.date(site.confirmedAt) })}`}
          </p>
        )}
        {site.isDemo && (
          <p className="mt-1">
            <DemoChip />
          </p>
        )}
      </div>
      {look === 'full' && <Utilities site={site} />}
    </article>
  )
}

function SitePicture({ site, look }: Pick<SitePanelProps, 'site' | 'look'>) {
  const { t, lang } = useLanguage()
  const shape = look === 'card' ? 'w-24 shrink-0 aspect-[4/3]' : 'w-full aspect-[16/9]'
  if (site.photo === null) {
    if (look === 'full') return null
    return (
      <div
        className={`bg-sunken text-muted flex items-center justify-center rounded-md p-1 text-center text-sm ${shape}`}
      >
        {t('inquiries.site.no_photo')}
      </div>
    )
  }
  return (
    <Photo
      photo={site.photo}
      alt={chooseText(site.photo.alt, lang)}
      sizes={look === 'card' ? '96px' : '320px'}
      className={`rounded-md ${shape}`}
    />
  )
}

function Utilities({ site }: { site: SiteBrief }) {
  const { t, format } = useLanguage()
  return (
    <dl className="divide-line divide-y text-sm">
      {site.utilities.map(({ kind, presence, free }) => (
        <div key={kind} className="flex justify-between gap-4 py-2">
          <dt>{t(`sites.utility.${kind}`)}</dt>
          <dd className="text-right tabular-nums">
            {free !== null && free > 0 ? (
              `${format.quantity(free, unitOf[kind])} ${t('inquiries.site.free')}`
            ) : (
              <span className="text-muted">{t(`sites.presence.${presence}`)}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
