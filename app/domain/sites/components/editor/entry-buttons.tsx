import type { UploadList } from '#app/domain/sites/uploads'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'

type EntryButtonsProps = { list: UploadList; fileId: string; name: string; isFirst: boolean }

/** Moves a photograph or paper forward, or takes it out; it can be put back right after. */
export function EntryButtons({ list, fileId, name, isFirst }: EntryButtonsProps) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-wrap gap-2">
      {!isFirst && (
        <Button
          look="quiet"
          size="small"
          name="operation"
          value={`move_up:${list}:${fileId}`}
          aria-label={t('papers.move_up_of', { name })}
        >
          {t('papers.move_up')}
        </Button>
      )}
      <Button
        look="quiet"
        size="small"
        name="operation"
        value={`remove:${list}:${fileId}`}
        aria-label={t('papers.remove_of', { name })}
      >
        {t('papers.remove')}
      </Button>
    </div>
  )
}
