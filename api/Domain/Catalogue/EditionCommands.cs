namespace SecurityTracker.Domain.Catalogue;

/// <summary>What can be done with an edition.</summary>
public interface IEditionCommand;

/// <summary>Publish a new edition.</summary>
/// <param name="Edition">All of it.</param>
/// <param name="FirmId">The firm whose own it is until it is adopted; null for one that is everyone's at once.</param>
public sealed record PublishEdition(AnnexEdition Edition, Guid? FirmId = null) : IEditionCommand;

/// <summary>Correct a published edition as its next revision.</summary>
public sealed record ReviseEdition(AnnexEdition Edition, string Reason) : IEditionCommand;

/// <summary>Ask the ministry's side to make a firm's edition everyone's.</summary>
public sealed record RequestAdoption : IEditionCommand;

/// <summary>Make an edition everyone's.</summary>
public sealed record AdoptEdition(string Reason) : IEditionCommand;

/// <summary>Take the adoption back.</summary>
/// <param name="Reason">Why.</param>
/// <param name="FirmId">The firm that published it, whose own it is again; null for one that no firm published.</param>
public sealed record WithdrawAdoption(string Reason, Guid? FirmId) : IEditionCommand;

/// <summary>Withdraw a firm's own edition.</summary>
public sealed record WithdrawEdition(string Reason) : IEditionCommand;

/// <summary>What can be done with a draft edition.</summary>
public interface IEditionDraftCommand;

/// <summary>Start a draft from what an import has read.</summary>
public sealed record StartEditionDraft(AnnexEdition Edition, string? FileName) : IEditionDraftCommand;

/// <summary>Replace the draft's text.</summary>
public sealed record AmendEditionDraft(AnnexEdition Edition) : IEditionDraftCommand;

/// <summary>Publish the draft; the same transaction publishes the edition itself.</summary>
/// <param name="FirmId">The firm whose own the edition will be; null for one that is everyone's at once.</param>
public sealed record PublishEditionDraft(Guid? FirmId = null) : IEditionDraftCommand;
