import type { Dossier } from './model'
import { emptyBuilding } from './rules'

/** Changes of a dossier that are a press of a button instead of a value in a field. */
export type Operation =
  | { does: 'add_building' }
  | { does: 'remove_building'; index: number }
  | { does: 'remove_photo' | 'move_photo_up'; fileId: string }

const mostBuildings = 100

/** The operation that a button's value `<what>:<of>` names; null for anything else. */
export function parseOperation(text: string): Operation | null {
  const [does, of = ''] = text.split(':')
  if (does === 'add_building') return { does }
  if (does === 'remove_building' && /^\d{1,3}$/.test(of)) return { does, index: Number(of) }
  if ((does === 'remove_photo' || does === 'move_photo_up') && of !== '') return { does, fileId: of }
  return null
}

/** The dossier after the operation; unchanged when what it is about is not there. */
export function applyOperation(dossier: Dossier, operation: Operation): Dossier {
  switch (operation.does) {
    case 'add_building':
      if (dossier.buildings.length >= mostBuildings) return dossier
      return { ...dossier, buildings: [...dossier.buildings, emptyBuilding()] }
    case 'remove_building':
      return { ...dossier, buildings: dossier.buildings.filter((_, index) => index !== operation.index) }
    case 'remove_photo':
      return { ...dossier, photos: dossier.photos.filter(({ fileId }) => fileId !== operation.fileId) }
    case 'move_photo_up':
      return { ...dossier, photos: moveUp(dossier.photos, operation.fileId) }
  }
}

function moveUp(photos: Dossier['photos'], fileId: string): Dossier['photos'] {
  const from = photos.findIndex((photo) => photo.fileId === fileId)
  const moved = photos[from]
  if (from < 1 || moved === undefined) return photos
  const others = photos.filter((photo) => photo !== moved)
  return [...others.slice(0, from - 1), moved, ...others.slice(from - 1)]
}
