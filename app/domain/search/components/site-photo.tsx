import type { CardView } from '#app/domain/search/card-view'
import { useLanguage } from '#app/platform/i18n/use-language'

type SitePhotoProps = { photo: NonNullable<CardView['photo']>; sizes: string; isEager?: boolean; className?: string }

/** A stored photograph in the width that fits; `sizes` as in HTML. */
export function SitePhoto({ photo, sizes, isEager = false, className = '' }: SitePhotoProps) {
  const { lang } = useLanguage()
  const address = (width: number) => `/files/${photo.fileId}/${width}`
  return (
    <img
      src={address(photo.widths[0] ?? photo.width)}
      srcSet={photo.widths.map((width) => `${address(width)} ${width}w`).join(', ')}
      sizes={sizes}
      width={photo.width}
      height={photo.height}
      alt={photo.alt.text}
      lang={photo.alt.language === lang ? undefined : photo.alt.language}
      loading={isEager ? 'eager' : 'lazy'}
      decoding="async"
      className={`bg-sunken object-cover ${className}`}
    />
  )
}
