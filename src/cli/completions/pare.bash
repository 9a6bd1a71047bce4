# bash completion for pare

_pare()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local commands="audit check rules template"
    local options="--format --output --table --assumptions --rate --currency --map --delimiter
        --freq-codes --as-of --strict --threads --color --quiet --help --version"

    COMPREPLY=()
    case $previous in
    -f | --format) COMPREPLY=($(compgen -W "terminal json csv" -- "$current")) ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$current")) ;;
    --freq-codes) COMPREPLY=($(compgen -W "sdmx marc onix edifact x12" -- "$current")) ;;
    --table) COMPREPLY=($(compgen -W "reports findings evidence pairs groups group_members
        actions departments problems columns inputs assumptions" -- "$current")) ;;
    --rate | --currency | --as-of | --threads | --map | -d | --delimiter) ;;
    *)
        if [[ $current == -* ]]; then
            COMPREPLY=($(compgen -W "$options" -- "$current"))
        elif ((COMP_CWORD == 1)); then
            COMPREPLY=($(compgen -W "$commands" -- "$current"))
        else
            compopt -o filenames 2>/dev/null
            COMPREPLY=($(compgen -f -- "$current"))
        fi
        ;;
    esac
}

complete -F _pare pare
