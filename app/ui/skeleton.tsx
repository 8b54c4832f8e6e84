import { useTranslation } from 'react-i18next'

/** Holds the place of rows that are still loading, so that nothing jumps; `height` in 4-px steps of a typical row. */
export function Skeleton({ rows = 3, height = 'text' }: { rows?: number; height?: 'text' | 'card' }) {
  const { t } = useTranslation()
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{t('ui.state.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden="true" className={`bg-track rounded-md ${height === 'card' ? 'h-36' : 'h-6'}`} />
      ))}
    </div>
  )
}
