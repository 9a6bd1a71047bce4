# bash completion for pare

# A name with blanks is one word.
_pare_files()
{
    local IFS=$'\n'

    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$1"))
}

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
    --table) COMPREPLY=($(compgen -W "actions assumptions changes columns departments evidence findings frontier group_members
        groups inputs load outside pairs partnership_sides partnerships people plan problems
        questions realised regrown reports sensitivity steps summary task_force trend waves ways" -- "$current")) ;;
    --encoding) COMPREPLY=($(compgen -W "UTF-8 UTF-16 WINDOWS-1252 ISO-8859-1" -- "$current")) ;;
    --date-order) COMPREPLY=($(compgen -W "dmy mdy" -- "$current")) ;;
    --freq-codes) COMPREPLY=($(compgen -W "sdmx marc onix edifact x12" -- "$current")) ;;
    --only) COMPREPLY=($(compgen -W "department= owner=" -- "$current")) ;;
    --basis) COMPREPLY=($(compgen -W "realisable theoretical" -- "$current")) ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$current")) ;;
    --map | -d | --delimiter | --rate | --currency | --as-of | --target | --threads | --questions | --for | --posts-removed | --title | --organisation | --author | --to | --decide-by | --contact | --fields | --description | --owner | --recipients | --frequency) ;;
    -o | --output | --people | --usage | --lists | --assumptions | --decisions | --answers | --write-inventory)
        _pare_files "$current"
        ;;
    *)
        if [[ $current == -* ]]; then
            COMPREPLY=($(compgen -W "$options" -- "$current"))
        elif ((COMP_CWORD == 1)); then
            COMPREPLY=($(compgen -W "$commands" -- "$current"))
        else
            _pare_files "$current"
        fi
        ;;
    esac
}

complete -F _pare pare
