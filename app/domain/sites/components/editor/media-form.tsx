import type { EditorData } from '#app/domain/sites/editor-data'
import type { FileFault } from '#app/domain/sites/uploads'
import { PapersForm } from './papers-form'
import { PhotosForm } from './photos-form'

type MediaFormProps = { data: EditorData; faults: readonly FileFault[] }

/** Photographs and papers of the site. */
export function MediaForm({ data, faults }: MediaFormProps) {
  const of = (list: FileFault['list']) => faults.filter((fault) => fault.list === list)
  return (
    <>
      <PhotosForm data={data} faults={of('photos')} />
      <PapersForm data={data} faults={of('papers')} />
    </>
  )
}
