import type about from './ru/about.json'
import type accounts from './ru/accounts.json'
import type admin from './ru/admin.json'
import type akimat from './ru/akimat.json'
import type alerts from './ru/alerts.json'
import type bell from './ru/bell.json'
import type briefs from './ru/briefs.json'
import type calendar from './ru/calendar.json'
import type casework from './ru/casework.json'
import type compare from './ru/compare.json'
import type editor from './ru/editor.json'
import type eligibility from './ru/eligibility.json'
import type erasure from './ru/erasure.json'
import type consents from './ru/consents.json'
import type privacy from './ru/privacy.json'
import type dossier from './ru/dossier.json'
import type facts from './ru/facts.json'
import type favourites from './ru/favourites.json'
import type home from './ru/home.json'
import type imports from './ru/imports.json'
import type inquiries from './ru/inquiries.json'
import type insight from './ru/insight.json'
import type investor from './ru/investor.json'
import type map from './ru/map.json'
import type jobs from './ru/jobs.json'
import type ledger from './ru/ledger.json'
import type matching from './ru/matching.json'
import type notices from './ru/notices.json'
import type papers from './ru/papers.json'
import type passport from './ru/passport.json'
import type pdf from './ru/pdf.json'
import type freshness from './ru/freshness.json'
import type questions from './ru/questions.json'
import type responsibility from './ru/responsibility.json'
import type review from './ru/review.json'
import type routing from './ru/routing.json'
import type search from './ru/search.json'
import type rulesets from './ru/rulesets.json'
import type server from './ru/server.json'
import type sites from './ru/sites.json'
import type towns from './ru/towns.json'
import type spk from './ru/spk.json'
import type terms from './ru/terms.json'
import type templates from './ru/templates.json'
import type webhooks from './ru/webhooks.json'
import type ui from './ru/ui.json'
import type visits from './ru/visits.json'

/** All texts of the product, as Russian has them: the keys of `t` are typed from here. One import per room file. */
export type Words = typeof about &
  typeof accounts &
  typeof admin &
  typeof akimat &
  typeof alerts &
  typeof bell &
  typeof briefs &
  typeof calendar &
  typeof casework &
  typeof compare &
  typeof editor &
  typeof eligibility &
  typeof consents &
  typeof erasure &
  typeof privacy &
  typeof dossier &
  typeof facts &
  typeof favourites &
  typeof home &
  typeof imports &
  typeof inquiries &
  typeof insight &
  typeof investor &
  typeof map &
  typeof jobs &
  typeof ledger &
  typeof matching &
  typeof notices &
  typeof papers &
  typeof passport &
  typeof pdf &
  typeof freshness &
  typeof questions &
  typeof responsibility &
  typeof review &
  typeof routing &
  typeof rulesets &
  typeof search &
  typeof server &
  typeof sites &
  typeof spk &
  typeof terms &
  typeof templates &
  typeof towns &
  typeof webhooks &
  typeof ui &
  typeof visits
