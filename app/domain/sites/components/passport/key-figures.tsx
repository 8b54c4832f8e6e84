import { floorAreaM2, freeCapacity } from '#app/domain/sites/rules'
import { useLanguage } from '#app/platform/i18n/use-language'
import { StatRow, type Stat } from '#app/ui/stat-figure'
import type { PassportData } from './passport-data'

/** The figures that decide whether to read on; what is not known says so. */
export function KeyFigures({ data: { dossier, kind } }: { data: PassportData }) {
  const { t, lang, format } = useLanguage()
  const unknown = <span className="text-muted text-base font-normal">{t('ui.state.unknown')}</span>
  const show = (value: number | null, unit: 'm2' | 'ha' | 'kW') =>
    value === null ? unknown : format.quantity(value, unit)
  const { price, priceKind, priceNegotiable } = dossier.rights
  const area = floorAreaM2(dossier.buildings)
  const stats: Stat[] = [
    ...(kind === 'land' && area === null ? [] : [{ label: t('passport.figure.area'), value: show(area, 'm2') }]),
    { label: t('passport.figure.power'), value: show(freeCapacity(dossier.utilities.electricity), 'kW') },
    { label: t('passport.figure.plot'), value: show(dossier.land.plotHa, 'ha') },
    {
      label: priceKind === null ? t('passport.figure.price') : startLarge(t(`sites.price_kind.${priceKind}`), lang),
      value: price === null ? unknown : format.money(price),
      note: priceNegotiable ? t('passport.negotiable') : undefined,
    },
  ]
  return <StatRow stats={stats} />
}

function startLarge(words: string, lang: string): string {
  return words.charAt(0).toLocaleUpperCase(lang) + words.slice(1)
}
