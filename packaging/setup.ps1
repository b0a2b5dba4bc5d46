# NOT YET VERIFIED ON WINDOWS. Twin of packaging/setup: .venv and locked dependencies.
$ErrorActionPreference = "Stop"
$Root = Split-Path -Parent $PSScriptRoot
Set-Location $Root
$Venv = Join-Path $Root ".venv"
$Python = Join-Path $Venv "Scripts\python.exe"
$Stamp = Join-Path $Venv ".ssdesk-setup"

function Stop-Setup([string]$Text) {
    [Console]::Error.WriteLine("ssdesk: $Text")
    exit 2
}

function Find-Python {
    foreach ($Version in "3.13", "3.12", "3.11") {
        & py "-$Version" -c "import venv, ensurepip" 2>$null
        if ($LASTEXITCODE -eq 0) { return @("py", "-$Version") }
    }
    Stop-Setup "Python 3.11, 3.12 or 3.13 is missing; install it from python.org and start again"
}

function Invoke-Pip {
    & $Python -m pip install --quiet --no-input --disable-pip-version-check @args
    if ($LASTEXITCODE -ne 0) {
        Stop-Setup "the Python packages could not be fetched; check the network and start again"
    }
}

function Set-Up([string]$Kind) {
    $Locks = @("packaging\requirements.txt")
    if ($Kind -eq "dev") { $Locks += "packaging\requirements-dev.txt" }
    $Sources = $Locks + @("pyproject.toml")
    $Wanted = "$Kind " + (($Sources | ForEach-Object { (Get-FileHash $_).Hash }) -join " ")
    if ((Test-Path $Python) -and (Test-Path $Stamp) -and ((Get-Content $Stamp) -contains $Wanted)) {
        return
    }
    if (-not (Test-Path $Python)) {
        $Finder = Find-Python
        & $Finder[0] $Finder[1] -m venv $Venv
        if ($LASTEXITCODE -ne 0) { Stop-Setup "the environment .venv could not be made" }
    }
    $Arguments = @("--no-deps")
    foreach ($Lock in $Locks) { $Arguments += @("-r", $Lock) }
    Invoke-Pip @Arguments
    Invoke-Pip --no-deps --no-build-isolation -e .
    Set-Content -Path $Stamp -Value $Wanted
}
