import { Button } from '../../../ui/nhsuk/index.ts'
import type { Home } from '../queries/home.ts'

/** Always at the foot of a person's page: who answers, until when, and what to do otherwise. */
export function Help({ help, path, mayAsk }: { help: Home['help']; path: string; mayAsk: boolean }) {
  const { coordinator, icb } = help
  return (
    <section class="cp-help" aria-labelledby="help">
      <h2 id="help">If something is wrong</h2>
      {mayAsk && (
        <>
          <Button href={`${path}/nobody-came`} variant="secondary">
            Nobody came
          </Button>
          <Button href={`${path}/need-help`} variant="secondary">
            I need help
          </Button>
        </>
      )}
      {icb?.phone && (
        <p>
          {coordinator ?? 'Your care team'} at {icb.shortName} answers on{' '}
          <a href={`tel:${icb.phone.replaceAll(' ', '')}`}>{icb.phone}</a>
          {icb.phoneHours && `, ${icb.phoneHours}`}. {icb.outOfHoursPhone}
        </p>
      )}
      <p>Call 111 for medical help that cannot wait. Call 999 if somebody’s life is in danger.</p>
    </section>
  )
}
