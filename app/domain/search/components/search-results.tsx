import { searchPath } from '#app/domain/search/address'
import type { CardView } from '#app/domain/search/card-view'
import { countPages } from '#app/domain/kernel/page'
import { emptyCriteria } from '#app/domain/search/schema'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { LiveCount } from '#app/ui/live-count'
import { Notice } from '#app/ui/notice'
import { Pagination } from '#app/ui/pagination'
import { ActiveChips } from './active-chips'
import { describeCriterion } from './criterion-label'
import { ListTools } from './list-tools'
import type { SearchData } from './search-data'
import { SiteCard } from './site-card'
import { SortField } from './sort-field'
import type { ReactNode } from 'react'

export type Hovering = { hovered: string | null; onHover: (number: string | null) => void }

type Slots = { cardAction?: (number: string) => ReactNode; actions?: ReactNode }

/** The list of a search: what was not understood, what is asked for, the sites, and those that leave something open. */
export function SearchResults({ data, cardAction, actions, ...hovering }: { data: SearchData } & Hovering & Slots) {
  const { t, href, format } = useLanguage()
  const { criteria, total, items, open, openTotal, almost, almostTotal, size } = data
  const isPastEnd = items.length === 0 && total > 0
  return (
    <div className="flex flex-col gap-4">
      <IgnoredNotice ignored={data.ignored} />
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <Counts total={total} openTotal={openTotal} almostTotal={almostTotal} />
        <SortField criteria={criteria} />
      </div>
      {actions}
      <ActiveChips criteria={criteria} names={data.names} />
      <section aria-label={t('search.fits', { count: total, value: format.number(total) })}>
        {items.map((card, index) => (
          <SiteCard
            key={card.number}
            card={card}
            level={2}
            isFirst={index === 0}
            isHovered={hovering.hovered === card.number}
            onHover={hovering.onHover}
            action={cardAction?.(card.number)}
          />
        ))}
        {total === 0 && <NothingFits data={data} />}
        {isPastEnd && (
          <EmptyState title={t('search.past_end')}>
            <LinkButton to={href(searchPath({ ...criteria, page: 1 }))}>{t('search.first_page')}</LinkButton>
          </EmptyState>
        )}
        <Pagination
          page={data.page}
          pages={countPages(total, size)}
          to={(page) => href(searchPath({ ...criteria, page }))}
        />
        <ListTools data={data} />
      </section>
      <MoreSites
        id="open-sites"
        title={t('search.open_title', { value: format.number(openTotal) })}
        lead={t('search.open_lead')}
        cards={open}
        total={openTotal}
        {...{ cardAction, ...hovering }}
      />
      <MoreSites
        id="almost-sites"
        title={t('search.almost.title', { value: format.number(almostTotal) })}
        lead={t('search.almost.lead')}
        cards={almost}
        total={almostTotal}
        {...{ cardAction, ...hovering }}
      />
    </div>
  )
}

function Counts({ total, openTotal, almostTotal }: Pick<SearchData, 'total' | 'openTotal' | 'almostTotal'>) {
  const { t, format } = useLanguage()
  return (
    <div className="flex flex-col">
      <LiveCount>
        <strong className="text-lg font-bold">{t('search.fits', { count: total, value: format.number(total) })}</strong>
      </LiveCount>
      <p className="flex flex-wrap gap-x-4 text-sm sm:text-base">
        {openTotal > 0 && (
          <a href="#open-sites" className="inline-flex min-h-11 items-center underline">
            {t('search.open_count', { count: openTotal, value: format.number(openTotal) })}
          </a>
        )}
        {almostTotal > 0 && (
          <a href="#almost-sites" className="inline-flex min-h-11 items-center underline">
            {t('search.almost.count', { count: almostTotal, value: format.number(almostTotal) })}
          </a>
        )}
      </p>
    </div>
  )
}

function IgnoredNotice({ ignored }: Pick<SearchData, 'ignored'>) {
  const { t } = useLanguage()
  if (ignored.length === 0) return null
  return (
    <Notice tone="attention" role="status" title={t('search.ignored_title')}>
      <p>{t('search.ignored_text')}</p>
      <ul className="mt-1 list-disc pl-5">
        {ignored.map(({ name, value }) => (
          <li key={`${name}=${value}`} lang="zxx" className="break-all">
            {name}={value.slice(0, 80)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type MoreSitesProps = {
  id: string
  title: string
  lead: string
  cards: CardView[]
  /** How many there are in all; the list shows the first of them. */
  total: number
} & Hovering &
  Pick<Slots, 'cardAction'>

/** Sites below those that fit, with what keeps them from fitting on each card. */
function MoreSites({ id, title, lead, cards, total, hovered, onHover, cardAction }: MoreSitesProps) {
  const { t, format } = useLanguage()
  if (cards.length === 0) return null
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="border-line border-t pt-5">
      <h2 id={`${id}-title`} className="text-lg font-bold">
        {title}
      </h2>
      <p className="text-muted">{lead}</p>
      {cards.map((card) => (
        <SiteCard
          key={card.number}
          card={card}
          isHovered={hovered === card.number}
          onHover={onHover}
          action={cardAction?.(card.number)}
        />
      ))}
      {total > cards.length && (
        <p className="text-muted py-4">{t('search.open_more', { value: format.number(total - cards.length) })}</p>
      )}
    </section>
  )
}

function NothingFits({ data }: { data: SearchData }) {
  const words = useLanguage()
  const { t, href, format } = words
  return (
    <EmptyState
      title={t('search.empty_title')}
      text={t(data.openTotal > 0 ? 'search.empty_open' : 'search.empty_text')}
    >
      {data.waysOut.map(({ criterion, rest, total }) => (
        <LinkButton key={searchPath(rest)} to={href(searchPath(rest))}>
          {t('search.without', { label: describeCriterion(criterion, words, data.names), value: format.number(total) })}
        </LinkButton>
      ))}
      <LinkButton to={href(searchPath(emptyCriteria()))}>{t('search.clear')}</LinkButton>
    </EmptyState>
  )
}
