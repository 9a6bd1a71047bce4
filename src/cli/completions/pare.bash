# bash completion for pare

_pare()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local commands="audit plan propose ask notices similar explain compare check rules template"
    local options="--format --output --table --excel --no-script --map --delimiter --encoding --date-order
        --freq-codes --fill-down --people --usage --lists --assumptions --decisions
        --answers --questions --for
        --as-decided --rate --currency --as-of --only --target --basis
        --include-reading --write-inventory --posts-removed --title --organisation --author
        --to --decide-by --contact --fields --description --owner
        --recipients --frequency --names --strict --threads --color --quiet --help
        --version"

    COMPREPLY=()
    case $previous in
    -f | --format) COMPREPLY=($(compgen -W "terminal json csv markdown html xlsx" -- "$current")) ;;
    --table) COMPREPLY=($(compgen -W "reports findings evidence pairs groups group_members
        actions ways waves plan departments people questions problems columns inputs assumptions" -- "$current")) ;;
    --encoding) COMPREPLY=($(compgen -W "UTF-8 UTF-16 WINDOWS-1252 ISO-8859-1" -- "$current")) ;;
    --date-order) COMPREPLY=($(compgen -W "dmy mdy" -- "$current")) ;;
    --freq-codes) COMPREPLY=($(compgen -W "sdmx marc onix edifact x12" -- "$current")) ;;
    --only) COMPREPLY=($(compgen -W "department= owner=" -- "$current")) ;;
    --basis) COMPREPLY=($(compgen -W "realisable theoretical" -- "$current")) ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$current")) ;;
    --map | -d | --delimiter | --rate | --currency | --as-of | --target | --threads | --questions | --for | --posts-removed | --title | --organisation | --author | --to | --decide-by | --contact | --fields | --description | --owner | --recipients | --frequency) ;;
    -o | --output | --people | --usage | --lists | --assumptions | --decisions | --answers | --write-inventory)
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$current"))
        ;;
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
