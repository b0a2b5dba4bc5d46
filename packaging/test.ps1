# NOT YET VERIFIED ON WINDOWS. Twin of packaging/test.
#   powershell -ExecutionPolicy Bypass -File packaging\test.ps1 [--nightly] [--coverage] [arguments of pytest]
. (Join-Path $PSScriptRoot "setup.ps1")
Set-Up "dev"
$Marker = if ($args -contains "--nightly") { "" } else { "not nightly" }
$Rest = @($args | Where-Object { $_ -ne "--nightly" -and $_ -ne "--coverage" })
if ($args -contains "--coverage") {
    Remove-Item -Recurse -Force build\coverage -ErrorAction SilentlyContinue
    New-Item -ItemType Directory -Force build\coverage | Out-Null
    $Rest += @("--cov", "--cov-report=")
}
$PersonsHome = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
New-Item -ItemType Directory $PersonsHome | Out-Null
$env:SSDESK_HOME = $PersonsHome
$env:QT_QPA_PLATFORM = "offscreen"
$env:PYTHONUTF8 = "1"
Remove-Item Env:SSDESK_PASSWORD, Env:SSDESK_LOGIN, Env:SSDESK_LANGUAGE -ErrorAction SilentlyContinue
$Failed = 0
$Bin = Join-Path $Venv "Scripts"
& (Join-Path $Bin "ruff.exe") format --check --quiet .
if ($LASTEXITCODE -ne 0) { $Failed = 1 }
& (Join-Path $Bin "ruff.exe") check --quiet .
if ($LASTEXITCODE -ne 0) { $Failed = 1 }
& (Join-Path $Bin "mypy.exe")
if ($LASTEXITCODE -ne 0) { $Failed = 1 }
& (Join-Path $Bin "lint-imports.exe")
if ($LASTEXITCODE -ne 0) { $Failed = 1 }
& $Python -m pytest -m $Marker -n 2 --dist loadfile @Rest
if ($LASTEXITCODE -ne 0) { $Failed = 1 }
if ($args -contains "--coverage") {
    & $Python packaging\coverage
    if ($LASTEXITCODE -ne 0) { $Failed = 1 }
}
Remove-Item -Recurse -Force $PersonsHome -ErrorAction SilentlyContinue
exit $Failed
