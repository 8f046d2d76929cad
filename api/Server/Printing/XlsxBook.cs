using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SecurityTracker.Server.Printing;

/// <summary>A workbook of sheets, each with its header row, where it has one, on every printed page. The same sheets give the same bytes.</summary>
internal static class XlsxBook
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>The file's bytes.</summary>
    /// <param name="title">What the file says of itself.</param>
    /// <param name="sheets">The sheets, each with its name.</param>
    public static byte[] Write(string title, IReadOnlyList<(string Name, XlsxSheet Sheet)> sheets)
    {
        using var stream = new MemoryStream(capacity: 32 * 1024);
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            var workbook = document.AddNewPart<WorkbookPart>(MainType, "rId1");
            XlsxStyles.AddTo(workbook);
            for (var i = 0; i < sheets.Count; i++)
            {
                workbook.AddNewPart<WorksheetPart>(IdOf(i)).Worksheet = sheets[i].Sheet.Close();
            }

            List<OpenXmlElement> parts = [new Sheets(sheets.Select((sheet, i) => new Sheet { Id = IdOf(i), SheetId = (uint)i + 1, Name = sheet.Name })), .. Titles(sheets)];
            workbook.Workbook = new Workbook(parts);
            workbook.Workbook.Save();
            foreach (var part in workbook.WorksheetParts)
            {
                part.Worksheet.Save();
            }

            StableZip.Describe(document.AddNewPart<CoreFilePropertiesPart>("rId2"), title);
        }

        return StableZip.Rewrite(stream);
    }

    private static IEnumerable<DefinedNames> Titles(IReadOnlyList<(string Name, XlsxSheet Sheet)> sheets)
    {
        List<DefinedName> names =
        [
            .. from sheet in sheets.Index()
               let row = sheet.Item.Sheet.HeaderRow
               where row > 0
               select new DefinedName($"'{sheet.Item.Name}'!${row}:${row}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)sheet.Index },
        ];
        return names.Count == 0 ? [] : [new DefinedNames(names)];
    }

    // The styles stand between the first sheet and the others.
    private static string IdOf(int sheet) => sheet == 0 ? "rId1" : $"rId{sheet + 2}";
}
