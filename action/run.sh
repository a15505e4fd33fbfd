#!/usr/bin/env bash
# The steps of the GitHub action: validate, compare, comment. Everything it knows comes from variables.
# Exit status: that of sla, the worse of the two runs. A comment that can not be written is no failure: the summary has it.
set -uo pipefail

# The token is for the calls that need it, not for the programs that look at files of a pull request.
token="${SLA_TOKEN:-}"
unset SLA_TOKEN GH_TOKEN GITHUB_TOKEN NODE_OPTIONS
here="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)"

# The program is that of the action's own commit. No package manager runs in the checkout: its configuration is the pull request's.
sla() {
  if [ -n "${SLA_COMMAND:-}" ]; then "$SLA_COMMAND" "$@"; else node "$here/bin/sla.js" "$@"; fi
}

cd -- "${SLA_PATH:-.}" || exit 2
page="${RUNNER_TEMP:-${TMPDIR:-.}}/sla-diff.md"
rm -f -- "$page"
fail_on="${SLA_FAIL_ON:-error}"

signatures=()
[ "${SLA_REQUIRE_SIGNATURES:-false}" = true ] && signatures=(--require-signatures)
sla validate --format github --fail-on "$fail_on" ${signatures[@]+"${signatures[@]}"}
status=$?

# The runner fetches one commit: what the comparison needs besides is the target, back to where the work left it.
target="${SLA_BASE:-${GITHUB_BASE_REF:-}}"
if [ -n "$target" ] && [[ "$target" != -* ]]; then
  deep=()
  [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ] && deep=(--unshallow)
  if [ ${#deep[@]} -gt 0 ] || ! git rev-parse --verify --quiet --end-of-options "refs/remotes/origin/$target" >/dev/null; then
    # Nothing that the checkout is configured to run is run by it.
    git -c core.hooksPath=/dev/null -c core.fsmonitor=false fetch --quiet --no-tags ${deep[@]+"${deep[@]}"} origin "+refs/heads/$target:refs/remotes/origin/$target" ||
      echo "::notice::The branch could not be fetched; the comparison takes what is there"
  fi

  arguments=(--format github --fail-on "$fail_on" --output "$page" --force)
  [ -n "${SLA_LEADS:-}" ] && arguments+=(--leads "$SLA_LEADS")
  [ -n "${SLA_BASE:-}" ] && arguments+=("$SLA_BASE")
  sla diff "${arguments[@]}"
  compared=$?
  [ $compared -gt $status ] && status=$compared
fi

# refs/pull/12/merge
number="${GITHUB_REF:-}"
number="${number#refs/pull/}"
number="${number%%/*}"
if [ "${SLA_COMMENT:-true}" = true ] && [ -s "$page" ] && [[ "$number" =~ ^[0-9]+$ ]] && [ -n "$token" ]; then
  comments="repos/$GITHUB_REPOSITORY/issues/$number/comments"
  # GitHub refuses a comment of more than 65,536 characters.
  LC_ALL=C awk '{ used += length($0) + 1; if (used > 60000) { print "\nThe rest is in the summary of the job."; exit } print }' "$page" >"$page.cut"
  # Only a bot's own comment is edited: anybody can write the marker.
  mine='.[] | select(.user.type == "Bot" and (.body | startswith("<!-- sla diff -->"))) | .id'
  if known="$(GH_TOKEN="$token" gh api --paginate "$comments" --jq "$mine" 2>/dev/null)"; then
    known="${known%%$'\n'*}"
    if [ -n "$known" ]; then
      GH_TOKEN="$token" gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" --field "body=@$page.cut"
    elif [ "$(sed -n 2p "$page")" != "<!-- no change of terms -->" ]; then
      GH_TOKEN="$token" gh api --silent --method POST "$comments" --field "body=@$page.cut"
    fi || echo "::notice::The comment could not be written; the summary of the job has it"
  else
    echo "::notice::The comments could not be read; the summary of the job has it all"
  fi
fi

exit $status
