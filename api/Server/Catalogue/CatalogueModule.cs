namespace SecurityTracker.Server.Catalogue;

/// <summary>Editions of the annex: list, read, compare, import.</summary>
public sealed class CatalogueModule : IModule
{
}
