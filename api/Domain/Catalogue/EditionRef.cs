namespace SecurityTracker.Domain.Catalogue;

/// <summary>An edition of the annex at one revision; a contract stays on its own.</summary>
public sealed record EditionRef(string Code, int Revision);
