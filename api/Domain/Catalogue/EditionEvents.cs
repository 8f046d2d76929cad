namespace SecurityTracker.Domain.Catalogue;

/// <summary>What happens to a published edition.</summary>
public interface IEditionEvent : IEvent;

/// <summary>An edition was published, shipped with the program or imported from a tender.</summary>
/// <param name="Edition">All of it; revision 1.</param>
/// <param name="FirmId">The firm whose own it is until it is adopted; null, as before there was adopting, for everyone's.</param>
public sealed record EditionPublished(AnnexEdition Edition, Guid? FirmId = null) : IEditionEvent;

/// <summary>A published edition was corrected. Contracts stay on the revision they have.</summary>
/// <param name="Edition">All of it, with the new revision number.</param>
/// <param name="Reason">Why the text was corrected.</param>
public sealed record EditionRevised(AnnexEdition Edition, string Reason) : IEditionEvent;

/// <summary>A firm asked the ministry's side to make its edition everyone's.</summary>
public sealed record EditionAdoptionRequested : IEditionEvent;

/// <summary>The ministry's side made an edition everyone's (採用).</summary>
/// <param name="Reason">Why.</param>
public sealed record EditionAdopted(string Reason) : IEditionEvent;

/// <summary>The ministry's side took its adoption back (採用の取消し).</summary>
/// <param name="Reason">Why.</param>
/// <param name="FirmId">The firm that published it, whose own it is again; null for one that no firm published: it is withdrawn.</param>
public sealed record EditionAdoptionWithdrawn(string Reason, Guid? FirmId) : IEditionEvent;

/// <summary>A firm withdrew its own edition (取下げ): no further contract takes it.</summary>
/// <param name="Reason">Why.</param>
public sealed record EditionWithdrawn(string Reason) : IEditionEvent;

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
