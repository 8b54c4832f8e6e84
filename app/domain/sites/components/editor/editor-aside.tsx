import type { DossierSummary, Gap } from '#app/domain/sites/submission'
import { useLanguage } from '#app/platform/i18n/use-language'
import { AutosaveStatus } from '#app/ui/autosave-status'
import { Button } from '#app/ui/button'
import { CheckList } from '#app/ui/check-list'
import { LinkButton } from '#app/ui/link-button'
import { Panel } from '#app/ui/panel'
import { ProgressBar } from '#app/ui/progress-bar'
import type { EditorData, ZoneGlance } from '#app/domain/sites/editor-data'
import { GapLinks } from './gap-links'
import { formId } from './form-id'
import type { Autosave } from './use-autosave'

const shownGaps = 6

type AsideProps = { data: EditorData; summary: DossierSummary; zone: ZoneGlance; autosave: Autosave }

/** What is safe, how complete it is, what is missing, and the way to the reviewer. */
export function EditorAside({ data, summary, zone, autosave }: AsideProps) {
  const { t, href } = useLanguage()
  return (
    <aside className="flex flex-col gap-5 px-4 py-6 sm:px-6 lg:col-start-2 xl:col-start-auto">
      <SavedAt data={data} autosave={autosave} />
      <div className="flex flex-col gap-3">
        <ProgressBar label={t('akimat.completeness')} share={summary.percent / 100} />
        {summary.required.length > 0 && <Gaps title={t('akimat.required_missing')} gaps={summary.required} />}
        <Gaps
          title={t('akimat.missing')}
          gaps={summary.missing.filter((gap) => !summary.required.some((must) => must.field === gap.field))}
        />
      </div>
      <Panel title={t('akimat.group.zone')}>
        <p className="text-muted text-sm">{t(`sites.zone_verdict.${zone.verdict}`)}</p>
        <div className="text-sm">
          <CheckList items={zone.items} />
        </div>
      </Panel>
      <div className="flex flex-col gap-2">
        <Button look="primary" isWide form={formId} name="intent" value="submit">
          {t('akimat.submit')}
        </Button>
        <LinkButton isWide to={href(`/akimat/sites/${data.number}`)}>
          {t('akimat.preview')}
        </LinkButton>
        <LinkButton look="quiet" isWide to={href(`/akimat/sites/${data.number}?ask=discard`)}>
          {t('akimat.discard')}
        </LinkButton>
      </div>
    </aside>
  )
}

function SavedAt({ data, autosave }: Pick<AsideProps, 'data' | 'autosave'>) {
  const { t, format } = useLanguage()
  const { state, saved } = autosave
  if (state === 'idle') {
    return <p className="text-muted text-sm">{t('akimat.last_saved', { when: format.dateTime(data.savedAt) })}</p>
  }
  const time = saved && format.dateTime(saved.savedAt).slice(-5)
  const hasFaults = state === 'saved' && saved !== null && Object.keys(saved.faults).length > 0
  return (
    <div>
      <AutosaveStatus state={state} savedAt={time} />
      {hasFaults && <p className="text-bad text-sm font-medium">{t('akimat.not_all_saved')}</p>}
    </div>
  )
}

function Gaps({ title, gaps }: { title: string; gaps: readonly Gap[] }) {
  const { t, format } = useLanguage()
  if (gaps.length === 0) return null
  const rest = gaps.length - shownGaps
  return (
    <div>
      <p className="text-muted text-sm">{title}</p>
      <GapLinks gaps={gaps.slice(0, shownGaps)} />
      {rest > 0 && (
        <p className="text-muted text-sm">{t('akimat.and_more', { count: rest, value: format.number(rest) })}</p>
      )}
    </div>
  )
}
