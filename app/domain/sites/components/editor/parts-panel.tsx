import { chooseText } from '#app/domain/kernel/localized'
import type { EditorData } from '#app/domain/sites/editor-data'
import { excessM2 } from '#app/domain/sites/premises-rules'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { Link } from '@remix-run/react'
import { Section } from './section'

/** The units that the site is split into, and the way to split it. */
export function PartsPanel({ data }: { data: EditorData }) {
  const { t, lang, href, format } = useLanguage()
  const { parts } = data
  if (parts === null) return null
  const excess = excessM2(
    parts.areaM2,
    parts.units.map((unit) => unit.areaM2),
  )
  return (
    <Section title={t('editor.parts.title')} hint={t('editor.parts.hint')}>
      {parts.units.length > 0 && (
        <ul className="divide-line divide-y">
          {parts.units.map(({ number, name, areaM2, isPublic }) => (
            <li key={number} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
              <Link to={href(`/akimat/sites/${number}`)} className="inline-flex min-h-11 items-center underline">
                {number} · {chooseText(name, lang).text}
              </Link>
              <span className="text-muted text-sm">
                {areaM2 === null ? t('editor.buildings.no_area') : format.quantity(areaM2, 'm2')} ·{' '}
                {t(isPublic ? 'sites.state.published' : 'sites.state.draft')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {excess > 0 && (
        <Notice tone="attention">{t('editor.parts.excess', { area: format.quantity(excess, 'm2') })}</Notice>
      )}
      <div>
        <LinkButton to={href(`/akimat/sites/${data.number}/parts`)}>{t('editor.parts.split')}</LinkButton>
      </div>
    </Section>
  )
}
