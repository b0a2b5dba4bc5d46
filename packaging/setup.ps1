# NOT YET VERIFIED ON WINDOWS. Twin of packaging/setup: .venv and locked dependencies.
$ErrorActionPreference = "Stop"
$Root = Split-Path -Parent $PSScriptRoot
Set-Location $Root
$Venv = Join-Path $Root ".venv"
$Python = Join-Path $Venv "Scripts\python.exe"
$Stamp = Join-Path $Venv ".ssdesk-setup"
$Unfinished = Join-Path $Venv ".ssdesk-unfinished"

function Stop-Setup([string]$Text) {
    [Console]::Error.WriteLine("ssdesk: $Text")
    exit 2
}

function Test-Fits([string]$Candidate) {
    if (-not (Get-Command $Candidate -ErrorAction SilentlyContinue)) { return $false }
    # Windows PowerShell makes an error of each line on stderr, even of those thrown away.
    $ErrorActionPreference = "Continue"
    & $Candidate -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))" 2>$null
    return $LASTEXITCODE -eq 0
}

function Find-Python {
    if ($env:SSDESK_PYTHON -and (Test-Fits $env:SSDESK_PYTHON)) { return @($env:SSDESK_PYTHON) }
    $Known = if (Get-Command "py" -ErrorAction SilentlyContinue) { "3.13", "3.12", "3.11" } else { @() }
    $ErrorActionPreference = "Continue"
    foreach ($Version in $Known) {
        & py "-$Version" -c "import venv, ensurepip" 2>$null
        if ($LASTEXITCODE -eq 0) { return @("py", "-$Version") }
    }
    Stop-Setup "Python 3.11, 3.12 or 3.13 is missing; install it from python.org and start again"
}

function Invoke-Pip([string]$Failure, [string[]]$Arguments) {
    & $Python -m pip install --quiet --no-input --disable-pip-version-check @Arguments
    if ($LASTEXITCODE -ne 0) {
        Remove-Item -Force $Unfinished
        Stop-Setup $Failure
    }
}

# What the environment was made from; a change in any of it makes it anew.
function Get-Fingerprint([string[]]$Sources) {
    ($Sources | ForEach-Object { (Get-FileHash $_).Hash }) -join " "
}

function Set-Up([string]$Kind) {
    $Locks = @("packaging\requirements.txt")
    if ($Kind -eq "dev") { $Locks += "packaging\requirements-dev.txt" }
    $Wanted = "$Kind $Root " + (Get-Fingerprint ($Locks + @("pyproject.toml")))
    $Fits = (Test-Fits $Python) -and -not (Test-Path $Unfinished)
    if ($Fits -and (Test-Path $Stamp) -and ((Get-Content $Stamp -Encoding UTF8) -contains $Wanted)) { return }
    [Console]::Error.WriteLine("ssdesk: setting up .venv (once; a few minutes on a slow line)")
    if (-not $Fits) {
        $Ours = (Test-Path (Join-Path $Venv "pyvenv.cfg")) -or (Test-Path $Unfinished)
        if ((Test-Path $Venv) -and -not $Ours) {
            Stop-Setup ".venv is there but is no Python environment; move it away and start again"
        }
        $Old = "$Venv.old"
        if (Test-Path $Old) { Remove-Item -Recurse -Force $Old }
        if (Test-Path $Venv) { Move-Item $Venv $Old; Remove-Item -Recurse -Force $Old }
        New-Item -ItemType Directory $Venv | Out-Null
        Set-Content $Unfinished ""
        $Finder = @(Find-Python)
        $Version = @($Finder | Select-Object -Skip 1)
        & $Finder[0] @Version -m venv $Venv
        if ($LASTEXITCODE -ne 0) { Stop-Setup "the environment .venv could not be made" }
    }
    # Stays behind only where the set-up is killed: what pip left then cannot be trusted.
    Set-Content $Unfinished ""
    $Arguments = @("--no-deps")
    foreach ($Lock in $Locks) { $Arguments += @("-r", $Lock) }
    Invoke-Pip "the Python packages could not be fetched; check the network and start again" $Arguments
    Invoke-Pip "the program could not be put into .venv; the lines above say why" @("--no-deps", "--no-build-isolation", "-e", ".")
    # The development environment serves a plain run as well.
    $Stamps = @($Wanted)
    if ($Kind -eq "dev") {
        $Stamps += "run $Root " + (Get-Fingerprint @("packaging\requirements.txt", "pyproject.toml"))
    }
    Set-Content -Path $Stamp -Value $Stamps -Encoding UTF8
    Remove-Item -Force $Unfinished
}
