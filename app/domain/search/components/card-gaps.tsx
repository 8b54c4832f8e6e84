import { unitOf } from '#app/domain/kernel/quantity'
import type { Gap } from '#app/domain/search/model'
import { useLanguage, type PageLanguage } from '#app/platform/i18n/use-language'

/** What a site that almost fits is short of, in the units that were asked in. */
export function CardGaps({ gaps }: { gaps: Gap[] }) {
  const words = useLanguage()
  return (
    <ul className="text-wheat-ink text-sm font-medium">
      {gaps.map((gap) => (
        <li key={`${gap.kind} ${gap.bound}`}>{describeGap(gap, words)}</li>
      ))}
    </ul>
  )
}

function describeGap({ kind, bound, asked, value }: Gap, { t, format }: PageLanguage): string {
  const show = (amount: number) => {
    if (kind === 'price') return format.money(amount)
    if (kind === 'area') return format.quantity(amount, 'm2')
    if (kind === 'plot') return format.quantity(amount, 'ha')
    if (kind === 'height') return format.quantity(amount, 'm')
    if (kind === 'rail') return format.quantity(amount, 'km')
    return format.quantity(amount, unitOf[kind])
  }
  const name = t(`search.open.${kind}`)
  return t(bound === 'min' ? 'search.almost.short' : 'search.almost.over', {
    name: name.charAt(0).toLocaleUpperCase() + name.slice(1),
    gap: show(Math.abs(asked - value)),
    value: show(value),
    asked: show(asked),
  })
}
