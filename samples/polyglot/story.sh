#!/usr/bin/env bash
# The outreach fake from bash and curl: a campaign, four contacts, three days, who answered.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# Start: the installed tool when OUTREACH_FAKE names it, else this repository's. Time stands still until it is moved.
if [ -n "${OUTREACH_FAKE:-}" ]; then
  tool=("$OUTREACH_FAKE")
else
  project="$here/../../src/Outreach.FakeServer.Tool"
  [ -f "$project/bin/Debug/net10.0/outreach-fake.dll" ] || dotnet build "$project" -v q -nologo -clp:NoSummary
  tool=(dotnet "$project/bin/Debug/net10.0/outreach-fake.dll")
fi
exec 3< <(exec "${tool[@]}" --port 0 --speed 0)
fake=$!
trap 'kill "$fake" 2>/dev/null || true' EXIT
read -r line <&3 || { echo "story.sh: the fake did not start" >&2; exit 1; }
base=${line##* on }
echo "fake         $base"

# The first value of a member, of JSON on standard input; enough for answers as flat as these.
member() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

control() { curl -sS --fail-with-body "$base/_fake/v1/$1" "${@:2}"; }
key=$(control keys | member key)
markus() { curl -sS --fail-with-body "$base/markus/api/v1/$1" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' "${@:2}"; }

campaign=$(markus campaigns -d '{"name":"Spring blend","objective_type":"custom","settings":{"require_approval":false}}' | member id)
echo "campaign     $campaign"

imported=$(markus contacts/import -d '{"campaign_id":"'"$campaign"'","contacts":[
  {"name":"Dana","email":"dana+open+reply@acme.example"},
  {"name":"Bea","email":"bea+bounce@acme.example"},
  {"name":"Cy","email":"cy@acme.example"},
  {"name":"Nobody","email":"not an address"}]}')
echo "imported     $(grep -o '"created":[0-9]*' <<<"$imported" | cut -d : -f 2), refused: $(member code <<<"$imported")"

markus "campaigns/$campaign" -X PATCH -d '{"status":"active"}' > /dev/null
echo "three days   $(control clock/advance -d '{"milliseconds":259200000}' | member now)"
echo "sent         $(control outbox | grep -o '"total":[0-9]*' | cut -d : -f 2) messages"

conversations=$(markus "conversations?status=needs_reply")
echo "answered     $(member email <<<"$conversations"): $(member last_message_preview <<<"$conversations")"
[ "$(member email <<<"$conversations")" = "dana+open+reply@acme.example" ]
