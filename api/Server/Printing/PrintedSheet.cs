namespace SecurityTracker.Server.Printing;

/// <summary>A document of tables that is no form of anybody's, as it is printed.</summary>
/// <param name="MadeOn">The day in Tokyo on which it was made.</param>
/// <param name="Landscape">Whether it prints on A4 lying.</param>
internal sealed record PrintedSheet(DateOnly MadeOn, string Title, IReadOnlyList<SheetFact> Facts, IReadOnlyList<SheetSection> Sections, bool Landscape = false);

/// <summary>A label and its value.</summary>
internal sealed record SheetFact(string Label, string Value);

/// <summary>A part of it under a heading of its own, or without one.</summary>
internal sealed record SheetSection(string? Heading, IReadOnlyList<SheetFact> Facts, IReadOnlyList<SheetTable> Tables);

/// <summary>A table. Where it has no rows, that is said.</summary>
internal sealed record SheetTable(string? Heading, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A column with its width in full-width characters; one a table, of width 0, takes what is left.</summary>
internal sealed record SheetColumn(string Name, int Width = 0);
