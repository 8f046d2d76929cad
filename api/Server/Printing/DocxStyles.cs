using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SecurityTracker.Server.Printing;

/// <summary>The styles of the Word file: everything in ＭＳ 明朝, sizes in half points, distances in twentieths of a point.</summary>
internal static class DocxStyles
{
    private const string Font = "ＭＳ 明朝";

    public static void AddTo(MainDocumentPart main)
    {
        var part = main.AddNewPart<StyleDefinitionsPart>("rId1");
        part.Styles = All();
        part.Styles.Save();
        var settings = main.AddNewPart<DocumentSettingsPart>("rId2");
        settings.Settings = new Settings(
            new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
            new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }),
            new ThemeFontLanguages { Val = "en-US", EastAsia = "ja-JP" });
        settings.Settings.Save();
    }

    private static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                new FontSize { Val = "21" },
                new FontSizeComplexScript { Val = "21" },
                new Languages { Val = "en-US", EastAsia = "ja-JP" })),
            new ParagraphPropertiesDefault()),
        Named("Normal", "Normal", isDefault: true),
        Named("Heading1", "heading 1", Centre(before: 480, after: 360), size: 28, outline: 0),
        Named("Heading2", "heading 2", new() { SpacingBetweenLines = Space(240, 80), KeepNext = new() }, outline: 1),
        Named("Heading3", "heading 3", new() { SpacingBetweenLines = Space(160, 60), KeepNext = new() }, outline: 2),
        Named("Indented", "Indented", new() { Indentation = new() { Left = "210" }, Justification = Aligned(JustificationValues.Both) }),
        Named("Corner", "Corner", new() { Justification = Aligned(JustificationValues.Right) }),
        Named("Addressee", "Addressee", new() { SpacingBetweenLines = Space(360, 360) }),
        Named("Sender", "Sender", new()
        {
            Tabs = new(new TabStop { Val = TabStopValues.Left, Position = 5812 }),
            Indentation = new() { Left = "5812", Hanging = "1276" },
        }),
        Named("Preamble", "Preamble", new() { SpacingBetweenLines = Space(0, 240), Indentation = new() { FirstLine = "210" } }),
        Named("Centre", "Centre", Centre(before: 0, after: 0)),
        Named("TableHead", "Table Head", Centre(before: 20, after: 20), size: 20),
        Named("TableText", "Table Text", new() { Justification = Aligned(JustificationValues.Both) }, size: 20),
        Named(
            "TableItem",
            "Table Item",
            new() { Indentation = new() { Left = "400", Hanging = "200" }, Justification = Aligned(JustificationValues.Both) },
            size: 20),
        Named("Label", "Label", size: 20),
        Named("Status", "Status", Centre(before: 0, after: 0), size: 20),
        Named("Notes", "Notes", new() { KeepNext = new(), SpacingBetweenLines = Space(240, 60) }, size: 18),
        Named(
            "Note",
            "Note",
            new() { Indentation = new() { Left = "360", Hanging = "360" }, Justification = Aligned(JustificationValues.Both) },
            size: 18),
        Named("Closing", "Form Closing", new() { SpacingBetweenLines = Space(60, 0) }, size: 18),
        Named("Footer", "footer", Centre(before: 0, after: 0), size: 18));

    private static Style Named(string id, string name, StyleParagraphProperties? paragraph = null, int? size = null, int? outline = null, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new() { Val = name } };
        if (isDefault)
        {
            style.Default = true;
        }
        else
        {
            style.BasedOn = new() { Val = "Normal" };
        }

        style.PrimaryStyle = new();
        if (outline is { } level)
        {
            (paragraph ??= new()).OutlineLevel = new() { Val = level };
        }

        if (paragraph is not null)
        {
            style.StyleParagraphProperties = paragraph;
        }

        if (size is { } halfPoints)
        {
            style.StyleRunProperties = new() { FontSize = new() { Val = $"{halfPoints}" }, FontSizeComplexScript = new() { Val = $"{halfPoints}" } };
        }

        return style;
    }

    private static SpacingBetweenLines Space(int before, int after) => new() { Before = $"{before}", After = $"{after}" };

    private static Justification Aligned(JustificationValues value) => new() { Val = value };

    private static StyleParagraphProperties Centre(int before, int after) =>
        new() { SpacingBetweenLines = Space(before, after), Justification = Aligned(JustificationValues.Center) };
}
