import { addDays, localDateOf } from '#app/domain/kernel/local-date'
import { createPdfMaker } from '#app/platform/pdf/pdf-maker.server'
import type { Storage } from '#app/platform/storage/model'
import { storePaper, type StoredPaper } from '#app/platform/storage/papers.server'
import type { DemoSite } from './demo-sites'
import { layOutPaper } from './paper-pages'
import type { DemoPaper } from './papers'

/** Makes the papers of the sites and stores them as if somebody had sent them; by the id of their file. */
export async function storePapers(sites: readonly DemoSite[], storage: Storage): Promise<Map<string, StoredPaper>> {
  const wanted = sites.flatMap((site) => site.papers.map((paper) => ({ site, paper })))
  const maker = createPdfMaker({ threads: 1, waiting: wanted.length, timeMs: 60_000, idleMs: 1000 })
  try {
    const stored = await Promise.all(
      wanted.map(async ({ site, paper }) => {
        const answer = await maker.make(() => Promise.resolve(layOut(site, paper)))
        if (!answer.ok) throw new Error(`The paper ${paper.fileName} was not made: ${answer.code}`)
        const verdict = await storePaper(answer.bytes, storage)
        if (!verdict.ok) throw new Error(`The paper ${paper.fileName} was refused: ${verdict.code}`)
        return [paper.fileId, verdict.value] as const
      }),
    )
    return new Map(stored)
  } finally {
    await maker.stop()
  }
}

function layOut({ number, dossier, createdAt }: DemoSite, paper: DemoPaper) {
  return layOutPaper({ number, dossier, paper, day: addDays(localDateOf(createdAt), -30) })
}
