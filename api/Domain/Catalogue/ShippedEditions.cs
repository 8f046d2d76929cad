namespace SecurityTracker.Domain.Catalogue;

/// <summary>
/// The editions that ship with the program, as data (Catalogue/Editions/*.json). They enter the catalogue by the same event as
/// imported ones; nothing in the program knows them by name.
/// </summary>
public static class ShippedEditions
{
    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<AnnexEdition> All { get; } =
        [.. CatalogueData.Names("Editions").Select(CatalogueData.Read<AnnexEdition>)];
}
