package io.loanflow.web.login;

import io.loanflow.contracts.login.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Roles as Spring Security carries them. */
final class Authorities {

    private Authorities() {}

    static List<GrantedAuthority> of(Collection<Role> roles) {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.word()))
                .toList();
    }

    /** Words that are no roles of ours are left out: a provider has others. */
    static Set<Role> roles(Collection<?> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> words.contains(role.word())).forEach(roles::add);
        return roles;
    }

    static Set<Role> roles(Authentication who) {
        return roles(who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet()));
    }
}
