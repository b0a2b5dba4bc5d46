# NOT YET VERIFIED ON WINDOWS. Twin of packaging/test.
#   powershell -ExecutionPolicy Bypass -File packaging\test.ps1 [--nightly] [arguments of pytest]
. (Join-Path $PSScriptRoot "setup.ps1")
Set-Up "dev"
$Marker = if ($args -contains "--nightly") { "" } else { "not nightly" }
$Rest = @($args | Where-Object { $_ -ne "--nightly" })
$PersonsHome = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
New-Item -ItemType Directory $PersonsHome | Out-Null
$env:SSDESK_HOME = $PersonsHome
$env:QT_QPA_PLATFORM = "offscreen"
$env:PYTHONUTF8 = "1"
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
Remove-Item -Recurse -Force $PersonsHome -ErrorAction SilentlyContinue
exit $Failed
