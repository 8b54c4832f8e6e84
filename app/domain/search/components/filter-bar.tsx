import { writeCriteria } from '#app/domain/search/address'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { FilterBar as Bar, FilterPopover } from '#app/ui/filter-popover'
import { TextField } from '#app/ui/form/text-field'
import { Search } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { barButtons, type BarButton } from './bar-buttons'
import { KindFields, PlaceFields, SectorFields, TermsFields } from './choice-filters'
import { AreaFields, NetworkFields, PowerFields, PriceFields } from './quantity-filters'
import type { FilterProps } from './filter-props'
import { useLiveForm } from './use-live-form'

/** What is set on the map, or below the list, and goes along with every change of a field. */
const hidden = new Set(['bbox', 'area', 'near', 'size'])

type SearchFiltersProps = FilterProps & { view: string | null }

/**
 * The form of the search: one bar of text and popovers. Sends itself with JavaScript, by its buttons without. What is
 * pointed at on the map changes nothing in it.
 */
export const SearchFilters = memo(function SearchFilters({ view, ...props }: SearchFiltersProps) {
  const { t, href } = useLanguage()
  const { formKey, onChange, onSubmit } = useLiveForm()
  const { criteria } = props
  return (
    <form
      key={formKey}
      id="search-form"
      method="get"
      action={href('/sites')}
      role="search"
      aria-label={t('search.form')}
      onChange={onChange}
      onSubmit={onSubmit}
      className="border-line bg-surface border-b px-4 py-3 sm:px-6"
    >
      <Bar>
        <div className="w-56 shrink-0">
          <TextField
            id="q"
            name="q"
            type="search"
            label={t('search.q')}
            isLabelHidden
            placeholder={t('search.q_placeholder')}
            defaultValue={criteria.q}
            maxLength={200}
            autoComplete="off"
          />
        </div>
        {/* A phone's keyboard has its own search key; the filters need the room. */}
        <div className="hidden md:block">
          <Button icon={Search}>{t('search.submit')}</Button>
        </div>
        <Popovers {...props} />
      </Bar>
      {[...writeCriteria(criteria)]
        .filter(([name]) => hidden.has(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      {view && <input type="hidden" name="view" value={view} />}
    </form>
  )
})

function Popovers(props: FilterProps) {
  const buttons = barButtons(props, useLanguage())
  return (
    <>
      <Popover {...buttons.sector} {...props}>
        <SectorFields {...props} />
      </Popover>
      <Popover {...buttons.place} {...props}>
        <PlaceFields {...props} />
      </Popover>
      <Popover {...buttons.power} {...props}>
        <PowerFields {...props} />
      </Popover>
      <Popover {...buttons.area} {...props}>
        <AreaFields {...props} />
      </Popover>
      <Popover {...buttons.kind} {...props}>
        <KindFields {...props} />
      </Popover>
      <Popover {...buttons.price} {...props}>
        <PriceFields {...props} />
      </Popover>
      <Popover {...buttons.networks} {...props}>
        <NetworkFields {...props} />
      </Popover>
      <Popover {...buttons.more} {...props} isAlignedRight>
        <TermsFields {...props} />
      </Popover>
    </>
  )
}

type PopoverProps = BarButton & { total: number; isAlignedRight?: boolean; children: ReactNode }

function Popover({ label, isActive, count, total, isAlignedRight, children }: PopoverProps) {
  const { t, format } = useLanguage()
  return (
    <FilterPopover label={label} isActive={isActive} count={count} isAlignedRight={isAlignedRight}>
      <div className="flex flex-col gap-4">
        {children}
        <Button look="primary" isWide>
          {t('search.show', { count: total, value: format.number(total) })}
        </Button>
      </div>
    </FilterPopover>
  )
}
