import { useLanguage } from '#app/platform/i18n/use-language'
import type { Language } from '#app/platform/i18n/language'

/** A stored photograph: pixels of its largest variant, and the widths of all. */
export type StoredPhoto = { fileId: string; width: number; height: number; widths: readonly number[] }

type PhotoProps = {
  photo: StoredPhoto
  alt: { text: string; language: Language }
  /** Width of its place on the page, as in HTML. */
  sizes: string
  isEager?: boolean
  className?: string
}

/** A photograph in the width and format that fit. The server answers with WebP while there is no AVIF yet. */
export function Photo({ photo, alt, sizes, isEager = false, className = '' }: PhotoProps) {
  const { lang } = useLanguage()
  return (
    <picture className="contents">
      {/* Hidden: without a box around it, it would take a place in the grid that the picture stands in. */}
      <source type="image/avif" srcSet={sourcesOf(photo, '.avif')} sizes={sizes} className="hidden" />
      <img
        src={photoAddress(photo, photo.widths[0] ?? photo.width)}
        srcSet={sourcesOf(photo, '')}
        sizes={sizes}
        width={photo.width}
        height={photo.height}
        alt={alt.text}
        lang={alt.language === lang ? undefined : alt.language}
        loading={isEager ? 'eager' : 'lazy'}
        decoding="async"
        className={`bg-sunken object-cover ${className}`}
      />
    </picture>
  )
}

/** Address of one variant. */
export function photoAddress({ fileId }: Pick<StoredPhoto, 'fileId'>, width: number): string {
  return `/files/${fileId}/${width}`
}

function sourcesOf(photo: StoredPhoto, ending: '' | '.avif'): string {
  return photo.widths.map((width) => `${photoAddress(photo, width)}${ending} ${width}w`).join(', ')
}
