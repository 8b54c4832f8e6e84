import { chooseText, type Localized } from '#app/domain/kernel/localized'
import type { BBox } from '#app/domain/kernel/geo'
import type { CardView } from '#app/domain/search/card-view'
import type { TownPromiseList, TownScore } from '#app/domain/search/town-trust'
import type { MapAnswer } from '#app/domain/search/model'
import { viewBox } from '#app/domain/search/view-box'
import { LocalText } from '#app/domain/towns/components/local-text'
import { TownFactsList } from '#app/domain/towns/components/town-facts'
import { Origin, Since } from '#app/domain/towns/components/town-list'
import type { TownProfile, TownStatus } from '#app/domain/towns/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { SiteCard } from './site-card'
import { TownMap } from './town-map'
import { TownPromises, TownScoreLine } from './town-promises'

export type TownData = {
  town: TownProfile
  region: Localized
  isOnList: boolean
  status: TownStatus | null
  total: number
  cards: CardView[]
  sites: MapAnswer
  extent: BBox | null
  styleUrl: string | null
  score: TownScore | null
  promises: Record<'missed' | 'next', TownPromiseList>
  /** Who answers inquiries about its sites and how fast, in words. */
  answers: { text: string; speed: string }
}

/** A town: whether it is on the list, what is known about it, and what it offers. */
export function TownPage({ data }: { data: TownData }) {
  const { t, lang, href } = useLanguage()
  const { town, region, isOnList } = data
  return (
    <article className="flex flex-col gap-10">
      <div>
        <PageHeading
          title={<LocalText text={town.name} />}
          crumbs={[{ label: t('towns.title'), to: href('/towns') }, { label: chooseText(town.name, lang).text }]}
        >
          <Chip tone={isOnList ? 'accent' : 'neutral'}>{t(isOnList ? 'towns.is_listed' : 'towns.has_left')}</Chip>
        </PageHeading>
        <p className="text-lg">
          <LocalText text={region} />
        </p>
        {data.status && !isOnList && (
          <p className="text-muted">
            {t('towns.left_since')} <Since status={data.status} /> · <Origin status={data.status} />
          </p>
        )}
      </div>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[1fr_24rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <TownScoreLine score={data.score} />
          <section>
            <h2 className="mb-1 text-lg font-bold">{t('towns.answers.title')}</h2>
            <p>{data.answers.text}</p>
            <p className="text-muted text-sm">{data.answers.speed}</p>
          </section>
          <section>
            <h2 className="mb-2 text-lg font-bold">{t('towns.facts')}</h2>
            <TownFactsList town={town} />
          </section>
        </div>
        <div
          className="border-line needs-script h-96 overflow-hidden rounded-lg border lg:sticky lg:top-4"
          data-no-print
        >
          <TownMap
            sites={data.sites}
            center={town.point}
            bounds={data.extent && viewBox(data.extent)}
            styleUrl={data.styleUrl}
          />
        </div>
      </div>
      <TownPromises {...data.promises} />
      <TownSites data={data} />
    </article>
  )
}

function TownSites({ data: { town, total, cards } }: { data: TownData }) {
  const { t, href, format } = useLanguage()
  return (
    <section>
      <h2 className="text-lg font-bold">{t('towns.sites', { value: format.number(total) })}</h2>
      {total === 0 ? (
        <EmptyState title={t('towns.no_sites')} text={t('towns.no_sites_text')}>
          <LinkButton to={href('/sites')}>{t('towns.all_sites')}</LinkButton>
        </EmptyState>
      ) : (
        <div className="grid gap-x-10 lg:grid-cols-2">
          {cards.map((card) => (
            <SiteCard key={card.number} card={card} />
          ))}
        </div>
      )}
      {total > cards.length && (
        <p className="pt-4">
          <LinkButton to={href(`/sites?town=${town.key}`)}>
            {t('towns.all_of_town', { value: format.number(total) })}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
