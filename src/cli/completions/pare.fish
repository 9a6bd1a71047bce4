# fish completion for pare

set -l commands audit check rules template

complete -c pare -n "not __fish_seen_subcommand_from $commands" -f -a audit -d 'what there is, what it costs, what is flagged'
complete -c pare -n "not __fish_seen_subcommand_from $commands" -f -a check -d 'how the files were understood'
complete -c pare -n "not __fish_seen_subcommand_from $commands" -f -a rules -d 'the rules with their thresholds and sources'
complete -c pare -n "not __fish_seen_subcommand_from $commands" -f -a template -d 'an empty inventory, every column explained'

complete -c pare -s f -l format -x -a 'terminal json csv' -d 'format of the result'
complete -c pare -s o -l output -r -d 'write the result to a file'
complete -c pare -l table -x -a 'reports findings evidence pairs groups group_members actions departments problems columns inputs assumptions' -d 'the table to write as CSV'
complete -c pare -l assumptions -r -d 'rates, shares and thresholds'
complete -c pare -l rate -x -d 'cost of an hour'
complete -c pare -l currency -x -d 'what to print with amounts'
complete -c pare -l map -x -d 'read a field from a column: field=header'
complete -c pare -s d -l delimiter -x -d 'what separates cells'
complete -c pare -l freq-codes -x -a 'sdmx marc onix edifact x12' -d 'code list of single letters'
complete -c pare -l as-of -x -d 'the day to which ages are counted'
complete -c pare -l strict -d 'exit with 1 where there is a warning'
complete -c pare -l threads -x -d 'how many threads'
complete -c pare -l color -x -a 'auto always never' -d 'colour in the terminal view'
complete -c pare -s q -l quiet -d 'no warnings and notes'
complete -c pare -l help -d 'what there is, with examples'
complete -c pare -l version -d 'the version'
