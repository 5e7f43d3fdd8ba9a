import { ActionLink } from '../../../ui/nhsuk/index.ts'
import { page, seeOther } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { homeOf } from '../../accounts/index.ts'

/** Where everybody comes in: those who have signed in go on to their own first page. */
export async function showFrontDoor(visit: Visit): Promise<Reply> {
  const home = homeOf(visit)
  if (home !== '/') return seeOther(home)
  return page({
    title: 'Personal health budgets',
    body: (
      <>
        <h1>Personal health budgets</h1>
        <p class="nhsuk-lede-text">
          See what was agreed, where the money is, and what is yours to use, to the penny.
        </p>
        <ActionLink href="/sign-in">Sign in</ActionLink>
        <p>
          <a href="/about">What this is, and who can see what</a>
        </p>
      </>
    ),
  })
}
