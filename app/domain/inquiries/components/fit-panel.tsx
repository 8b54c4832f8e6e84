import type { MatchView, NeedView } from '#app/domain/matching/brief-view'
import { OutcomeMark } from '#app/domain/matching/components/outcome-mark'
import { useLanguage } from '#app/platform/i18n/use-language'

/** Why the site fits what the investor asked for: each need with the site's answer beside what is needed. */
export function FitPanel({ match, needs }: { match: MatchView; needs: readonly NeedView[] }) {
  const { t, format } = useLanguage()
  const rows = match.outcomes.flatMap((outcome) => {
    const need = needs.find(({ criterion }) => criterion === outcome.criterion)
    return need ? [{ ...need, ...outcome }] : []
  })
  return (
    <section className="flex flex-col gap-2 text-sm">
      <h3 className="text-base font-bold">
        {t('casework.fit', { range: format.percentRange(match.low, match.high) })}
      </h3>
      <ul className="divide-line divide-y">
        {rows.map(({ criterion, label, asked, says, note, state }) => (
          <li key={criterion} className="flex gap-2 py-2">
            <OutcomeMark state={state} isShort />
            <div className="min-w-0 flex-1">
              <p>
                {label}: {says}
              </p>
              <p className="text-muted">{t('casework.needed', { asked })}</p>
              {note !== '' && <p className="text-muted">{note}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
