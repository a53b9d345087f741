; Inno Setup 6: an installer of the folder that `python distribution\build.py program` makes.
; UNTRIED: written from the documentation, never run. From the project's root:
;   iscc /DVersion=0.1.0 distribution\windows\beilin.iss

#ifndef Version
  #error Say /DVersion=...
#endif

[Setup]
AppId={{5B0B0E0C-6C1B-4B53-9C0E-BE111A0C0DE5}
AppName=Beilin 碑林
AppVersion={#Version}
DefaultDirName={autopf}\Beilin
DefaultGroupName=Beilin
; For one user where nobody may install for all.
PrivilegesRequiredOverridesAllowed=dialog
OutputDir=..\..\dist
OutputBaseFilename=beilin-{#Version}-windows
SetupIconFile=..\..\build\beilin.ico
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
ArchitecturesInstallIn64BitMode=x64compatible

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\dist\beilin\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Beilin 碑林"; Filename: "{app}\beilin.exe"; Parameters: "open"

[Registry]
; Offered for these files, never taken from another program.
Root: HKA; Subkey: "Software\Classes\.wacz\OpenWithProgids"; ValueType: string; ValueName: "Beilin.WebArchive"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.warc\OpenWithProgids"; ValueType: string; ValueName: "Beilin.WebArchive"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Beilin.WebArchive"; ValueType: string; ValueData: "Web archive"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Beilin.WebArchive\shell\open\command"; ValueType: string; ValueData: """{app}\beilin.exe"" open ""%1"""
