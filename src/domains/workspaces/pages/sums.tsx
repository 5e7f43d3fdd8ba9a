import { showMoney } from '../../../platform/money.ts'
import type { MoneyOn } from '../../budgets/index.ts'

/** Three sums that never swap their words, and what is not settled yet. */
export function Sums({ money, path }: { money: MoneyOn; path: string }) {
  const { inAccounts, toUse, unexplainedIn, onItsWay } = money
  return (
    <>
      <dl class="cp-sums">
        <div>
          <dt>In the account</dt>
          <dd>{showMoney(inAccounts)}</dd>
        </div>
        <div>
          <dt>
            <a href={`${path}/set-aside`}>Set aside</a>
          </dt>
          <dd>{showMoney(toUse.setAside)}</dd>
        </div>
        <div>
          <dt>Yours to use</dt>
          <dd>{showMoney(toUse.toUse)}</dd>
        </div>
      </dl>
      {toUse.unexplained > 0n && (
        <p>
          We do not know what {showMoney(toUse.unexplained)} was for yet, so it is not yours to use until we
          do.
        </p>
      )}
      {toUse.owedBack > 0n && (
        <p>{showMoney(toUse.owedBack)} is to be paid back into the account. Then it is yours to use again.</p>
      )}
      {unexplainedIn > 0n && <p>{showMoney(unexplainedIn)} came in, and we do not know what it is yet.</p>}
      {onItsWay > 0n && <p>{showMoney(onItsWay)} is on its way to you.</p>}
    </>
  )
}
