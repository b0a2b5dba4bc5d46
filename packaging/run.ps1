# NOT YET VERIFIED ON WINDOWS. Twin of packaging/run.
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1 [--demo] [--setup-only] [...]
. (Join-Path $PSScriptRoot "setup.ps1")
Set-Up "run"
$Rest = @($args | Where-Object { $_ -ne "--setup-only" })
if ($args -contains "--setup-only") {
    [Console]::Error.WriteLine("ssdesk: set up; start with packaging\run.ps1")
    exit 0
}
& $Python -m ssdesk run @Rest
exit $LASTEXITCODE
