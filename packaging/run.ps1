# NOT YET VERIFIED ON WINDOWS. Twin of packaging/run.
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1 [--demo] [--store FOLDER] [--today DATE] [--setup-only]
. (Join-Path $PSScriptRoot "setup.ps1")
$SetupOnly = $false
$Rest = @()
for ($At = 0; $At -lt $args.Count; $At++) {
    $Given = [string]$args[$At]
    if ($Given -eq "--setup-only") { $SetupOnly = $true }
    elseif ($Given -eq "--demo" -or $Given -like "--store=*" -or $Given -like "--today=*") { $Rest += $Given }
    elseif ($Given -eq "--store" -or $Given -eq "--today") {
        if ($At + 1 -ge $args.Count) { Stop-Setup "$Given lacks its value; see the first lines of packaging\run.ps1" }
        $At++
        $Rest += @($Given, [string]$args[$At])
    }
    # Told before minutes of setting up.
    else { Stop-Setup "packaging\run.ps1 does not know '$Given'; see its first lines" }
}
Set-Up "run"
if ($SetupOnly) {
    [Console]::Error.WriteLine("ssdesk: set up; start with packaging\run.ps1")
    exit 0
}
& $Python -m ssdesk run @Rest
exit $LASTEXITCODE
