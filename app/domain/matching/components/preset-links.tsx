import { useLanguage } from '#app/platform/i18n/use-language'
import type { SectorKey } from '#app/domain/towns/model'
import { Link } from '@remix-run/react'

/** A beginning for each sector; each is only an address with other needs in it. */
export function PresetLinks({ presets }: { presets: readonly { sector: SectorKey; to: string }[] }) {
  const { t } = useLanguage()
  return (
    <section aria-labelledby="presets-title" className="mb-8 flex flex-col gap-2">
      <h2 id="presets-title" className="text-lg font-bold">
        {t('briefs.presets')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {presets.map(({ sector, to }) => (
          <li key={sector}>
            <Link
              to={to}
              preventScrollReset
              data-plain
              className="border-edge bg-surface text-ink hover:border-accent hover:text-accent-strong inline-flex min-h-11 items-center rounded-md border px-3 no-underline"
            >
              {t(`sites.sector.${sector}`)}
            </Link>
          </li>
        ))}
      </ul>
      <p className="text-muted max-w-text text-sm">{t('briefs.presets_note')}</p>
    </section>
  )
}
