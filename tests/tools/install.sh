#!/bin/sh
# Installs below a scratch folder, runs from elsewhere what was installed, lets each shell complete
# `pare pl` to plan, and looks that nothing is left when it is removed.
# install.sh PARE
set -u

pare=$1
samples=$(pwd)/samples
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
root=$scratch/root share=$scratch/root/usr/share
export HOME="$scratch/home" XDG_DATA_HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/home" TERM=dumb
mkdir "$HOME"

passed=0 failed=0
check() # what, what came out, what must
{
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "install: $1: '$2', not '$3'"
    fi
}

complete_bash()
{
    # shellcheck disable=SC2016
    bash -c '. "$1"; COMP_WORDS=(pare pl) COMP_CWORD=1; _pare; echo "${COMPREPLY[*]}"' - \
        "$share/bash-completion/completions/pare"
}

# Zsh completes only where somebody types: in a terminal, which it can make.
complete_zsh()
{
    cat >"$scratch/type.zsh" <<'END'
zmodload zsh/zpty
zpty typed zsh -f
zpty -w typed "fpath=($1 \$fpath); PS1=; autoload -Uz compinit; compinit -u -D; echo rea''dy"
zpty -r typed said '*ready*'
zpty -n -w typed $'pare pl\t'
zpty -r typed said '*plan*' && echo plan
END
    timeout 60 zsh -f "$scratch/type.zsh" "$share/zsh/site-functions"
}

complete_fish()
{
    # shellcheck disable=SC2016
    fish -c 'source $argv[1]; complete -C "pare pl" | string replace -r "\t.*" ""' \
        "$share/fish/vendor_completions.d/pare.fish"
}

sh tests/tools/deps.sh install || true
${MAKE:-make} -s install DESTDIR="$root" PREFIX=/usr >"$scratch/said" 2>&1
check 'make install' "$? $(cat "$scratch/said")" '0 '
check 'version of what is installed' "$("$root/usr/bin/pare" --version)" "$("$pare" --version)"
check 'an audit from another folder' \
    "$(cd / && "$root/usr/bin/pare" audit -q "$samples/minimal.csv" | cksum)" \
    "$("$pare" audit -q "$samples/minimal.csv" | cksum)"
check 'man page' "$(cksum <"$share/man/man1/pare.1")" "$(cksum <src/cli/pare.1)"
for shell in bash zsh fish; do
    if command -v $shell >/dev/null; then
        check "pare pl in $shell" "$(complete_$shell)" plan
    else
        echo "install: SKIPPED $shell, which is not installed" >&2
    fi
done
${MAKE:-make} -s uninstall DESTDIR="$root" PREFIX=/usr >"$scratch/said" 2>&1
check 'left behind' "$(find "$root" -type f)" ''
echo "install: $passed passed, $failed failed"
[ $failed -eq 0 ]
