import { useTranslation } from 'react-i18next'

/** Said on every page while demonstration data is loaded. */
export function DemoBand() {
  const { t } = useTranslation()
  return (
    <p data-demo-band className="bg-wheat-soft text-wheat-ink px-4 py-1.5 text-center text-sm">
      {t('ui.shell.demo')}
    </p>
  )
}
