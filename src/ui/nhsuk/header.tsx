import { type Attributes, classNames, type ElementOptions } from './element.ts'
import { HeaderAccount, type HeaderAccountOptions } from './header-account.tsx'
import { HeaderNavigation, type HeaderNavigationOptions } from './header-navigation.tsx'
import { HeaderSearch, type HeaderSearchOptions } from './header-search.tsx'
import { HeaderService, type HeaderServiceOptions } from './header-service.tsx'

export type HeaderProps = ElementOptions &
  HeaderServiceOptions & {
    search?: HeaderSearchOptions | undefined
    account?: HeaderAccountOptions | undefined
    navigation?: HeaderNavigationOptions | undefined
    colour?: 'white' | undefined
    /** The account or search beside the service's name on a wide screen, though there is much of both. */
    inline?: boolean | undefined
    containerClasses?: string | undefined
  }

const landmark: Attributes = { role: 'banner' }

export function Header(props: HeaderProps) {
  const { logo, service, organisation, search, account, navigation, containerClasses } = props
  return (
    <header
      class={classNames(
        'nhsuk-header',
        props.colour && `nhsuk-header--${props.colour}`,
        props.inline && 'nhsuk-header--inline',
        logo && organisation && 'nhsuk-header--organisation',
        props.classes,
      )}
      id={props.id}
      data-module="nhsuk-header"
      {...landmark}
      {...props.attributes}
    >
      <div class={classNames('nhsuk-header__container nhsuk-width-container', containerClasses)}>
        <div class="nhsuk-header__service">
          <HeaderService logo={logo} service={service} organisation={organisation} />
        </div>
        {search && <HeaderSearch {...search} />}
        {account && <HeaderAccount {...account} />}
      </div>
      {navigation && <HeaderNavigation {...navigation} containerClasses={containerClasses} />}
    </header>
  )
}
