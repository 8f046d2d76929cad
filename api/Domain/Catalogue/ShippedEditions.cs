namespace SecurityTracker.Domain.Catalogue;

/// <summary>
/// The editions that ship with the program, as data (Catalogue/Editions/*.json). They enter the catalogue by the same event as
/// imported ones; nothing in the program knows them by name.
/// </summary>
public static class ShippedEditions
{
    private static readonly Lazy<IReadOnlyList<AnnexEdition>> Read = new(() => [.. CatalogueData.Names("Editions").Select(CatalogueData.Read<AnnexEdition>)]);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<AnnexEdition> All => Read.Value;

    /// <summary>Their codes, which are also the names of their files: to know them, no edition is read.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. CatalogueData.Names("Editions").Select(Path.GetFileNameWithoutExtension).OfType<string>()];
}
