import { page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'

/** What this is, and who can see what. For anyone. */
export async function showAbout(): Promise<Reply> {
  return Promise.resolve(
    page({
      title: 'What this is',
      body: (
        <>
          <h1>What this is</h1>
          <p class="nhsuk-lede-text">
            Commonpurse looks after personal health budgets: what was agreed, the money however it is held,
            and what is yours to use.
          </p>
          <h2>Three sums</h2>
          <p>
            <strong>In the account</strong> is what the bank says. <strong>Set aside</strong> is what is
            spoken for: wages, bills, money kept for when something goes wrong. <strong>Yours to use</strong>{' '}
            is what is left for your support.
          </p>
          <h2>Who can see what</h2>
          <ul>
            <li>You see everything that is written about you.</li>
            <li>Your care coordinator and the finance team of who pays see it too, to help and to pay.</li>
            <li>Whoever looks is written down. You find it under “What happened, and who has looked”.</li>
            <li>Only an account for this money alone is ever looked at. Your own bank account is not.</li>
          </ul>
          <h2>What it does not do</h2>
          <p>
            It decides nothing by itself about your care or your money: people do, with reasons, and you can
            ask them to look again. It is not a medical device, and it is not for emergencies: call 999 if
            somebody’s life is in danger.
          </p>
          <h2>Whose it is</h2>
          <p>
            Commonpurse is open-source software. Everything that is done stands in a record that proves that
            nobody changed it afterwards.
          </p>
        </>
      ),
    }),
  )
}
