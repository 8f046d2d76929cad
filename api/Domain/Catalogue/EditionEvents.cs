namespace SecurityTracker.Domain.Catalogue;

/// <summary>What happens to a published edition.</summary>
public interface IEditionEvent : IEvent;

/// <summary>An edition was published, shipped with the program or imported from a tender.</summary>
/// <param name="Edition">All of it; revision 1.</param>
public sealed record EditionPublished(AnnexEdition Edition) : IEditionEvent;

/// <summary>A published edition was corrected. Contracts stay on the revision they have.</summary>
/// <param name="Edition">All of it, with the new revision number.</param>
/// <param name="Reason">Why the text was corrected.</param>
public sealed record EditionRevised(AnnexEdition Edition, string Reason) : IEditionEvent;

/// <summary>What happens to a draft edition, before it is published.</summary>
public interface IEditionDraftEvent : IEvent;

/// <summary>New wording was found in a tender and is being completed by a person.</summary>
/// <param name="Edition">The text as read.</param>
/// <param name="FileName">The file it was read from, or null.</param>
public sealed record EditionDraftStarted(AnnexEdition Edition, string? FileName) : IEditionDraftEvent;

/// <summary>The draft was completed or corrected.</summary>
/// <param name="Edition">All of it, as it stands now.</param>
public sealed record EditionDraftAmended(AnnexEdition Edition) : IEditionDraftEvent;

/// <summary>The draft became a published edition.</summary>
/// <param name="Code">The edition's code.</param>
public sealed record EditionDraftPublished(string Code) : IEditionDraftEvent;
