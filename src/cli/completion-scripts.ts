import type { SHELLS } from './complete.ts';

/**
 * What a shell runs to learn a command line. Each asks the program itself for the words, so that flags, ids
 * and rules are those of the version and of the agreements at hand; where it has none, the shell offers
 * files.
 */
export const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], string>> = {
  bash: `# source <(sla completion bash)
_sla() {
  local IFS=$'\\n'
  COMPREPLY=($(sla completion --words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  [[ \${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -o default -F _sla sla
`,
  zsh: `#compdef sla
# source <(sla completion zsh)
_sla() {
  local -a found
  found=("\${(@f)$(sla completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=(\${found:#})
  if (( \${#found} )); then
    compadd -Q -a found
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _sla ]]; then
  _sla "$@"
else
  compdef _sla sla
fi
`,
  fish: `# sla completion fish | source
function __sla_words
    set -l typed (commandline -opc) (commandline -ct)
    sla completion --words -- $typed[2..] 2>/dev/null
end
complete -c sla -a '(__sla_words)'
`,
  powershell: `# sla completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName sla -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  if ($wordToComplete -eq '') { $typed += '""' }
  sla completion --words -- @typed 2>$null | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
};
